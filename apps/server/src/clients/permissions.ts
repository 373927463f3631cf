import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'clients.read': ['owner', 'planner', 'manager', 'accountant'],
  'clients.write': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
