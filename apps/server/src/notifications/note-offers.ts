// Seats that change hands: who is asked and who waits is told, and the office when it has to look.
import type { Id } from '@regie/contract/kernel'
import type { ReliefState } from '@regie/contract/relief'
import { newId } from '../platform/clock.ts'
import type { StoredEvent } from '../platform/events.ts'
import type { Reaction } from '../platform/reactions.ts'
import { sendDueOrder, tellOfficeOrder } from './queue.ts'
import { insertNotices, type NewNotice } from './store/notices.ts'

type Told = { readonly technicianId: Id; readonly subjectId: Id; readonly key: string }

const notice = (
  { at }: StoredEvent,
  kind: 'offer_asked' | 'offer_settled',
  { technicianId, subjectId, key }: Told,
): NewNotice => ({
  id: newId(Date.parse(at)),
  ...{ kind, technicianId, subjectId, key, before: null, tellAt: at },
})

type Asked = { asks: { askId: Id; technicianId: Id }[] }
type Ended = {
  requestId: Id
  kind: string
  state: ReliefState
  fromTechnicianId: Id | null
  takerId: Id | null
  missed: { askId: Id; technicianId: Id }[]
}

function noticesOf(event: StoredEvent): NewNotice[] {
  if (event.name === 'relief_asked')
    return (event.payload as Asked).asks.map(({ askId, technicianId }) =>
      notice(event, 'offer_asked', { technicianId, subjectId: askId, key: `offer:${askId}` }),
    )
  const ended = event.payload as Ended
  const missed = ended.missed.map(({ askId, technicianId }) =>
    notice(event, 'offer_settled', { technicianId, subjectId: askId, key: `settled:${askId}` }),
  )
  const gives = ended.kind === 'release' || ended.kind === 'swap'
  const people = [
    ...(gives && ended.fromTechnicianId ? [ended.fromTechnicianId] : []),
    ...(ended.state === 'refused' && ended.takerId ? [ended.takerId] : []),
  ]
  const { requestId } = ended
  const others = people.map((technicianId) =>
    notice(event, 'offer_settled', {
      technicianId,
      subjectId: requestId,
      key: `ended:${requestId}:${technicianId}`,
    }),
  )
  return [...missed, ...others]
}

export const noteOffers: Reaction = {
  name: 'notifications.note-offers',
  events: ['relief_asked', 'relief_ended'],
  run: async (rows, events, { organizationId }, enqueue) => {
    if ((await insertNotices(rows, organizationId, events.flatMap(noticesOf))) > 0)
      await enqueue(sendDueOrder, {}, { key: `${organizationId} now` })
  },
}

export const noteAlarms: Reaction = {
  name: 'notifications.note-alarms',
  events: ['relief_alarm'],
  run: async (_rows, events, _actor, enqueue) => {
    for (const { payload } of events) {
      const { requestId, why } = payload as { requestId: Id; why: never }
      await enqueue(tellOfficeOrder, { requestId, why })
    }
  },
}
