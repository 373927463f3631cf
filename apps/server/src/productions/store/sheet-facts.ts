// What a call sheet is made of besides the planner's words: published seats, places, people.
import type { SheetContent } from '@regie/contract/call-sheet-content'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Department, PhaseKind } from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Somebody on a seat of a phase. */
export type SheetSeat = {
  readonly positionId: Id
  readonly technicianId: Id
  readonly name: string
  readonly phone: string
  readonly role: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly isPublished: boolean
  readonly workOrderId: Id
  readonly reference: string
  readonly kind: PhaseKind
  readonly phaseName: string
  readonly department: Department | null
  readonly stageId: Id
  readonly stageName: string
  /** Of the seats of its phase that are called the same, which one. */
  readonly seatNumber: number
}

/** Whoever is on the production, by hours; of drafts, too. */
export async function sheetSeats(tx: Tx, projectId: Id): Promise<SheetSeat[]> {
  return await tx.rows(sql<SheetSeat>`
    select seat.id as "positionId", held.technician_id as "technicianId", technician.name, technician.phone,
      seat.label as role, held.starts_at as "startsAt", held.ends_at as "endsAt",
      held.published_at is not null as "isPublished", work.id as "workOrderId", work.reference, phase.kind,
      phase.name as "phaseName", phase.department, stage.id as "stageId", stage.name as "stageName",
      (select count(*)::int from work_orders.v_positions as other
        where other.organization_id = seat.organization_id and other.work_order_id = seat.work_order_id
          and lower(other.label) = lower(seat.label) and (other.group_no, other.seat_no) <= (seat.group_no, seat.seat_no)) as "seatNumber"
    from productions.phases as phase
    join productions.stages as stage on stage.organization_id = phase.organization_id and stage.id = phase.stage_id
    join work_orders.v_work_orders as work
      on work.organization_id = phase.organization_id and work.id = phase.work_order_id and work.status <> 'cancelled'
    join planning.v_assignments as held
      on held.organization_id = work.organization_id and held.work_order_id = work.id and held.live
    join work_orders.v_positions as seat
      on seat.organization_id = held.organization_id and seat.id = held.position_id
    join workforce.v_technicians as technician
      on technician.organization_id = held.organization_id and technician.id = held.technician_id
    where phase.organization_id = ${tx.actor.organizationId} and phase.project_id = ${projectId}
    order by held.starts_at, held.ends_at, work.number, technician.name, seat.id`)
}

type Place = SheetContent['places'][number]

export async function sheetPlaces(tx: Tx, projectId: Id): Promise<Place[]> {
  return await tx.rows(sql<Place>`
    select stage.id as key, stage.name, site.name as "siteName", site.access_instructions as access,
      jsonb_build_object('line', site.address_line, 'postcode', site.postcode, 'city', site.city, 'country', site.country) as address,
      case when site.latitude is null or site.longitude is null then null
        else jsonb_build_object('latitude', site.latitude, 'longitude', site.longitude) end as position
    from productions.stages as stage
    join clients.v_sites as site on site.organization_id = stage.organization_id and site.id = stage.site_id
    where stage.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
    order by stage.id`)
}

export type SheetReader = {
  readonly technicianId: Id
  readonly name: string
  readonly hasAccount: boolean
  readonly language: Language
}

/** Of these people: what they are called, whether they sign in, in which language they read. */
export async function sheetReaders(
  tx: Tx,
  technicianIds: readonly Id[],
): Promise<ReadonlyMap<Id, SheetReader>> {
  const rows = await tx.rows(sql<SheetReader>`
    select technician.id as "technicianId", technician.name, member.id is not null as "hasAccount",
      coalesce(member.language, organization.language, ${tx.actor.language}) as language
    from workforce.v_technicians as technician
    left join identity.v_organizations as organization on organization.organization_id = technician.organization_id
    left join identity.v_members as member
      on member.organization_id = technician.organization_id and member.technician_id = technician.id
        and member.disabled_at is null
    where technician.organization_id = ${tx.actor.organizationId} and technician.id = any(${[...technicianIds]}::uuid[])
    order by technician.sort_name, technician.id`)
  return new Map(rows.map((row) => [row.technicianId, row]))
}

export async function sheetOrganization(tx: Tx): Promise<{ name: string; timeZone: string }> {
  return await tx.row(sql<{ name: string; timeZone: string }>`
    select name, time_zone as "timeZone" from identity.v_organizations
    where organization_id = ${tx.actor.organizationId}`)
}
