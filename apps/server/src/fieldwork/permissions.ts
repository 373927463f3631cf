import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  /** Everybody's progress and notes. */
  'fieldwork.read': ['owner', 'planner', 'manager'],
  /** Everybody's hours, and the pictures and files of reports. */
  'fieldwork.results': ['owner', 'planner', 'manager', 'accountant'],
  /** Notes on anybody's work, corrections of anybody's times. */
  'fieldwork.write': ['owner', 'planner', 'manager'],
  /** One's own day; queries and commands ask whose it is. */
  'fieldwork.own': ['owner', 'planner', 'manager', 'technician'],
} as const satisfies Permissions
