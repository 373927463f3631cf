import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'whereabouts.configure': ['owner', 'manager'],
  /** One's own agreement and position. */
  'whereabouts.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
