/** When a search ends: at the first that comes. Without any, after 10,000 iterations. */
export interface Stop {
  readonly iterations?: number
  /** Seconds by `clock`. */
  readonly seconds?: number
  /** Iterations without a better plan. */
  readonly iterationsWithoutImprovement?: number
  /** Seconds from any origin; required by `seconds`. The solver has no clock of its own. */
  readonly clock?: () => number
}

/** Something that can be told to stop, for example an `AbortSignal`. */
export interface CancelSignal {
  readonly aborted: boolean
}

/** Iterations after which a search ends that was told neither iterations nor seconds. */
export const DEFAULT_ITERATIONS = 10_000
