/** A rule that a plan breaks, found by recomputing the plan from the problem alone. */
export interface Violation {
  readonly rule: string
  readonly visit?: string
  readonly technician?: string
  /** One English sentence with the numbers. */
  readonly message: string
  /** The visit is locked: the plan had no choice. */
  readonly locked?: boolean
}
