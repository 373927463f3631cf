import { brokenLags } from './lags.ts'
import type { RefusalOf, Rule } from './rule.ts'
import { defineRule, duration, pairOf, visitsOf } from './rule.ts'

/**
 * The seats of a work order begin together, or one after the other within [min, max], each
 * with a technician of its own.
 */
export const synchronisation: Rule = defineRule(
  'synchronisation',
  (view, tour): readonly RefusalOf<'synchronisation'>[] => {
    const refusals = [
      ...brokenLags(view, tour, 'synchronisation'),
    ] as RefusalOf<'synchronisation'>[]
    for (const { visit } of visitsOf(tour)) {
      const seats = view.problem.workOrders[visit.workOrder]?.visits ?? []
      for (const seat of seats.length > 1 ? seats : []) {
        const other = view.stopOf.get(seat)
        const partner = view.problem.visits[seat]
        if (partner && partner !== visit && other?.tour.technician === tour.technician) {
          refusals.push({
            rule: 'synchronisation',
            ...pairOf(visit, tour),
            cause: 'same-technician',
            other: partner.id,
          })
        }
      }
    }
    return refusals
  },
  (refusal) => {
    if ('cause' in refusal) return `${refusal.technician} already holds the seat ${refusal.other}`
    const most =
      refusal.maxSeconds === undefined ? '' : ` and at most ${duration(refusal.maxSeconds)}`
    return `begins ${duration(refusal.lagSeconds)} after ${refusal.other}, at least ${duration(refusal.minSeconds)}${most} are asked`
  },
)
