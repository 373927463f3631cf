// The clock's look at every organisation that wants to be planned by itself, once a minute.
import { z } from 'zod'
import { program } from '../../platform/actor.ts'
import { job } from '../../platform/jobs.ts'
import type { Reaction } from '../../platform/reactions.ts'
import type { Services } from '../../platform/services.ts'
import { planNewcomers, planNight } from '../commands/watch.ts'
import { noteNewcomers, watchedOrganizations } from '../store/newcomers.ts'

export const watchOrganizations = job(
  'planning.watch-organizations',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  async ({ database, work, log }: Services) => {
    const watched = await database.transaction(null, watchedOrganizations, { readOnly: true })
    for (const { organizationId, timeZone } of watched) {
      const actor = program(organizationId, 'Planifier', timeZone)
      try {
        await work.act(actor, planNight, undefined)
        await work.act(actor, planNewcomers, undefined)
      } catch (error) {
        // One organisation's trouble is not another's.
        log.error({ err: error, organizationId }, 'an organisation could not be planned by itself')
      }
    }
  },
)

/** Work is new when it is made ready, or when a request is understood; not when a seat of it is open again. */
export const noteNewWork: Reaction = {
  name: 'planning.note-new-work',
  events: ['work_order_created', 'work_order_moved'],
  run: async (rows, events, { organizationId }) => {
    const ready = events.filter(({ name, payload }) =>
      name === 'work_order_created'
        ? payload.status === 'qualified'
        : payload.from === 'requested' && payload.to === 'qualified',
    )
    const ids = ready.map(({ payload }) => payload.workOrderId as string)
    if (ids.length > 0) await noteNewcomers(rows, organizationId, ids)
  },
}
