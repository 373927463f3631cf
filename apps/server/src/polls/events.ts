import type { Id } from '@regie/contract/kernel'
import { pollEvents, pollSettingsEvents } from '@regie/contract/polls'
import { type EventPayload, publish } from '../platform/events.ts'

/** Whoever is asked hears of it on the phone. */
function concerned(payload: EventPayload): readonly (Id | null)[] {
  const { technicianIds = [], technicianId = null } = payload as {
    technicianIds?: readonly Id[]
    technicianId?: Id | null
  }
  return [...technicianIds, technicianId]
}

const told = publish(pollEvents, { seenBy: 'polls.read', technicians: concerned })
const settings = publish(pollSettingsEvents, { seenBy: 'polls.read' })

export const happened = { ...told.make, ...settings.make }
export const kinds = [...told.kinds, ...settings.kinds]
