// The sealed paper of a validated report, for modules that give it to whom it is for.
import type { Id } from '@regie/contract/kernel'
import { program } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Services } from '../platform/services.ts'
import { fileName, paperOf } from './papers.ts'
import { findReport } from './store/reports.ts'

/** Refuses a report that nobody has validated. */
export async function validatedPaper(
  services: Services,
  organizationId: Id,
  reportId: Id,
): Promise<{ name: string; pdf: Uint8Array }> {
  const report = await services.work.read(program(organizationId, 'reports'), null, async (tx) =>
    found(await findReport(tx, reportId), 'report'),
  )
  if (report.state !== 'validated') throw fail('wrong_state', { state: report.state })
  return { name: fileName(report), pdf: await paperOf(services, organizationId, report) }
}
