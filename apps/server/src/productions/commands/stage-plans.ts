// What people do with the plan of a stage and the positions on it.
import type { Id } from '@regie/contract/kernel'
import type {
  PlanPlace,
  PlanSpot,
  PlanSpotDraft,
  StagePlan,
} from '@regie/contract/production-stage-plans'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { dropPlanFileOrder } from '../plans/plan-file.ts'
import { lockSheets } from '../store/call-sheets.ts'
import {
  deletePlan,
  deleteSpot,
  deleteSpotsOf,
  findPlan,
  findSpot,
  insertPlan,
  insertSpot,
  type PlanFile,
  replacePlan,
  saveSpot,
} from '../store/stage-plans.ts'
import { findStage } from '../store/stages.ts'
import { write } from './changed.ts'

type OnStage = { readonly projectId: Id; readonly stageId: Id }

/** The stage, if it is one of the production. */
async function stageOf(tx: Tx, { projectId, stageId }: OnStage) {
  return found(await findStage(tx, projectId, stageId), 'stage')
}

async function tell(tx: Tx, { projectId, stageId }: OnStage): Promise<void> {
  const { name } = await stageOf(tx, { projectId, stageId })
  tx.emit(happened.stage_plan_changed({ projectId, stageId, stage: name }))
}

/** 412 unless `version` is that of the plan as it stands; undefined where there is none. */
export async function expectPlan(
  tx: Tx,
  { version, ...at }: OnStage & { readonly version: number | undefined },
): Promise<StagePlan | undefined> {
  await stageOf(tx, at)
  const plan = await findPlan(tx, at.stageId)
  if (plan?.version !== version) throw fail('stale_version', { current: plan ?? null })
  return plan
}

/** Sheets that are published at the same moment either show the former picture, which then stays, or the new one. */
type Setting = OnStage & { readonly version: number | undefined; readonly plan: PlanFile }

export const setStagePlan = command(
  'productions.set-stage-plan',
  write,
  async (tx, { plan, version, ...at }: Setting): Promise<StagePlan> => {
    await lockSheets(tx, at.projectId)
    const before = await expectPlan(tx, { ...at, version })
    const saved = before
      ? await replacePlan(tx, before.version, plan, tx.now())
      : await insertPlan(tx, plan, tx.now())
    const now = found(await findPlan(tx, at.stageId), 'plan')
    expectCurrent(saved, now)
    if (before) await tx.enqueue(dropPlanFileOrder, { fileId: before.fileId })
    await tell(tx, at)
    return now
  },
)

export const removeStagePlan = command(
  'productions.remove-stage-plan',
  write,
  async (tx, { version, ...at }: OnStage & { version: number }): Promise<void> => {
    await stageOf(tx, at)
    await lockSheets(tx, at.projectId)
    const before = found(await findPlan(tx, at.stageId), 'plan')
    expectCurrent(await deletePlan(tx, at.stageId, version), before)
    await tx.enqueue(dropPlanFileOrder, { fileId: before.fileId })
    await tell(tx, at)
  },
)

/** A stage that goes takes its plan along. */
export async function forgetPlan(tx: Tx, { projectId, stageId }: OnStage): Promise<void> {
  await lockSheets(tx, projectId)
  await deleteSpotsOf(tx, stageId)
  const plan = await findPlan(tx, stageId)
  if (!plan) return
  await deletePlan(tx, stageId, plan.version)
  await tx.enqueue(dropPlanFileOrder, { fileId: plan.fileId })
}

export const placeSpot = command(
  'productions.place-spot',
  write,
  async (tx, { spot, ...at }: OnStage & { spot: PlanSpotDraft }): Promise<PlanSpot> => {
    await stageOf(tx, at)
    const id = tx.newId()
    if (!(await insertSpot(tx, { id, stageId: at.stageId, spot })))
      throw fail('already_exists', { what: `${spot.label} ${spot.number}`.trim() })
    await tell(tx, at)
    return found(await findSpot(tx, at.stageId, id), 'spot')
  },
)

type OnSpot = OnStage & { readonly spotId: Id; readonly version: number }

export const moveSpot = command(
  'productions.move-spot',
  write,
  async (
    tx,
    { spotId, version, place, ...at }: OnSpot & { place: PlanPlace },
  ): Promise<PlanSpot> => {
    await stageOf(tx, at)
    const before = found(await findSpot(tx, at.stageId, spotId), 'spot')
    expectCurrent(await saveSpot(tx, spotId, version, place), before)
    await tell(tx, at)
    return found(await findSpot(tx, at.stageId, spotId), 'spot')
  },
)

export const removeSpot = command(
  'productions.remove-spot',
  write,
  async (tx, { spotId, version, ...at }: OnSpot): Promise<void> => {
    await stageOf(tx, at)
    const before = found(await findSpot(tx, at.stageId, spotId), 'spot')
    expectCurrent(await deleteSpot(tx, spotId, version), before)
    await tell(tx, at)
  },
)
