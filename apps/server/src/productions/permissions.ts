import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'productions.read': ['owner', 'planner', 'manager'],
  'productions.write': ['owner', 'planner', 'manager'],
  /** Reading and signing the own departments; the commands ask whose they are. */
  'productions.review': ['owner', 'planner', 'manager', 'technician'],
  /** One's own call sheet. */
  'productions.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
