// Equipment against the plan: what planned work holds and what is booked beside it, put together.
import type { Booking, EquipmentItem } from '@regie/contract/equipment'
import type { Id, Instant } from '@regie/contract/kernel'
import type {
  EquipmentOfWork,
  EquipmentPlan,
  EquipmentShortage,
  EquipmentUse,
  KeptPerson,
} from '@regie/contract/planning-equipment'
import { allItems, bookingsBetween, excesses } from '../../equipment/index.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findWorkOrder } from '../../work-orders/index.ts'
import { liveOnWorkOrders } from '../store/assignments.ts'
import { usesBetween, workDuring } from '../store/equipment.ts'
import { expectRange } from './board.ts'
import { keptBy } from './load-gear.ts'

type Span = { readonly from: Instant; readonly until: Instant }

/** What holds one kind of equipment: planned work, or a booking. */
type Holding = Pick<EquipmentUse, 'startsAt' | 'endsAt' | 'quantity'> & {
  readonly workOrderId: Id | null
  readonly bookingId: Id | null
}

export async function getEquipmentPlan(tx: Tx, span: Span): Promise<{ items: EquipmentPlan[] }> {
  expectRange(span)
  const books = await openBooks(tx, span)
  const kept = await keptPeople(tx, books)
  return {
    items: books.items
      .map((item) => ({ ...item, ...held(books, item), kept: kept.get(item.id) ?? [] }))
      .filter(
        ({ archivedAt, uses, bookings }) =>
          archivedAt === null || uses.length + bookings.length > 0,
      ),
  }
}

type Books = {
  readonly items: readonly EquipmentItem[]
  readonly uses: readonly EquipmentUse[]
  readonly bookings: readonly Booking[]
}

async function openBooks(tx: Tx, span: Span): Promise<Books> {
  const items = await allItems(tx)
  if (items.length === 0) return { items, uses: [], bookings: [] }
  return { items, uses: await usesBetween(tx, span), bookings: await bookingsBetween(tx, span) }
}

function held({ uses, bookings }: Books, { id, quantity }: EquipmentItem) {
  const own = {
    uses: uses.filter(({ equipmentId }) => equipmentId === id),
    bookings: bookings.filter(({ equipmentId }) => equipmentId === id),
  }
  const holdings: Holding[] = [
    ...own.uses.map((use) => ({ ...use, bookingId: null })),
    ...own.bookings.map((one) => ({ ...one, workOrderId: null, bookingId: one.id })),
  ]
  const shortages = excesses(holdings, quantity).map(
    ({ startsAt, endsAt, used, holds }): EquipmentShortage => ({
      ...{ startsAt, endsAt, used, count: quantity },
      workOrderIds: holds.flatMap(({ workOrderId }) => workOrderId ?? []),
      bookingIds: holds.flatMap(({ bookingId }) => bookingId ?? []),
    }),
  )
  return { ...own, shortages }
}

/** People who are planned while a booking keeps them, by the equipment that is booked. */
async function keptPeople(
  tx: Tx,
  { items, bookings }: Books,
): Promise<ReadonlyMap<Id, KeptPerson[]>> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const equipmentOf = new Map(bookings.map(({ id, equipmentId }) => [id, equipmentId]))
  const kept = await workDuring(
    tx,
    bookings.flatMap((one) =>
      keptBy(one, byId.get(one.equipmentId)).map((technicianId) => ({
        ...{ bookingId: one.id, label: `${one.equipmentName} · ${one.label}`, technicianId },
        ...{ startsAt: one.startsAt, endsAt: one.endsAt },
      })),
    ),
  )
  return Map.groupBy(kept, ({ bookingId }) => equipmentOf.get(bookingId) ?? '')
}

/** Conflicts of equipment that these work orders are part of. */
export async function equipmentOfWork(
  tx: Tx,
  workOrderIds: readonly Id[],
): Promise<ReadonlyMap<Id, { items: EquipmentOfWork[]; kept: KeptPerson[] }>> {
  const placed = await liveOnWorkOrders(tx, workOrderIds)
  const from = placed.map(({ startsAt }) => startsAt).toSorted()[0]
  const until = placed
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1)
  if (!from || !until) return new Map()
  const books = await openBooks(tx, { from, until })
  const kept = [...(await keptPeople(tx, books)).values()].flat()
  const byId = new Map(books.items.map((item) => [item.id, item]))
  const shortages = new Map(books.items.map((item) => [item.id, held(books, item).shortages]))
  const found = new Map<Id, { items: EquipmentOfWork[]; kept: KeptPerson[] }>()
  for (const workOrderId of workOrderIds) {
    const items = books.uses
      .filter((use) => use.workOrderId === workOrderId)
      .map(({ equipmentId, quantity }) => ({
        ...{ equipmentId, quantity, name: byId.get(equipmentId)?.name ?? '' },
        count: byId.get(equipmentId)?.quantity ?? 0,
        shortages: (shortages.get(equipmentId) ?? [])
          .filter((one) => one.workOrderIds.includes(workOrderId))
          .map((one) => ({ ...one, others: othersIn(one, books, workOrderId) })),
      }))
    found.set(workOrderId, { items, kept: kept.filter((one) => one.workOrderId === workOrderId) })
  }
  return found
}

function othersIn(
  { workOrderIds, bookingIds }: EquipmentShortage,
  { uses, bookings }: Books,
  self: Id,
): string[] {
  const titles = new Map(uses.map((use) => [use.workOrderId, `${use.title} · ${use.siteName}`]))
  const labels = new Map(bookings.map(({ id, label }) => [id, label]))
  return [
    ...workOrderIds.filter((id) => id !== self).map((id) => titles.get(id) ?? ''),
    ...bookingIds.map((id) => labels.get(id) ?? ''),
  ]
}

/** What a work order needs, planned or not, with its conflicts once it is planned. */
export async function getEquipmentOfWork(
  tx: Tx,
  workOrderId: Id,
): Promise<{ items: EquipmentOfWork[]; kept: KeptPerson[] }> {
  const { equipment } = found(await findWorkOrder(tx, workOrderId), 'work order')
  const known = (await equipmentOfWork(tx, [workOrderId])).get(workOrderId)
  const byId = new Map((await allItems(tx)).map((item) => [item.id, item]))
  const items = equipment.map(
    ({ equipmentId, quantity }): EquipmentOfWork =>
      known?.items.find((one) => one.equipmentId === equipmentId) ?? {
        ...{ equipmentId, quantity, name: byId.get(equipmentId)?.name ?? '' },
        ...{ count: byId.get(equipmentId)?.quantity ?? 0, shortages: [] },
      },
  )
  return { items, kept: known?.kept ?? [] }
}
