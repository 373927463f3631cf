import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'notifications.read': ['owner', 'planner', 'manager'],
  'notifications.configure': ['owner', 'manager'],
  /** One's own inbox, preferences and browsers. */
  'notifications.own': ['owner', 'planner', 'manager', 'accountant', 'technician'],
} as const satisfies Permissions
