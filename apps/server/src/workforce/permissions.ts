import type { Permissions } from '../platform/actor.ts'

/** Technicians lack `workforce.read`: the queries show them themselves, and nobody else. */
export const permissions = {
  'workforce.read': ['owner', 'planner', 'manager', 'accountant'],
  'workforce.write': ['owner', 'planner', 'manager'],
  /** Saying when one can work oneself; commands ask whose day it is. */
  'workforce.own': ['owner', 'planner', 'manager', 'technician'],
  'workforce.invite': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
