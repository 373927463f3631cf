// Plans of stages as the office sees them, and as those who work on a stage see its own.
import type { Id } from '@regie/contract/kernel'
import type { StagePlan, StagePlans } from '@regie/contract/production-stage-plans'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { plansOf, spotsOf, stagesWorkedOn } from '../store/stage-plans.ts'

/** 404 for whoever has nothing to do with the production. */
export async function getStagePlans(tx: Tx, projectId: Id): Promise<StagePlans> {
  const isSeen = await seenStages(tx, projectId)
  const [plans, spots] = [await plansOf(tx, projectId), await spotsOf(tx, projectId)]
  return {
    plans: plans.filter(({ stageId }) => isSeen(stageId)),
    spots: spots.filter(({ stageId }) => isSeen(stageId)),
  }
}

async function seenStages(tx: Tx, projectId: Id): Promise<(stageId: Id) => boolean> {
  const { technicianId } = tx.actor
  if (tx.may('productions.read')) {
    found(await findProject(tx, projectId), 'project')
    return () => true
  }
  const stages = technicianId ? await stagesWorkedOn(tx, projectId, technicianId) : []
  if (stages.length === 0) throw fail('not_found', { what: 'project' })
  return (stageId) => stages.includes(stageId)
}

type Picture = { readonly projectId: Id; readonly stageId: Id; readonly fileId: Id }

export async function visiblePlan(
  tx: Tx,
  { projectId, stageId, fileId }: Picture,
): Promise<StagePlan> {
  const { plans } = await getStagePlans(tx, projectId)
  return found(
    plans.find((plan) => plan.stageId === stageId && plan.fileId === fileId),
    'plan',
  )
}
