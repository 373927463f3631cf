// What people do with the phases of a production. Each is a work order, made and changed by its own commands.
import type { Id } from '@regie/contract/kernel'
import type { PhaseDraft, Production } from '@regie/contract/productions'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { cancelWorkOrder, findProject } from '../../work-orders/index.ts'
import { phaseIn, phasesOf } from '../store/phases.ts'
import { findStage } from '../store/stages.ts'
import { changed, write } from './changed.ts'
import { makePhase, rewritePhase } from './phase-work.ts'

export const addPhase = command(
  'productions.add-phase',
  write,
  async (tx, { projectId, draft }: { projectId: Id; draft: PhaseDraft }): Promise<Production> => {
    found(await findProject(tx, projectId), 'project')
    await expectPhases(tx, projectId, draft)
    const stage = found(await findStage(tx, projectId, draft.stageId), 'stage')
    await makePhase(tx, projectId, stage, draft)
    return await changed(tx, projectId)
  },
)

type Change = { projectId: Id; phaseId: Id; version: number; draft: PhaseDraft }

export const updatePhase = command(
  'productions.update-phase',
  write,
  async (tx, { projectId, phaseId, version, draft }: Change): Promise<Production> => {
    const phase = phaseIn(await phasesOf(tx, projectId), phaseId)
    if (phase.version !== version) throw fail('stale_version', { current: phase })
    await expectPhases(tx, projectId, draft)
    const stage = found(await findStage(tx, projectId, draft.stageId), 'stage')
    await rewritePhase(tx, { projectId, stage, phase: { id: phase.id, version } }, draft)
    return await changed(tx, projectId)
  },
)

type Cancelling = { projectId: Id; phaseId: Id; version: number; reason: string }

export const cancelPhase = command(
  'productions.cancel-phase',
  write,
  async (tx, { projectId, phaseId, version, reason }: Cancelling): Promise<Production> => {
    phaseIn(await phasesOf(tx, projectId), phaseId)
    await cancelWorkOrder.run(tx, { workOrderId: phaseId, version, reason })
    return await changed(tx, projectId)
  },
)

async function expectPhases(tx: Tx, projectId: Id, { dependencies }: PhaseDraft): Promise<void> {
  if (dependencies.length === 0) return
  const known = new Set((await phasesOf(tx, projectId)).map(({ id }) => id))
  if (dependencies.some(({ afterId }) => !known.has(afterId)))
    throw fail('not_found', { what: 'phase' })
}
