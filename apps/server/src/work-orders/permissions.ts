import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'work-orders.read': ['owner', 'planner', 'manager', 'accountant'],
  'work-orders.write': ['owner', 'planner', 'manager'],
  'work-orders.validate': ['owner', 'planner', 'manager'],
  'work-orders.close': ['owner', 'planner', 'accountant'],
} as const satisfies Permissions
