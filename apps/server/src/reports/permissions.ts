import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'reports.read': ['owner', 'planner', 'manager', 'accountant'],
  /** Validate, send back, have signed at a distance, mail. */
  'reports.validate': ['owner', 'planner', 'manager'],
  'reports.configure': ['owner', 'manager'],
  /** Papers of one's own visits; queries and commands ask whose they are. */
  'reports.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
