// The clock looks at every organisation that asks, once a minute.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { z } from 'zod'
import { program } from '../../platform/actor.ts'
import { sql } from '../../platform/db/sql.ts'
import { job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { advance } from '../commands/advance.ts'

type Waiting = { organizationId: Id; timeZone: string; language: Language }

export const watchPolls = job(
  'polls.watch-polls',
  { payload: z.object({}), schedule: '* * * * *', concurrency: 1, retryLimit: 0 },
  async ({ database, work, log }: Services) => {
    const waiting = await database.transaction(
      null,
      (rows) =>
        rows.rows(sql<Waiting>`
          select organization_id as "organizationId", time_zone as "timeZone", language
          from polls.waiting_organizations() order by organization_id`),
      { readOnly: true },
    )
    for (const { organizationId, timeZone, language } of waiting)
      try {
        await work.act(program(organizationId, 'Régie', timeZone), advance, { language })
      } catch (error) {
        // One organisation's trouble is not another's.
        log.error({ err: error, organizationId }, 'polls could not be advanced')
      }
  },
)
