/** A team of one day: who, and what they do when. Days count from 1. */
export interface TeamTour {
  readonly day: number
  readonly technicians: readonly string[]
  readonly jobs: readonly { readonly id: string; readonly start: number }[]
}

/** A plan for a team problem, as plain JSON. */
export interface TeamPlan {
  readonly teams: readonly TeamTour[]
  /** Ids of the jobs given away. */
  readonly givenAway: readonly string[]
}
