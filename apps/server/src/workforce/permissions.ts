import type { Permissions } from '../platform/actor.ts'

/** Technicians lack `workforce.read`: the queries show them themselves, and nobody else. */
export const permissions = {
  'workforce.read': ['owner', 'planner', 'manager', 'accountant'],
  'workforce.write': ['owner', 'planner', 'manager'],
  'workforce.invite': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
