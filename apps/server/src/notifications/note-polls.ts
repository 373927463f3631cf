// Polls about availability: who is asked is told, and the office when one is over.
import type { Id } from '@regie/contract/kernel'
import { newId } from '../platform/clock.ts'
import type { Reaction } from '../platform/reactions.ts'
import { sendDueOrder, tellPollOrder } from './queue.ts'
import { insertNotices, type NewNotice } from './store/notices.ts'

type Asked = { readonly pollId: Id; readonly technicianIds: Id[]; readonly sent?: boolean }

export const notePolls: Reaction = {
  name: 'notifications.note-polls',
  events: ['poll_asked', 'poll_reminded', 'poll_link_renewed'],
  run: async (rows, events, { organizationId }, enqueue) => {
    const notices = events.flatMap(({ id, name, at, payload }): NewNotice[] => {
      const { pollId, technicianIds, sent } = payload as Asked
      const kind = name === 'poll_reminded' ? name : 'poll_asked'
      if (sent === false) return []
      return technicianIds.map((technicianId) => ({
        ...{ id: newId(Date.parse(at)), kind, technicianId },
        ...{ subjectId: pollId, before: null, tellAt: at },
        key: `${name}:${id}:${technicianId}`,
      }))
    })
    if ((await insertNotices(rows, organizationId, notices)) > 0)
      await enqueue(sendDueOrder, {}, { key: `${organizationId} now` })
  },
}

export const notePollsOver: Reaction = {
  name: 'notifications.note-polls-over',
  events: ['poll_closed'],
  run: async (_rows, events, _actor, enqueue) => {
    // Whoever ends a poll by hand knows it.
    for (const { actorId, payload } of events)
      if (actorId === null) await enqueue(tellPollOrder, { pollId: payload.pollId as Id })
  },
}
