// What people do with the stages of a production.
import type { Id } from '@regie/contract/kernel'
import type { Production, StageDraft } from '@regie/contract/productions'
import { findSite } from '../../clients/index.ts'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { forgetCancelledPhases, phasesOf } from '../store/phases.ts'
import { deleteStage, findStage, findStageByName, insertStage, saveStage } from '../store/stages.ts'
import { changed, write } from './changed.ts'
import { rewritePhase } from './phase-work.ts'
import { forgetPlan } from './stage-plans.ts'

export const addStage = command(
  'productions.add-stage',
  write,
  async (tx, { projectId, draft }: { projectId: Id; draft: StageDraft }): Promise<Production> => {
    found(await findProject(tx, projectId), 'project')
    await expectFits(tx, projectId, null, draft)
    await insertStage(tx, { id: tx.newId(), projectId, draft })
    return await changed(tx, projectId)
  },
)

type Change = { projectId: Id; stageId: Id; version: number; draft: StageDraft }

export const updateStage = command(
  'productions.update-stage',
  write,
  async (tx, { projectId, stageId, version, draft }: Change): Promise<Production> => {
    const before = found(await findStage(tx, projectId, stageId), 'stage')
    await expectFits(tx, projectId, stageId, draft)
    expectCurrent(await saveStage(tx, stageId, version, draft), before)
    const stage = found(await findStage(tx, projectId, stageId), 'stage')
    for (const phase of await phasesOf(tx, projectId))
      if (phase.stageId === stageId) await rewritePhase(tx, { projectId, stage, phase }, phase)
    return await changed(tx, projectId)
  },
)

type Removal = { projectId: Id; stageId: Id; version: number }

export const removeStage = command(
  'productions.remove-stage',
  write,
  async (tx, { projectId, stageId, version }: Removal): Promise<Production> => {
    const before = found(await findStage(tx, projectId, stageId), 'stage')
    const standing = (await phasesOf(tx, projectId)).filter((phase) => phase.stageId === stageId)
    if (standing.length)
      throw fail('still_used', { what: before.name, by: `${standing.length} phase(s)` })
    await forgetCancelledPhases(tx, stageId)
    await forgetPlan(tx, { projectId, stageId })
    expectCurrent(await deleteStage(tx, stageId, version), before)
    return await changed(tx, projectId)
  },
)

async function expectFits(
  tx: Tx,
  projectId: Id,
  self: Id | null,
  { name, siteId }: StageDraft,
): Promise<void> {
  found(await findSite(tx, siteId), 'site')
  await uniqueBy(name, (value) => findStageByName(tx, projectId, value), self, 'name')
}
