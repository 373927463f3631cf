// SQL that makes and changes the work orders of visits, many at once, from what their series ask for.
import type { Id, Instant } from '@regie/contract/kernel'
import type { TimeWindow } from '@regie/contract/work-orders'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** One work order to be: the rest is copied from its series inside the database. */
export type VisitWork = {
  readonly id: Id
  readonly seriesId: Id
  readonly season: number
  readonly windows: readonly TimeWindow[]
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly asksSkill: boolean
}
export type NewVisitWork = VisitWork & { readonly number: number; readonly reference: string }
export type VisitSeat = {
  readonly id: Id
  readonly workOrderId: Id
  readonly groupNo: number
  readonly seatNo: number
}

const given = sql`id uuid, "seriesId" uuid, season int, windows jsonb, "opensAt" timestamptz, "closesAt" timestamptz,
  "asksSkill" boolean, number int, reference text`
/** What the season asks for, or else what all visits of the series do. */
const asked = sql`cross join lateral (
    select coalesce(nullif(series.season_work->given.season, 'null'::jsonb), series.work) as work) as asked`
/** Series that were written before there was equipment need none. */
const equipment = sql`coalesce(asked.work->'equipment', '[]')`
const ids = (field: string) =>
  sql`array(select jsonb_array_elements_text(asked.work->${sql.lit(field)}))::uuid[]`

export async function insertVisitWork(tx: Tx, visits: readonly NewVisitWork[]): Promise<void> {
  await tx.run(sql`
    insert into work_orders.work_orders (organization_id, id, number, reference, external_id, site_id, asset_ids,
      project_id, template_id, title, description, nature, category, priority_id, duration_minutes, windows, earliest_at,
      due_at, opens_at, closes_at, skills, certification_kind_ids, asks_skill, required_products, equipment, contact, notes,
      status, created_at)
    select series.organization_id, given.id, given.number, given.reference, null, series.site_id, ${ids('assetIds')}, null,
      (asked.work->>'templateId')::uuid, asked.work->>'title', asked.work->>'description', asked.work->>'nature',
      asked.work->>'category', (asked.work->>'priorityId')::uuid, (asked.work->>'durationMinutes')::int, given.windows, null,
      null, given."opensAt", given."closesAt", asked.work->'skills', ${ids('certificationKindIds')}, given."asksSkill",
      asked.work->'requiredProducts', ${equipment}, asked.work->'contact', asked.work->>'notes', 'qualified', ${tx.now()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given(${given})
    join work_orders.series as series
      on series.organization_id = ${tx.actor.organizationId} and series.id = given."seriesId"
    ${asked}`)
}

/** Gives work that nobody is on yet what its series asks for now, and its new time. */
export async function saveVisitWork(tx: Tx, visits: readonly VisitWork[]): Promise<void> {
  await tx.run(sql`
    update work_orders.work_orders as work_order
    set asset_ids = ${ids('assetIds')}, template_id = (asked.work->>'templateId')::uuid, title = asked.work->>'title',
      description = asked.work->>'description', nature = asked.work->>'nature', category = asked.work->>'category',
      priority_id = (asked.work->>'priorityId')::uuid, duration_minutes = (asked.work->>'durationMinutes')::int,
      windows = given.windows, earliest_at = null, due_at = null, opens_at = given."opensAt", closes_at = given."closesAt",
      skills = asked.work->'skills', certification_kind_ids = ${ids('certificationKindIds')},
      asks_skill = given."asksSkill", required_products = asked.work->'requiredProducts', equipment = ${equipment},
      contact = asked.work->'contact', notes = asked.work->>'notes', status = 'qualified', cancel_reason = '', version = work_order.version + 1
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given(${given})
    join work_orders.series as series
      on series.organization_id = ${tx.actor.organizationId} and series.id = given."seriesId"
    ${asked}
    where work_order.organization_id = series.organization_id and work_order.id = given.id`)
}

/** Gives work another time and leaves the rest of it as it is. */
export async function retimeWork(
  tx: Tx,
  { id, windows, opensAt, closesAt }: Pick<VisitWork, 'id' | 'windows' | 'opensAt' | 'closesAt'>,
): Promise<void> {
  await tx.run(sql`
    update work_orders.work_orders
    set windows = ${JSON.stringify(windows)}::jsonb, earliest_at = null, due_at = null, opens_at = ${opensAt},
      closes_at = ${closesAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}

/** The seats of these work orders, as the positions of their series say; a work without positions has one. */
export async function insertVisitSeats(
  tx: Tx,
  work: readonly Pick<VisitWork, 'id' | 'seriesId' | 'season'>[],
  seats: readonly VisitSeat[],
): Promise<void> {
  const { organizationId } = tx.actor
  await tx.run(sql`
    insert into work_orders.positions (organization_id, id, work_order_id, group_no, seat_no, label, skills,
      certification_kind_ids, mandatory)
    select series.organization_id, seat.id, seat."workOrderId", seat."groupNo", seat."seatNo", coalesce(one.position->>'label', ''),
      coalesce(one.position->'skills', '[]'),
      array(select jsonb_array_elements_text(coalesce(one.position->'certificationKindIds', '[]')))::uuid[],
      coalesce((one.position->>'mandatory')::boolean, true)
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as seat(id uuid, "workOrderId" uuid, "groupNo" int, "seatNo" int)
    join jsonb_to_recordset(${JSON.stringify(work)}::jsonb) as given(id uuid, "seriesId" uuid, season int)
      on given.id = seat."workOrderId"
    join work_orders.series as series on series.organization_id = ${organizationId} and series.id = given."seriesId"
    ${asked}
    cross join lateral (select asked.work->'positions'->seat."groupNo" as position) as one`)
}

export async function removeSeatsOf(tx: Tx, workOrderIds: readonly Id[]): Promise<void> {
  await tx.run(sql`
    delete from work_orders.positions
    where organization_id = ${tx.actor.organizationId} and work_order_id = any(${[...workOrderIds]}::uuid[])`)
}

/** Cancels work of series that is not wanted any more. */
export async function cancelVisitWork(
  tx: Tx,
  workOrderIds: readonly Id[],
  reason: string,
): Promise<void> {
  await tx.run(sql`
    update work_orders.work_orders set status = 'cancelled', cancel_reason = ${reason}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = any(${[...workOrderIds]}::uuid[])`)
}
