// Each night the visits of series become work orders up to the horizon, and renewals are warned of, once per local date of
// each organisation.
import { z } from 'zod'
import { program } from '../platform/actor.ts'
import { type JobContext, job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { command } from '../platform/work.ts'
import { beginSeriesNight, makeBatchOfVisits } from './commands/series-settings.ts'
import { warnOfRenewals } from './commands/warn-of-renewals.ts'
import { organizationsWithSeries } from './store/series.ts'

const payload = z.object({ timeZone: z.string() })

/** Batch by batch, so that an interrupted night is gone on with where it stood. */
export const makeVisits = job(
  'work-orders.make-visits',
  { payload, keyed: true, concurrency: 1, retryLimit: 5 },
  async ({ work, log }: Services, { timeZone }, { organizationId, signal }: JobContext) => {
    if (!organizationId) return
    const actor = program(organizationId, 'Séries', timeZone)
    let visits = 0
    for (;;) {
      if (signal.aborted) throw new Error('stopped before all visits were made')
      const made = await work.act(actor, makeBatchOfVisits, undefined)
      if (made.series === 0) break
      visits += made.visits
    }
    if (visits > 0) log.info({ organizationId, visits }, 'visits made')
  },
)

/** The claim of the night and the order to do its work stand or fall together. */
const beginNight = command(
  'work-orders.begin-night',
  { permission: 'work-orders.write' },
  async (tx): Promise<void> => {
    if (!(await beginSeriesNight.run(tx, undefined))) return
    await warnOfRenewals.run(tx, undefined)
    await tx.enqueue(makeVisits, { timeZone: tx.actor.timeZone }, { key: tx.actor.organizationId })
  },
)

/** The clock's look at every organisation: whichever process comes first on a local date begins its night. */
export const watchSeries = job(
  'work-orders.watch-series',
  { payload: z.object({}), schedule: '*/10 * * * *', concurrency: 1, retryLimit: 0 },
  async ({ database, work, log }: Services) => {
    const all = await database.transaction(null, organizationsWithSeries, { readOnly: true })
    for (const { organizationId, timeZone } of all)
      try {
        await work.act(program(organizationId, 'Séries', timeZone), beginNight, undefined)
      } catch (error) {
        // One organisation's trouble is not another's.
        log.error({ err: error, organizationId }, 'the night of the series could not be begun')
      }
  },
)
