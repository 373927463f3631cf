import type { Problem, Shift, Visit } from '../problem/problem.ts'
import type { PlanView, Stop, Tour } from '../solution/tour.ts'

/** Why a visit may not be made by a technician at a time: the rule, and its numbers. */
export type Refusal = { readonly visit: string; readonly technician: string } & (
  | {
      readonly rule: 'skills'
      readonly missing: readonly {
        readonly id: string
        readonly level: number
        readonly held: number
      }[]
    }
  | {
      readonly rule: 'certifications'
      readonly missing: readonly string[]
      /** End of validity of the first of them, when it was held before. */
      readonly expiredOn?: number
      /** Start of validity of the first of them, when it comes later. */
      readonly validFrom?: number
    }
  | { readonly rule: 'technicians'; readonly cause: 'forbidden' | 'not-allowed' }
  | {
      readonly rule: 'time-windows'
      readonly start: number
      readonly windows: readonly { readonly start: number; readonly end: number }[]
    }
  | {
      readonly rule: 'shifts'
      readonly cause: 'no-shift' | 'leaves-before' | 'returns-after'
      readonly at: number
      readonly limit: number
    }
  | {
      readonly rule: 'absences'
      readonly from: number
      readonly until: number
      readonly reason?: string
    }
  | {
      readonly rule: 'travel'
      readonly cause: 'too-far' | 'no-way'
      readonly neededSeconds: number
      readonly availableSeconds: number
      /** The visit on the other side of the leg; none for the start or end of the tour. */
      readonly neighbour?: string
    }
  | {
      readonly rule: 'buffers'
      readonly neededSeconds: number
      readonly availableSeconds: number
      readonly neighbour: string
    }
  | {
      readonly rule: 'breaks'
      readonly workedSeconds: number
      readonly afterWorkSeconds: number
      readonly breakSeconds: number
    }
  | { readonly rule: 'pauses'; readonly pause: string; readonly neededSeconds: number }
  | {
      readonly rule: 'synchronisation' | 'dependencies'
      readonly other: string
      readonly lagSeconds: number
      readonly minSeconds: number
      readonly maxSeconds?: number
    }
  | { readonly rule: 'synchronisation'; readonly cause: 'same-technician'; readonly other: string }
  | { readonly rule: 'locks'; readonly lockedTechnician: string; readonly lockedStart?: number }
  | {
      readonly rule: 'capacity'
      readonly dimension: number
      readonly load: number
      readonly capacity: number
    }
  | {
      readonly rule:
        | 'visits-per-shift'
        | 'metres-per-shift'
        | 'travel-per-shift'
        | 'work-per-day'
        | 'work-per-week'
        | 'span'
        | 'night-work'
        | 'streak'
        | 'changes'
      readonly value: number
      readonly limit: number
    }
  | {
      readonly rule: 'daily-rest' | 'weekly-rest'
      readonly restSeconds: number
      readonly minSeconds: number
    }
  | { readonly rule: 'continuity'; readonly series: string; readonly other: string }
  | {
      readonly rule: 'resources'
      readonly resource: string
      readonly used: number
      readonly count: number
    }
  | {
      readonly rule: 'parts'
      readonly tools: readonly string[]
      readonly parts: readonly string[]
    }
)

/** The name of a rule, as it stands in refusals and in the result. */
export type RuleName = Refusal['rule']

/** A hard rule: one file each. */
export interface Rule {
  readonly name: RuleName
  /** Every way in which this tour breaks the rule, given the rest of the plan. */
  readonly evaluate: (view: PlanView, tour: Tour) => readonly Refusal[]
  /** One English sentence with the numbers. */
  readonly explain: (refusal: Refusal) => string
}

/** Narrows a refusal to those of one rule. */
export type RefusalOf<N extends RuleName> = Refusal extends infer R
  ? R extends { readonly rule: RuleName }
    ? N extends R['rule']
      ? R
      : never
    : never
  : never

/** A rule that looks at one visit and one shift alone; the search asks it once per pair. */
export interface PairRule extends Rule {
  /** The refusal of the pair whatever the time of the visit within the shift. */
  readonly pair: (problem: Problem, visit: Visit, shift: Shift) => Refusal | undefined
}

/** Makes a rule whose sentence is written for its own refusals only. */
export const defineRule = <N extends RuleName>(
  name: N,
  evaluate: (view: PlanView, tour: Tour) => readonly RefusalOf<N>[],
  explain: (refusal: RefusalOf<N>) => string,
): Rule => ({
  name,
  evaluate,
  explain: (refusal) => (refusal.rule === name ? explain(refusal as RefusalOf<N>) : ''),
})

/** Makes a rule on pairs; within a plan it is asked for each visit of the tour. */
export const definePairRule = <N extends RuleName>(
  name: N,
  pair: (problem: Problem, visit: Visit, shift: Shift) => RefusalOf<N> | undefined,
  explain: (refusal: RefusalOf<N>) => string,
): PairRule => {
  const evaluate = ({ problem }: PlanView, tour: Tour): RefusalOf<N>[] => {
    const refusals: RefusalOf<N>[] = []
    for (const { visit } of tour.stops) {
      const refusal = visit && pair(problem, visit, tour.shift)
      if (refusal) refusals.push(refusal)
    }
    return refusals
  }
  return { ...defineRule(name, evaluate, explain), pair }
}

/** The visits of a tour with their stops, renewals left out. */
export const visitsOf = (tour: Tour): readonly { readonly visit: Visit; readonly stop: Stop }[] =>
  tour.stops.flatMap((stop) => (stop.visit ? [{ visit: stop.visit, stop }] : []))

/** Who and what a refusal is about. */
export const pairOf = (
  visit: Visit,
  tour: Tour,
): { readonly visit: string; readonly technician: string } => ({
  visit: visit.id,
  technician: tour.technician.id,
})

/** A duration in words, rounded to the minute: `1 h 05`, `40 min`. */
export const duration = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  if (Math.abs(minutes) < 60) return `${minutes} min`
  return `${Math.trunc(minutes / 60)} h ${String(Math.abs(minutes) % 60).padStart(2, '0')}`
}
