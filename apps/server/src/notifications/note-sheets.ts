// A new version of the call sheets: those whose lines changed are told.
import type { Id } from '@regie/contract/kernel'
import { newId } from '../platform/clock.ts'
import type { Reaction } from '../platform/reactions.ts'
import { sendDueOrder } from './queue.ts'
import { insertNotices, type NewNotice } from './store/notices.ts'

type Published = { projectId: Id; number: number; technicianIds: Id[] }

export const noteSheets: Reaction = {
  name: 'notifications.note-sheets',
  events: ['call_sheets_published'],
  run: async (rows, events, { organizationId }, enqueue) => {
    const notices = events.flatMap(({ at, payload }): NewNotice[] => {
      const { projectId, number, technicianIds } = payload as Published
      return technicianIds.map((technicianId) => ({
        ...{ id: newId(Date.parse(at)), kind: 'call_sheet', technicianId },
        ...{ subjectId: projectId, before: null, tellAt: at },
        key: `call_sheet:${projectId}:${number}:${technicianId}`,
      }))
    })
    if ((await insertNotices(rows, organizationId, notices)) > 0)
      await enqueue(sendDueOrder, {}, { key: `${organizationId} now` })
  },
}
