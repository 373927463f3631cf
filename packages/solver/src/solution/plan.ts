/** A visit made by a technician, as plain JSON. */
export interface Assignment {
  readonly visit: string
  readonly technician: string
  /** Start of service, in seconds. */
  readonly start: number
}

/** A stop at the depot where tools and parts are renewed. */
export interface Renewal {
  readonly technician: string
  readonly start: number
}

/** Who makes which visit when; visits that are not listed are unassigned. */
export interface Plan {
  readonly assignments: readonly Assignment[]
  readonly renewals?: readonly Renewal[]
}
