// A production as a whole.
import type { Id } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import { equipmentOfWork } from '../../planning/index.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { criticalPath, earlyStarts, overlaps } from '../model.ts'
import { phasesOf } from '../store/phases.ts'
import { stagesOf } from '../store/stages.ts'

export async function getProduction(tx: Tx, projectId: Id): Promise<Production> {
  const { id, code, name, clientName, startsOn, endsOn, budgetCode } = found(
    await findProject(tx, projectId),
    'project',
  )
  const phases = await phasesOf(tx, projectId)
  const conflicts = await equipmentOfWork(
    tx,
    phases.map((phase) => phase.id),
  )
  return {
    project: { id, code, name, clientName, startsOn, endsOn, budgetCode },
    stages: await stagesOf(tx, projectId),
    phases,
    overlaps: overlaps(phases),
    earlyStarts: earlyStarts(phases),
    shortages: [...conflicts].flatMap(([phaseId, { items }]) =>
      items.flatMap(({ name, count, shortages }) =>
        shortages.map((one) => ({ ...one, phaseId, name, count })),
      ),
    ),
    kept: [...conflicts.values()].flatMap(({ kept }) => kept),
    criticalPath: criticalPath(phases),
  }
}
