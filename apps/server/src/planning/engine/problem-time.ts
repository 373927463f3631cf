// Instants as the solver has them.
import type { Instant } from '@regie/contract/kernel'

/** Unix seconds. */
export const seconds = (at: Instant): number => Math.round(Date.parse(at) / 1000)
