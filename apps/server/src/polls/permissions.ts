import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'polls.read': ['owner', 'planner', 'manager'],
  'polls.write': ['owner', 'planner', 'manager'],
  'polls.configure': ['owner', 'planner', 'manager'],
  /** Answering for oneself. */
  'polls.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
