import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'catalog.read': ['owner', 'planner', 'manager', 'accountant'],
  /** What parts cost the client, also on the phone. */
  'catalog.read-prices': ['owner', 'planner', 'manager', 'accountant'],
  'catalog.write': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
