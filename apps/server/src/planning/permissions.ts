import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  'planning.read': ['owner', 'planner', 'manager'],
  'planning.write': ['owner', 'planner'],
  'planning.configure': ['owner', 'planner'],
  /** Answering for oneself; the command asks whose assignment it is. */
  'planning.answer': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
