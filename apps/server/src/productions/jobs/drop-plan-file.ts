// Pictures of plans that nobody can reach any more.
import { type JobContext, job } from '../../platform/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { dropPlanFileOrder, planKey } from '../plans/plan-file.ts'

export const dropPlanFile = job(
  dropPlanFileOrder.name,
  { payload: dropPlanFileOrder.payload },
  async ({ files }: Services, { fileId }, { organizationId }: JobContext) => {
    if (organizationId) await files.remove(planKey(organizationId, fileId))
  },
)
