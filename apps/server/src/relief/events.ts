import { reliefEvents } from '@regie/contract/relief'
import { type EventPayload, publish } from '../platform/events.ts'

/** Who is asked, who asked, and who has it hear of it on their phones. */
function concerned(payload: EventPayload): readonly (string | null)[] {
  const { fromTechnicianId, asks, missed, takerId, technicianId } = payload as {
    fromTechnicianId?: string | null
    asks?: readonly { technicianId: string }[]
    missed?: readonly { technicianId: string }[]
    takerId?: string | null
    technicianId?: string
  }
  const people = [...(asks ?? []), ...(missed ?? [])].map((one) => one.technicianId)
  return [fromTechnicianId ?? null, takerId ?? null, technicianId ?? null, ...people]
}

const { relief_alarm, ...others } = reliefEvents
const told = publish(others, { seenBy: 'relief.read', technicians: concerned })
const alarms = publish({ relief_alarm }, { seenBy: 'relief.read' })

export const happened = { ...told.make, ...alarms.make }
export const kinds = [...told.kinds, ...alarms.kinds]
