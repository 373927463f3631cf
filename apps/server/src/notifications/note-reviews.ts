// Reviews of productions: chiefs are told that there is one to sign, and what changed after they had signed.
import type { Id } from '@regie/contract/kernel'
import { newId, toInstant } from '../platform/clock.ts'
import type { StoredEvent } from '../platform/events.ts'
import type { Reaction } from '../platform/reactions.ts'
import { sendDueOrder, tellReviewOrder } from './queue.ts'
import { insertNotices, type NewNotice } from './store/notices.ts'
import { readSettings } from './store/settings.ts'

type Told = { projectId: Id; technicianIds: Id[]; memberIds: Id[] }

export const noteReviews: Reaction = {
  name: 'notifications.note-reviews',
  events: ['review_opened', 'review_reminded', 'review_overtaken'],
  run: async (rows, events, actor, enqueue) => {
    const { digestMinutes } = await readSettings({ ...rows, actor })
    const notices = events.flatMap((event) => noticesOf(event, digestMinutes * 60_000))
    if ((await insertNotices(rows, actor.organizationId, notices)) > 0)
      await enqueue(sendDueOrder, {}, { key: `${actor.organizationId} now` })
    for (const { id, payload } of events) {
      const { projectId, memberIds } = payload as Told
      if (memberIds.length > 0)
        await enqueue(tellReviewOrder, { projectId, memberIds }, { key: id })
    }
  },
}

/** A grid to sign is told at once; changes wait for more of them. */
function noticesOf({ id, name, at, payload }: StoredEvent, digestMs: number): NewNotice[] {
  const { projectId, technicianIds } = payload as Told
  const now = Date.parse(at)
  const waits = name === 'review_overtaken' && digestMs > 0
  const bundle = waits ? `${projectId}:${Math.floor(now / digestMs)}` : id
  return technicianIds.map((technicianId) => ({
    ...{ id: newId(now), kind: 'production_review', technicianId },
    ...{ subjectId: projectId, before: null },
    key: `production_review:${bundle}:${technicianId}`,
    tellAt: waits ? toInstant(now + digestMs) : at,
  }))
}
