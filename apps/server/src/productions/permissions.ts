import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'productions.read': ['owner', 'planner', 'manager'],
  'productions.write': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
