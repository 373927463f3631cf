// What must hold of a draft before it is written: no contradiction, and everything it names exists.
import type { Fault } from '@regie/contract/errors'
import type { Id } from '@regie/contract/kernel'
import type { WorkOrder, WorkOrderDraft } from '@regie/contract/work-orders'
import { findPriority, findTemplate } from '../../catalog/index.ts'
import { findAsset, findSite } from '../../clients/index.ts'
import { expectEquipment } from '../../equipment/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { found, uniqueBy } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { expectKnown } from '../../workforce/index.ts'
import { contradictions, findCycle } from '../model.ts'
import {
  edgesFrom,
  findWorkOrderIdByExternalId,
  lockDependencies,
  referencesOf,
} from '../store/changes.ts'
import { findProject } from '../store/projects.ts'

/** `before` is the work order as it stands, null when it is made; `self` its id. */
export async function expectFits(
  tx: Tx,
  self: Id,
  before: WorkOrder | null,
  draft: WorkOrderDraft,
  more: readonly Fault[] = [],
): Promise<void> {
  const faults = [
    ...more,
    ...contradictions(draft, tx.actor.language),
    ...(await circles(tx, self, draft)),
  ]
  if (faults.length) throw invalid(faults)
  await expectNamed(tx, before, draft)
  const find = (value: string) => findWorkOrderIdByExternalId(tx, value)
  await uniqueBy(draft.externalId, find, self, 'externalId')
}

async function expectNamed(tx: Tx, before: WorkOrder | null, draft: WorkOrderDraft): Promise<void> {
  found(await findSite(tx, draft.siteId), 'site')
  for (const assetId of draft.assetIds)
    if ((await findAsset(tx, assetId))?.siteId !== draft.siteId)
      throw fail('not_found', { what: 'asset' })
  if (draft.projectId) found(await findProject(tx, draft.projectId), 'project')
  if (draft.templateId) found(await findTemplate(tx, draft.templateId), 'template')
  if (draft.priorityId) found(await findPriority(tx, draft.priorityId), 'priority')
  await expectEquipment(tx, draft.equipment)
  await expectKnown(tx, [draft, ...draft.positions])
  const seats = new Set(before?.positions.flatMap(({ positionIds }) => positionIds))
  if (draft.positions.some(({ positionIds }) => positionIds.some((id) => !seats.delete(id))))
    throw fail('not_found', { what: 'position' })
}

async function circles(tx: Tx, self: Id, draft: WorkOrderDraft): Promise<Fault[]> {
  if (draft.dependencies.length === 0) return []
  await lockDependencies(tx)
  const afterIds = draft.dependencies.map(({ afterId }) => afterId)
  const known = await referencesOf(tx, [self, ...afterIds])
  if (afterIds.some((afterId) => afterId !== self && !known.has(afterId)))
    throw fail('not_found', { what: 'work order' })
  const edges = await edgesFrom(tx, afterIds)
  const faults = afterIds.map(async (afterId, index): Promise<Fault | null> => {
    const others = edges.filter(({ workOrderId }) => workOrderId !== self)
    const cycle = findCycle(self, [...others, { workOrderId: self, afterId }])
    if (!cycle) return null
    const names = await referencesOf(tx, cycle)
    const said = cycle.map((id) => names.get(id) ?? draft.title).join(' → ')
    return {
      path: `dependencies.${index}.afterId`,
      expected:
        tx.actor.language === 'fr'
          ? `Ces interventions s'attendraient en rond : ${said}.`
          : `These work orders would wait for each other in a circle: ${said}.`,
      got: known.get(afterId) ?? afterId,
    }
  })
  return (await Promise.all(faults)).filter((fault) => fault !== null)
}
