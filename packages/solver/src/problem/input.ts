/**
 * The plain JSON that describes a planning problem: what `buildProblem` takes.
 *
 * Units: every time is an integer number of seconds since an origin the caller chooses (Unix
 * seconds are fine), every duration an integer number of seconds, every distance an integer
 * number of metres, every price in points (one unit for the whole problem, for example cents).
 * The solver knows no time zones: the caller gives a key for the local day and week of a shift.
 */
import type { PolicyInput } from './policy.ts'

/** A span of time, both ends included, in seconds. */
export interface IntervalInput {
  readonly start: number
  readonly end: number
}

/** A place: the row of the travel tables is its rank in `locations`. */
export interface LocationInput {
  readonly id: string
  /** Degrees; needed only when no travel table is given. */
  readonly latitude?: number
  readonly longitude?: number
}

/** Travel between all locations for one way of moving. `null` = no way from here to there. */
export interface TravelInput {
  /** Name of the way of moving, for example `car`; technicians refer to it. */
  readonly profile?: string
  /** Seconds, row = from, column = to; nested rows, or one flat row-major list. */
  readonly durations: readonly (readonly (number | null)[])[] | ArrayLike<number | null>
  /** Metres, same shape; the durations when absent. */
  readonly distances?: readonly (readonly (number | null)[])[] | ArrayLike<number | null>
  /** Travel that leaves within [start, end) takes `factor` times as long. */
  readonly slices?: readonly (IntervalInput & { readonly factor: number })[]
}

/** A skill held or asked for; a higher level includes the lower ones. */
export interface SkillInput {
  readonly id: string
  readonly level?: number
}

/** A certification held, valid from and until these instants (open ended when absent). */
export interface CertificationInput {
  readonly id: string
  readonly validFrom?: number
  readonly validUntil?: number
}

/** A pause that must lie in a shift, begun inside one of its windows, without travel. */
export interface PauseInput {
  readonly id: string
  readonly windows: readonly IntervalInput[]
  readonly seconds: number
}

/** When a technician works on a day. */
export interface ShiftInput extends IntervalInput {
  readonly id?: string
  /** Key of the local day, for example `2025-03-15`. Shifts of one day share the daily limit. */
  readonly day: string
  /** Key of the local week, for example `2025-W11`; without it the shift counts in no week. */
  readonly week?: string
  readonly startLocation?: string
  readonly endLocation?: string
  /** The shift may end this much later, at the overtime price. */
  readonly overtimeSeconds?: number
  readonly pauses?: readonly PauseInput[]
  /** Spans counted as night work. */
  readonly nights?: readonly IntervalInput[]
}

/** Prices of a technician, in points. */
export interface TechnicianCostsInput {
  readonly perShift?: number
  readonly perHour?: number
  readonly perOvertimeHour?: number
  readonly perKilometre?: number
  readonly perTravelHour?: number
}

/** Limits of a technician; each overrules the policy. */
export interface TechnicianLimitsInput {
  readonly workSecondsPerDay?: number
  readonly workSecondsPerWeek?: number
  readonly visitsPerShift?: number
  readonly metresPerShift?: number
  readonly travelSecondsPerShift?: number
}

/** A person who can be planned. */
export interface TechnicianInput {
  readonly id: string
  readonly profile?: string
  /** Where tours begin and end unless the shift says otherwise; none = at the first and last visit. */
  readonly startLocation?: string
  readonly endLocation?: string
  readonly skills?: readonly SkillInput[]
  readonly certifications?: readonly CertificationInput[]
  readonly shifts: readonly ShiftInput[]
  readonly absences?: readonly (IntervalInput & { readonly reason?: string })[]
  readonly costs?: TechnicianCostsInput
  readonly limits?: TechnicianLimitsInput
  /** What a tour can load, one number per dimension of `demand`. */
  readonly capacity?: readonly number[]
  readonly tools?: readonly string[]
  readonly parts?: Readonly<Record<string, number>>
}

/** A fixed assignment: it is kept, and reported when it breaks a rule. */
export interface LockInput {
  readonly technician: string
  /** Start of service; without it only the technician is fixed. */
  readonly start?: number
}

/** What people were already told. Planning it otherwise costs `changePrice`. */
export interface PublishedInput {
  readonly technician: string
  readonly start: number
  readonly confirmed?: boolean
  /** Points; the policy's price for (un)confirmed assignments when absent. */
  readonly changePrice?: number
}

/** One seat on a work order: the visit that one technician makes. */
export interface PositionInput {
  /** Id of the visit; the work order's id (single seat) or `<work order>/<rank from 1>`. */
  readonly id?: string
  readonly skills?: readonly SkillInput[]
  readonly certifications?: readonly string[]
  readonly allowed?: readonly string[]
  readonly forbidden?: readonly string[]
  readonly preferred?: readonly string[]
  readonly serviceSeconds?: number
  readonly serviceSecondsByTechnician?: Readonly<Record<string, number>>
  /** Nice to have: the other seats are planned without it. */
  readonly optional?: boolean
  readonly unassignedPrice?: number
  readonly locked?: LockInput
  readonly published?: PublishedInput
}

/** The seats begin together, or each begins [minSeconds, maxSeconds] after the one before. */
export type SynchronisationInput =
  | { readonly kind: 'simultaneous' }
  | { readonly kind: 'sequential'; readonly minSeconds: number; readonly maxSeconds: number }

/** The work asked for at one location. */
export interface WorkOrderInput {
  readonly id: string
  /** None = done anywhere, without travel. */
  readonly location?: string
  /** Service begins in one of these; none = any time. */
  readonly windows?: readonly IntervalInput[]
  /** The windows hold the whole service, not only its start. */
  readonly endWithinWindow?: boolean
  readonly serviceSeconds?: number
  /** 0 = lowest. Read by the policy's price of staying unassigned. */
  readonly priority?: number
  /** Points for leaving a seat empty; overrules the policy. */
  readonly unassignedPrice?: number
  /** Service that begins after this is late. */
  readonly dueAt?: number
  /** Points per second of lateness; the policy's when absent. */
  readonly latenessPrice?: number
  /** None = one seat, with the fields below. */
  readonly positions?: readonly PositionInput[]
  readonly synchronisation?: SynchronisationInput
  readonly skills?: readonly SkillInput[]
  readonly certifications?: readonly string[]
  readonly allowed?: readonly string[]
  readonly forbidden?: readonly string[]
  readonly preferred?: readonly string[]
  readonly serviceSecondsByTechnician?: Readonly<Record<string, number>>
  readonly locked?: LockInput
  readonly published?: PublishedInput
  /** Visits of one series want one technician. */
  readonly series?: string
  /** Shared equipment held during the service. */
  readonly resources?: readonly { readonly id: string; readonly count?: number }[]
  readonly demand?: readonly number[]
  readonly tools?: readonly string[]
  readonly parts?: Readonly<Record<string, number>>
}

/** `before` must have ended `minLagSeconds` before `after` begins (all seats of both). */
export interface DependencyInput {
  readonly before: string
  readonly after: string
  readonly minLagSeconds?: number
}

/** Equipment that exists `count` times and that everybody shares. */
export interface ResourceInput {
  readonly id: string
  readonly count: number
}

/** Where tools and parts are renewed: after a stop there a technician lacks nothing. */
export interface DepotInput {
  readonly location: string
  readonly serviceSeconds?: number
}

/** Everything the solver needs to know. */
export interface ProblemInput {
  readonly version?: 1
  readonly locations: readonly LocationInput[]
  /** One table per profile; estimated from coordinates when absent (see `estimateTravel`). */
  readonly travel?: readonly TravelInput[]
  /** How travel is estimated without tables. */
  readonly estimate?: { readonly detourFactor?: number; readonly kilometresPerHour?: number }
  readonly technicians: readonly TechnicianInput[]
  readonly workOrders: readonly WorkOrderInput[]
  readonly dependencies?: readonly DependencyInput[]
  readonly resources?: readonly ResourceInput[]
  readonly depot?: DepotInput
  /** A policy, or the name of one that ships; `DistanceAndSkills` when absent. */
  readonly policy?: PolicyInput | string
}
