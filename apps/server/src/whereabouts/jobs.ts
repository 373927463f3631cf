// Every minute, positions that are no longer needed are deleted, wherever one is kept.
import { z } from 'zod'
import { program } from '../platform/actor.ts'
import { job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { forgetPositions } from './commands/forget.ts'
import { holders } from './store/positions.ts'

/** In every organisation; what goes wrong in one keeps nothing in another. */
export async function forgetEverywhere({ database, work, log }: Services): Promise<void> {
  for (const { organizationId, timeZone } of await database.transaction(null, holders, {
    readOnly: true,
  }))
    try {
      await work.act(program(organizationId, 'whereabouts', timeZone), forgetPositions, undefined)
    } catch (error) {
      log.error({ err: error, organizationId }, 'positions could not be deleted')
    }
}

export const forgetOld = job(
  'whereabouts.forget-old',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  forgetEverywhere,
)
