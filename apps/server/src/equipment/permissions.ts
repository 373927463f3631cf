import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'equipment.read': ['owner', 'planner', 'manager'],
  'equipment.write': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
