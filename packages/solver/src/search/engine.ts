import type { Plan } from '../solution/plan.ts'
import type { Territory } from './search.ts'

/** One way to search, driven by a session: it owns the plans, the session the clock. */
export interface Engine {
  /** Cost of the best plan so far, in the number the search compares; infinite without one. */
  readonly best: number
  /** Visits in the best plan. */
  readonly assigned: number
  /** Iterations that one `iterate` counts for, 1 when not said: an offspring is many ruins' work. */
  readonly effort?: number
  /** One iteration: some microseconds, or as long as one offspring takes. */
  iterate(): void
  /** @param share how much of the search is over, from 0 to 1 */
  cool(share: number): void
  /** The best plan so far. */
  plan(): Plan
  /** The plan it is at; the best when it has no other. */
  currentPlan?(): Plan
  /** Goes on from another plan, which becomes the best; not every engine can. */
  resume?(plan: Plan, territory?: Territory): void
  /** The same for an engine that knows no territories. */
  adopt?(plan: Plan): void
}
