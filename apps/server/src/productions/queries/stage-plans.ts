// Plans of stages as the office sees them, and as those who work on a stage see its own.
import type { Id } from '@regie/contract/kernel'
import type { StagePlans } from '@regie/contract/production-stage-plans'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { pictureOnSheet, type SheetPicture, sheetsFor } from '../store/call-sheets.ts'
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

/** Of the plan as it stands, or as a call sheet keeps it: anybody's for the office, else one that the reader was given. */
export async function visiblePlan(tx: Tx, picture: Picture): Promise<SheetPicture> {
  const kept = await keptPicture(tx, picture)
  if (kept) return kept
  const { projectId, stageId, fileId } = picture
  const { plans } = await getStagePlans(tx, projectId)
  return found(
    plans.find((plan) => plan.stageId === stageId && plan.fileId === fileId),
    'plan',
  )
}

async function keptPicture(tx: Tx, picture: Picture): Promise<SheetPicture | undefined> {
  if (tx.may('productions.read')) return await pictureOnSheet(tx, picture)
  const { technicianId } = tx.actor
  if (!technicianId) return undefined
  const [held] = await sheetsFor(tx, picture.projectId, technicianId)
  return held?.content ? await pictureOnSheet(tx, picture, technicianId) : undefined
}
