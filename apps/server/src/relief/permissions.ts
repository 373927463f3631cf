import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'relief.read': ['owner', 'planner', 'manager'],
  'relief.write': ['owner', 'planner'],
  'relief.configure': ['owner', 'planner'],
  /** Giving one's own slot away, and answering for oneself. */
  'relief.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
