// What a question of planning is asked about: people with their hours, seats to fill, assignments as they stand.
import type { Id, Instant, LocalDate, Position } from '@regie/contract/kernel'
import type { WeekSums } from '@regie/contract/labour-hours'
import type { LabourRules } from '@regie/contract/labour-rules'
import type { AssignmentState } from '@regie/contract/planning'
import type { Override } from '@regie/contract/planning-overrides'
import type { Gap, WorkOrderStatus } from '@regie/contract/work-orders'

export type Span = { readonly startsAt: Instant; readonly endsAt: Instant }

/**
 * Hours of one local day: the shifts as they would be without absences, and the absences in them. `refused`: hours they
 * said no to, in a shift or not; `pending`: of which they do not know yet.
 */
export type WorkDay = {
  readonly date: LocalDate
  readonly shifts: readonly Span[]
  readonly absences: readonly (Span & { readonly reason: string })[]
  readonly refused?: readonly Span[]
  readonly pending?: readonly Span[]
}

export type SceneTechnician = {
  readonly id: Id
  readonly name: string
  readonly archived: boolean
  readonly home: Position | null
  readonly maxDaySeconds: number
  readonly skills: readonly { readonly id: Id; readonly level: number }[]
  /** With those a held kind covers; validity as instants, null open-ended. */
  readonly certifications: readonly {
    readonly id: Id
    readonly validFrom: Instant | null
    readonly validUntil: Instant | null
  }[]
  readonly days: readonly WorkDay[]
}

export type SceneSeat = {
  readonly positionId: Id
  readonly name: string
  readonly mandatory: boolean
  readonly skills: readonly { readonly id: Id; readonly level: number }[]
  readonly certificationKindIds: readonly Id[]
}

export type SceneWorkOrder = {
  readonly id: Id
  readonly reference: string
  readonly title: string
  readonly status: WorkOrderStatus
  readonly siteId: Id
  readonly siteName: string
  readonly position: Position | null
  readonly durationMinutes: number | null
  readonly priorityRank: number
  readonly windows: readonly { readonly from: Instant; readonly until: Instant }[]
  readonly earliestAt: Instant | null
  readonly dueAt: Instant | null
  /** What everybody on it needs is in each seat. */
  readonly seats: readonly SceneSeat[]
  readonly after: readonly { readonly workOrderId: Id; readonly lagSeconds: number }[]
  readonly gaps: readonly Gap[]
  /** Equipment it holds for as long as it lasts, by id. */
  readonly equipment: readonly { readonly id: Id; readonly count: number }[]
  /** Whom its series prefers: a wish, not a rule. */
  readonly preferredTechnicianId: Id | null
}

export type SceneAssignment = Span & {
  readonly id: Id
  readonly version: number
  readonly workOrderId: Id
  readonly positionId: Id
  readonly technicianId: Id
  readonly state: AssignmentState
  readonly locked: boolean
  readonly publishedAt: Instant | null
  /** The client has said yes to this hour. */
  readonly clientConfirmed: boolean
  /** Put there although rules warned. */
  readonly override?: Override | null
}

/** Equipment that work of the scene needs, and how many there are. */
export type SceneEquipment = { readonly id: Id; readonly name: string; readonly count: number }

/** Equipment taken for something the plan does not show. */
export type SceneBooking = Span & {
  readonly id: Id
  readonly equipmentId: Id
  readonly count: number
  /** Who is kept from other work by it: who is busy with it, or whose own vehicle it takes away. */
  readonly keeps: readonly Id[]
}

export type Scene = {
  /** The range that is planned or looked at; what lies outside only gives context. */
  readonly from: Instant
  readonly until: Instant
  readonly timeZone: string
  readonly technicians: readonly SceneTechnician[]
  readonly workOrders: readonly SceneWorkOrder[]
  /** Live ones of these technicians and work orders, also around the range. */
  readonly assignments: readonly SceneAssignment[]
  readonly equipment: readonly SceneEquipment[]
  readonly bookings: readonly SceneBooking[]
  /** Labour rules of work that is under an agreement, by work order; one object for each production. */
  readonly agreements: ReadonlyMap<Id, LabourRules>
  /** Minutes planned of each technician, week by week, as far around as an average of twelve weeks reaches. */
  readonly weeks: ReadonlyMap<Id, WeekSums>
  /** Names of equipment, bookings, skills, certifications, technicians and seats. */
  readonly names: Readonly<Record<string, string>>
}
