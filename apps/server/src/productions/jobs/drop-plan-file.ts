// Pictures of plans that nobody can reach any more; one that a call sheet of any version shows stays with it.
import { program } from '../../platform/actor.ts'
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { dropPlanFileOrder, planKey } from '../plans/plan-file.ts'
import { isOnSheets } from '../store/call-sheets.ts'

export const dropPlanFile = job(
  dropPlanFileOrder.name,
  { payload: dropPlanFileOrder.payload },
  async ({ files, work }: Services, { fileId }, { organizationId }: JobContext) => {
    if (!organizationId) return
    const isShown = await work.read(program(organizationId, 'Régie'), null, (tx) =>
      isOnSheets(tx, fileId),
    )
    if (!isShown) await files.remove(planKey(organizationId, fileId))
  },
)
