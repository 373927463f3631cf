import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'identity.read-members': ['owner', 'planner', 'manager', 'accountant'],
  'identity.manage-members': ['owner', 'manager'],
  'identity.manage-owners': ['owner'],
  'identity.manage-organization': ['owner', 'manager'],
  'identity.read-audit': ['owner', 'manager'],
  'identity.use': ['owner', 'planner', 'manager', 'accountant', 'technician'],
  'identity.provision': [],
} as const satisfies Permissions
