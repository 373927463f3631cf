import type { Permissions } from '../platform/actor.ts'

/** Besides, what a file brings in asks for the permission to write just that. */
export const permissions = {
  'integrations.import': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
