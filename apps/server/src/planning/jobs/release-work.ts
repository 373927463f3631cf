// Work that is called off or moved to another day lets go of whoever is on it.
import { program } from '../../platform/actor.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Reaction } from '../../platform/reactions.ts'
import type { Services } from '../../platform/services.ts'
import { releaseWork as release } from '../commands/release-work.ts'
import { releaseWorkOrder } from '../queue.ts'

export const releaseWork = job(
  releaseWorkOrder.name,
  { payload: releaseWorkOrder.payload, retryLimit: 5 },
  async ({ work }: Services, { workOrderIds }, { organizationId }: JobContext) => {
    if (!organizationId) return
    await work.act(program(organizationId, 'Planning'), release, { workOrderIds })
  },
)

export const noteReleasedWork: Reaction = {
  name: 'planning.note-released-work',
  events: ['work_order_moved', 'visit_moved'],
  run: async (_rows, events, _actor, enqueue) => {
    const ids = events.flatMap(({ name, payload }) => {
      const wanted = name === 'visit_moved' || payload.to === 'cancelled'
      return wanted && typeof payload.workOrderId === 'string' ? [payload.workOrderId] : []
    })
    const workOrderIds = [...new Set(ids)]
    if (workOrderIds.length > 0) await enqueue(releaseWorkOrder, { workOrderIds })
  },
}
