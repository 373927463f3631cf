// A phase and the work order behind it, written together.
import type { Id } from '@regie/contract/kernel'
import {
  departmentNames,
  type Phase,
  type PhaseDraft,
  phaseKindNames,
  type Stage,
} from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'
import { type WorkOrderDraft, workOrderDraft } from '@regie/contract/work-orders'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { createWorkOrder, findWorkOrder, updateWorkOrder } from '../../work-orders/index.ts'
import { insertPhase, savePhase } from '../store/phases.ts'

/** Makes the phase and its work order; returns its id. */
export async function makePhase(
  tx: Tx,
  projectId: Id,
  stage: Stage,
  draft: PhaseDraft,
): Promise<Id> {
  const asked = workOrderDraft.parse({
    ...asWork(draft, stage, tx.actor.language),
    projectId,
    category: 'one_off',
  })
  const { id } = await createWorkOrder.run(tx, asked)
  await insertPhase(tx, { ...draft, id, projectId })
  return id
}

type Place = {
  readonly projectId: Id
  readonly stage: Stage
  readonly phase: Pick<Phase, 'id' | 'version'>
}

/** Gives a phase these values; what the work order has besides stays. */
export async function rewritePhase(
  tx: Tx,
  { projectId, stage, phase }: Place,
  draft: PhaseDraft,
): Promise<void> {
  const before = found(await findWorkOrder(tx, phase.id), 'phase')
  const work = asWork(draft, stage, tx.actor.language)
  await updateWorkOrder.run(tx, {
    workOrderId: phase.id,
    version: phase.version,
    draft: { ...before, ...work, projectId },
  })
  await savePhase(tx, phase.id, draft)
}

type AsWork = Pick<
  WorkOrderDraft,
  | 'siteId'
  | 'title'
  | 'nature'
  | 'durationMinutes'
  | 'windows'
  | 'positions'
  | 'dependencies'
  | 'equipment'
>

/** A phase as work: its hours are the one window, and take all of it. */
function asWork(draft: PhaseDraft, stage: Stage, language: Language): AsWork {
  const { kind, department, name, startsAt, endsAt, positions, dependencies, equipment } = draft
  const called = name || phaseKindNames[kind][language]
  const whose = department && !name ? [departmentNames[department][language]] : []
  return {
    siteId: stage.siteId,
    title: [called, ...whose, stage.name].join(' · '),
    nature: phaseKindNames[kind][language],
    durationMinutes: Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
    windows: [{ from: startsAt, until: endsAt }],
    positions,
    dependencies,
    equipment,
  }
}
