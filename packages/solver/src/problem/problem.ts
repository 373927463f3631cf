/**
 * The validated problem: frozen, indexed by rank, with nothing left optional that every
 * reader would have to default again. Made by `buildProblem` only.
 */
import type { Policy } from './policy.ts'

/** A span of seconds, both ends included. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** Travel time and length between all locations, row-major: `[from × count + to]`. */
export interface Travel {
  readonly profile: string
  /** Locations, with the nowhere that costs nothing as the last. */
  readonly count: number
  readonly seconds: Int32Array
  readonly metres: Int32Array
  /**
   * Latitude and longitude of each location, in turn: the tables are empty then and every way is
   * estimated when it is asked for. Only `secondsBetween` and `metresBetween` may read a travel.
   */
  readonly points?: Float64Array
  /** With `points`: length of the road over the straight line, and speed. */
  readonly estimate?: { readonly detourFactor: number; readonly kilometresPerHour: number }
  /** Travel that leaves within a slice takes `factor` times as long; sorted, disjoint. */
  readonly slices: readonly (Interval & { readonly factor: number })[]
}

/** Travel time that stands for "no way". Sums of two stay within 32 bits. */
export const UNREACHABLE = 1_000_000_000

/** A pause of a shift, with the spans in which it may begin. */
export interface Pause {
  readonly id: string
  readonly windows: readonly Interval[]
  readonly seconds: number
}

/** A shift is one tour to plan: one technician on one day. */
export interface Shift {
  readonly index: number
  readonly id: string
  readonly technician: number
  readonly day: string
  readonly week: string | undefined
  readonly start: number
  readonly end: number
  readonly overtimeSeconds: number
  /** Rank of a location; the nowhere when the tour begins at its first visit. */
  readonly startLocation: number
  readonly endLocation: number
  readonly pauses: readonly Pause[]
  readonly nights: readonly Interval[]
}

/** A certification held, and from when until when. */
export interface Certification {
  readonly id: string
  readonly validFrom: number
  readonly validUntil: number
}

/** A person who can be planned, with every field settled. */
export interface Technician {
  readonly index: number
  readonly id: string
  /** Rank in `travels`. */
  readonly travel: number
  readonly skills: ReadonlyMap<string, number>
  readonly certifications: readonly Certification[]
  /** Ranks of shifts, in order of time. */
  readonly shifts: readonly number[]
  readonly absences: readonly (Interval & { readonly reason: string | undefined })[]
  readonly costs: {
    readonly perShift: number
    readonly perHour: number
    readonly perOvertimeHour: number
    readonly perKilometre: number
    readonly perTravelHour: number
  }
  /** Infinity when there is none. */
  readonly limits: {
    readonly workSecondsPerDay: number
    readonly workSecondsPerWeek: number
    readonly visitsPerShift: number
    readonly metresPerShift: number
    readonly travelSecondsPerShift: number
  }
  /** One number per dimension of the problem; Infinity when not given. */
  readonly capacity: readonly number[]
  readonly tools: ReadonlySet<string>
  readonly parts: ReadonlyMap<string, number>
}

/** One seat of a work order. */
export interface Visit {
  readonly index: number
  readonly id: string
  readonly workOrder: number
  readonly location: number
  /** When service may begin: sorted, disjoint, at least one. */
  readonly windows: readonly Interval[]
  readonly serviceSeconds: number
  /** By rank of technician, where it differs. */
  readonly serviceByTechnician: ReadonlyMap<number, number>
  readonly skills: readonly { readonly id: string; readonly level: number }[]
  readonly certifications: readonly string[]
  readonly allowed: ReadonlySet<number> | undefined
  readonly forbidden: ReadonlySet<number>
  readonly preferred: ReadonlySet<number>
  readonly optional: boolean
  readonly priority: number
  /** Points for leaving the seat empty. */
  readonly unassignedPrice: number
  /** Infinity when never late. */
  readonly dueAt: number
  readonly latenessPrice: number
  readonly locked: { readonly technician: number; readonly start: number | undefined } | undefined
  readonly published:
    | {
        readonly technician: number
        readonly start: number
        readonly confirmed: boolean
        readonly changePrice: number
      }
    | undefined
  /** Rank of the series, −1 for none. */
  readonly series: number
  readonly demand: readonly number[]
  readonly resources: readonly { readonly resource: number; readonly count: number }[]
  readonly tools: readonly string[]
  readonly parts: ReadonlyMap<string, number>
}

/** What belongs together: the seats of one piece of work. */
export interface WorkOrder {
  readonly index: number
  readonly id: string
  /** Ranks of its seats. */
  readonly visits: readonly number[]
  readonly synchronisation: 'none' | 'simultaneous' | 'sequential'
}

/**
 * An order in time between two visits. The lag runs from the start (`'start'`) or the end
 * (`'end'`) of `from` to the start of `to`, and lies in [minSeconds, maxSeconds].
 */
export interface Link {
  readonly kind: 'synchronisation' | 'dependency'
  readonly from: number
  readonly to: number
  readonly measuredFrom: 'start' | 'end'
  readonly minSeconds: number
  /** Infinity when there is none. */
  readonly maxSeconds: number
}

/** A planning problem, valid and ready to solve. */
export interface Problem {
  readonly locations: readonly { readonly id: string }[]
  /** Rank of the location that is anywhere: no travel from or to it. */
  readonly nowhere: number
  readonly travels: readonly Travel[]
  readonly technicians: readonly Technician[]
  readonly shifts: readonly Shift[]
  readonly workOrders: readonly WorkOrder[]
  readonly visits: readonly Visit[]
  readonly links: readonly Link[]
  readonly series: readonly string[]
  readonly resources: readonly { readonly id: string; readonly count: number }[]
  readonly depot: { readonly location: number; readonly serviceSeconds: number } | undefined
  readonly dimensions: number
  readonly policy: Policy
  readonly visitIndex: ReadonlyMap<string, number>
  readonly technicianIndex: ReadonlyMap<string, number>
  readonly shiftIndex: ReadonlyMap<string, number>
  readonly workOrderIndex: ReadonlyMap<string, number>
}

/** Service time of a visit when this technician makes it. */
export const serviceOf = (visit: Visit, technician: number): number =>
  visit.serviceByTechnician.get(technician) ?? visit.serviceSeconds
