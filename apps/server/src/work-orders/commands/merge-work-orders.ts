// Many work orders at once, matched by external id. What they wait for is left to other commands.
import type { Fault } from '@regie/contract/errors'
import type { Id } from '@regie/contract/kernel'
import {
  type WorkOrder,
  type WorkOrderDraft,
  type WorkOrderStatus,
  workOrderDraft,
} from '@regie/contract/work-orders'
import {
  externalIdsOf,
  type Merged,
  type MergeRefusal,
  MergeShelf,
  saveMerged,
} from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import { expectKnown } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { codeOfToday, contradictions, referenceOf, toSeats } from '../model.ts'
import type { NewWorkOrder } from '../store/changes.ts'
import {
  insertWorkOrders,
  saveSeatsOfMany,
  saveWorkOrders,
  takeNumbers,
  workOrdersWithExternalIds,
} from '../store/many.ts'
import { findProject } from '../store/projects.ts'

/** What one line tells; what is left out stays as it is. `first` are the values of a new one (its template's). */
export type WorkOrderPatch = {
  readonly externalId: string
  readonly siteId: Id
  readonly title: string
  readonly first: Partial<WorkOrderDraft>
  readonly changes: Partial<Omit<WorkOrderDraft, 'externalId' | 'siteId' | 'title'>>
  /** Seats, where the work has one kind of them. */
  readonly headcount?: number | undefined
}

export type WorkOrderRefusal =
  | MergeRefusal
  /** It is done, closed or cancelled: files do not change it any more. */
  | { readonly reason: 'settled'; readonly status: WorkOrderStatus }
  | { readonly reason: 'contradicts'; readonly faults: { fr: Fault; en: Fault }[] }

type Draft = WorkOrderDraft & { readonly externalId: string; readonly name: string }

export type WorkOrdersPlan = {
  readonly workOrders: readonly Merged<Draft>[]
  readonly status: ReadonlyMap<Id, WorkOrderStatus>
  readonly reference: ReadonlyMap<Id, string>
  /** By index of the patch. */
  readonly lines: readonly (Merged<Draft> | WorkOrderRefusal)[]
}

const CHANGEABLE: readonly WorkOrderStatus[] = ['requested', 'qualified', 'planned']

/** What importing these would do. Reads only. Sites, projects, templates and priorities are the caller's to check. */
export async function planWorkOrders(
  tx: Tx,
  patches: readonly WorkOrderPatch[],
): Promise<WorkOrdersPlan> {
  const named = patches.map(({ externalId, title }) => ({ externalId, name: title }))
  const known = await workOrdersWithExternalIds(tx, externalIdsOf(named))
  const byId = new Map(known.map((one) => [one.id, one]))
  const shelf = new MergeShelf<Draft>(known.map((one) => ({ ...pick(one), draft: draftOf(one) })))
  const lines = patches.map((patch, index) => {
    const wanted = { externalId: patch.externalId, name: patch.title }
    const repeated = shelf.repeated('', wanted, index)
    if (repeated) return repeated
    const merged = shelf.settle({ index, newId: tx.newId }, wanted, (before) =>
      complete(patch, before),
    )
    return 'reason' in merged ? merged : judge(merged, byId.get(merged.id))
  })
  return {
    workOrders: lines.filter((line) => 'id' in line),
    status: new Map(known.map(({ id, status }) => [id, status])),
    reference: new Map(known.map(({ id, reference }) => [id, reference])),
    lines,
  }
}

const pick = ({ id, version }: WorkOrder) => ({ id, version })

const draftOf = (workOrder: WorkOrder): Draft =>
  named(workOrderDraft.parse(workOrder), workOrder.externalId ?? '')

const named = (draft: WorkOrderDraft, externalId: string): Draft => ({
  ...draft,
  externalId,
  name: draft.title,
})

function complete(patch: WorkOrderPatch, before: Draft | undefined): Draft {
  const { externalId, siteId, title, first, changes, headcount } = patch
  const draft = workOrderDraft.parse({
    ...(before ?? first),
    ...changes,
    externalId,
    siteId,
    title,
  })
  const [group, ...others] = draft.positions
  if (headcount === undefined || others.length) return named(draft, externalId)
  const seats = group ?? { skills: [], certificationKindIds: [], label: '', mandatory: true }
  const positionIds = (group?.positionIds ?? []).slice(0, headcount)
  return named({ ...draft, positions: [{ ...seats, headcount, positionIds }] }, externalId)
}

function judge(
  merged: Merged<Draft>,
  known: WorkOrder | undefined,
): Merged<Draft> | WorkOrderRefusal {
  if (merged.outcome === 'keep') return merged
  if (known && !CHANGEABLE.includes(known.status))
    return { reason: 'settled', status: known.status }
  const [fr, en] = [contradictions(merged.draft, 'fr'), contradictions(merged.draft, 'en')]
  const faults = fr.flatMap((fault, index) => {
    const other = en[index]
    return other ? [{ fr: fault, en: other }] : []
  })
  return faults.length ? { reason: 'contradicts', faults } : merged
}

/** Does what the plan says, and tells it. */
export async function applyWorkOrders(tx: Tx, plan: WorkOrdersPlan): Promise<void> {
  const { workOrders } = plan
  await expectKnown(
    tx,
    workOrders.flatMap(({ draft }) => [draft, ...draft.positions]),
  )
  const created = await numbered(
    tx,
    workOrders.filter(({ outcome }) => outcome === 'create'),
  )
  const updated = workOrders.filter(({ outcome }) => outcome === 'update')
  await saveMerged(
    workOrders,
    () => insertWorkOrders(tx, created),
    (rows) => saveWorkOrders(tx, rows),
  )
  const seats = [...created, ...updated].map(
    ({ id, draft }) => [id, toSeats(draft.positions, tx.newId)] as const,
  )
  const removed = await saveSeatsOfMany(tx, new Map(seats))
  for (const { id, reference, status, draft } of created)
    tx.emit(happened.work_order_created({ ...told(id, reference, draft), status }))
  for (const { id, draft } of updated)
    tx.emit(
      happened.work_order_changed({
        ...told(id, plan.reference.get(id) ?? '', draft),
        status: plan.status.get(id) ?? 'qualified',
        removedPositionIds: removed.get(id) ?? [],
      }),
    )
}

const told = (id: Id, reference: string, { title, siteId, projectId }: WorkOrderDraft) => ({
  workOrderId: id,
  reference,
  title,
  siteId,
  projectId,
})

/** New ones get their numbers in the order of the file, and references under the code of project or day. */
async function numbered(tx: Tx, rows: readonly Merged<Draft>[]): Promise<NewWorkOrder[]> {
  if (rows.length === 0) return []
  const first = await takeNumbers(tx, 'work order', rows.length)
  const today = codeOfToday(tx.now(), tx.actor.timeZone)
  const references = new Map<Id, string>()
  for (const [projectId, own] of Map.groupBy(rows, ({ draft }) => draft.projectId)) {
    const code = (projectId ? await findProject(tx, projectId) : undefined)?.code ?? today
    const ordinal = await takeNumbers(tx, `mission ${code}`, own.length)
    for (const [index, { id }] of own.entries())
      references.set(id, referenceOf(code, ordinal + index))
  }
  return rows.map(({ id, draft }, index) => ({
    id,
    number: first + index,
    reference: references.get(id) ?? '',
    status: draft.durationMinutes ? 'qualified' : 'requested',
    draft,
  }))
}
