import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'portal.read': ['owner', 'planner', 'manager'],
  'portal.write': ['owner', 'planner', 'manager'],
  'portal.configure': ['owner', 'manager'],
} as const satisfies Permissions
