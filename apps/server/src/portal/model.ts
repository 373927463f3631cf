// Where a visit stands for its client, and what became of a promise, as pure rules.
import type { Instant } from '@regie/contract/kernel'
import type { AssignmentState } from '@regie/contract/planning'
import type { PortalSettings, PromiseState } from '@regie/contract/portal-office'
import type { VisitStanding } from '@regie/contract/portal-visit'
import type { WorkOrderStatus } from '@regie/contract/work-orders'

export const shippedSettings: Omit<PortalSettings, 'version'> = {
  windowMinutes: 30,
  moving: 'direct',
  leadHours: 24,
  horizonDays: 14,
  holdMinutes: 10,
  linkDays: 30,
  phone: '',
  badStars: 2,
  preparations: { fr: '', en: '' },
  byTemplate: [],
}

const over: ReadonlySet<WorkOrderStatus> = new Set(['done', 'validated', 'closed'])

/** `states`: of the published, live assignments of the work order. */
export function standingOf(
  status: WorkOrderStatus,
  states: readonly AssignmentState[],
): VisitStanding {
  if (status === 'cancelled') return 'cancelled'
  if (over.has(status)) return 'done'
  if (states.length === 0) return 'unplanned'
  if (states.every((state) => state === 'finished')) return 'done'
  if (states.some((state) => ['started', 'paused', 'finished'].includes(state)))
    return 'in_progress'
  return states.includes('en_route') ? 'on_the_way' : 'planned'
}

/** What became of a window when somebody came: nobody minds an early hand. */
export function keptOrLate(
  until: Instant,
  arrivedAt: Instant,
): { state: Extract<PromiseState, 'kept' | 'late'>; bySeconds: number } {
  const seconds = Math.round((Date.parse(arrivedAt) - Date.parse(until)) / 1000)
  return seconds > 0 ? { state: 'late', bySeconds: seconds } : { state: 'kept', bySeconds: 0 }
}
