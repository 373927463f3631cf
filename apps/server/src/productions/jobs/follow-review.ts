// What happens to the plan of a production under review is held against what its chiefs have signed.
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { program } from '../../platform/actor.ts'
import type { StoredEvent } from '../../platform/events.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Reaction } from '../../platform/reactions.ts'
import type { Services } from '../../platform/services.ts'
import { followReview as follow, type Touch } from '../commands/follow-review.ts'
import { followReviewOrder } from '../queue.ts'
import { reviewsAround } from '../store/reviews.ts'

export const followReview = job(
  followReviewOrder.name,
  { payload: followReviewOrder.payload, retryLimit: 5 },
  async ({ work }: Services, change, { organizationId }: JobContext) => {
    if (organizationId) await work.act(program(organizationId, 'Régie'), follow, change)
  },
)

function touchOf({ payload, actorName: by, at }: StoredEvent): Touch | undefined {
  const { assignment, workOrderId } = payload as { assignment?: Assignment; workOrderId?: Id }
  if (assignment)
    return { workOrderId: assignment.workOrderId, positionId: assignment.positionId, by, at }
  return workOrderId ? { workOrderId, positionId: null, by, at } : undefined
}

export const noteTouches: Reaction = {
  name: 'productions.note-touches',
  events: [
    ...['assignment_created', 'assignment_moved', 'assignment_removed', 'assignment_declined'],
    ...['work_order_created', 'work_order_changed', 'work_order_moved'],
  ],
  run: async (rows, events, { organizationId }, enqueue) => {
    const touches = events.flatMap((event) => touchOf(event) ?? [])
    const ids = [...new Set(touches.map(({ workOrderId }) => workOrderId))]
    const around = await reviewsAround(rows, organizationId, ids)
    for (const [projectId, phases] of Map.groupBy(around, (one) => one.projectId)) {
      const own = new Set(phases.map(({ workOrderId }) => workOrderId))
      await enqueue(followReviewOrder, {
        projectId,
        touches: touches.filter(({ workOrderId }) => own.has(workOrderId)),
      })
    }
  },
}
