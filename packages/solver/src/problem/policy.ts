/**
 * A policy says which rules bind, with which numbers, and what a good plan is.
 * It is plain JSON, versioned, and every field but the version has a default.
 */

/** How a broken rule counts: it forbids, or it is off. `null` parameters are off as well. */
export interface RuleSwitch {
  readonly on: boolean
}

/** Idle time kept between two visits of a shift (decision X1: 15 min, 0 to 60). */
export interface BufferRule extends RuleSwitch {
  readonly seconds: number
}

/**
 * After `afterWorkSeconds` of work (service and travel) without an idle gap of at least
 * `breakSeconds`, such a gap must come (decision X2: 15 min after 4 h; L3121-16: 20 min at 6 h).
 */
export interface BreakRule extends RuleSwitch {
  readonly steps: readonly { readonly afterWorkSeconds: number; readonly breakSeconds: number }[]
}

/** A ceiling in seconds. */
export interface CeilingRule extends RuleSwitch {
  readonly maxSeconds: number
}

/** A floor in seconds. */
export interface FloorRule extends RuleSwitch {
  readonly minSeconds: number
}

/** At most `maxVisits` visits in a row without an idle gap of `gapSeconds` (AVAIL-11). */
export interface StreakRule extends RuleSwitch {
  readonly maxVisits: number
  readonly gapSeconds: number
}

/** At most `maxChanges` published and confirmed assignments are planned otherwise; offers do not count. */
export interface ChangeRule extends RuleSwitch {
  readonly maxChanges: number
  /** A start that moves by no more than this is no change. */
  readonly toleranceSeconds: number
}

/**
 * The rules a policy can switch; the others always bind.
 *
 * @see French labour code for the defaults: 10 h of work a day (L3121-18), 48 h a week (L3121-20),
 *   11 h of rest between days (L3131-1) hence a span of 13 h, 35 h of weekly rest (L3132-2), 8 h
 *   of night work (L3122-6), a break of 20 min at 6 h (L3121-16)
 */
export interface PolicyRules {
  readonly skills: RuleSwitch
  readonly certifications: RuleSwitch
  readonly buffers: BufferRule
  readonly breaks: BreakRule
  readonly workPerDay: CeilingRule
  readonly workPerWeek: CeilingRule
  readonly span: CeilingRule
  readonly dailyRest: FloorRule
  readonly weeklyRest: FloorRule
  readonly nightWork: CeilingRule
  readonly streak: StreakRule
  readonly continuity: RuleSwitch
  readonly resources: RuleSwitch
  readonly parts: RuleSwitch
  readonly changes: ChangeRule
}

/** One goal: higher levels come first, weights add up within a level. */
export interface Goal {
  readonly level: number
  readonly weight: number
}

/** Shares of the cost of a plan, in points. */
export interface PolicyObjectives {
  /** Price of each empty seat: `base + perPriority × priority` unless the input prices it. */
  readonly unassigned: Goal & { readonly base: number; readonly perPriority: number }
  /** Points per metre and per second of travel, added to the technician's own prices. */
  readonly travel: Goal & { readonly perMetre: number; readonly perSecond: number }
  /** Points per second a tour lasts (travel, service, waiting), added to the technician's own. */
  readonly duration: Goal & { readonly perSecond: number }
  /** Points for each shift used, added to the technician's own. */
  readonly shifts: Goal & { readonly perShift: number }
  /** Points per second beyond the end of a shift. */
  readonly overtime: Goal & { readonly perSecond: number }
  /** Points per second after `dueAt`, and per second of the largest lateness of the plan. */
  readonly lateness: Goal & { readonly perSecond: number; readonly perSecondOfLargest: number }
  /** Points per hour between the earliest possible and the planned start of each visit. */
  readonly earliest: Goal & { readonly perHour: number }
  /** Points per squared hour of work of each technician. */
  readonly balance: Goal & { readonly perSquaredHour: number }
  /** Points for a visit not made by a preferred technician; per level of skill in excess. */
  readonly preference: Goal & { readonly perVisit: number; readonly perExcessLevel: number }
  /** Points for each published assignment planned otherwise. */
  readonly stability: Goal & { readonly published: number; readonly confirmed: number }
  /** Points for each technician beyond the first on a series. */
  readonly continuity: Goal & { readonly perTechnician: number }
}

type Optional<T> = { readonly [K in keyof T]?: Partial<T[K]> }

/** The JSON form of a policy: what is absent comes from `extends`, else from the default. */
export interface PolicyInput {
  readonly version: 1
  readonly name?: string
  /** Name of a policy that ships. */
  readonly extends?: string
  readonly rules?: Optional<PolicyRules>
  readonly objectives?: Optional<PolicyObjectives>
}

/** A policy with nothing left open. */
export interface Policy {
  readonly version: 1
  readonly name: string
  readonly rules: PolicyRules
  readonly objectives: PolicyObjectives
}

const HOUR = 3600

const RULES: PolicyRules = {
  skills: { on: true },
  certifications: { on: true },
  buffers: { on: true, seconds: 900 },
  breaks: {
    on: true,
    steps: [
      { afterWorkSeconds: 4 * HOUR, breakSeconds: 900 },
      { afterWorkSeconds: 6 * HOUR, breakSeconds: 1200 },
    ],
  },
  workPerDay: { on: true, maxSeconds: 10 * HOUR },
  workPerWeek: { on: true, maxSeconds: 48 * HOUR },
  span: { on: true, maxSeconds: 13 * HOUR },
  dailyRest: { on: true, minSeconds: 11 * HOUR },
  weeklyRest: { on: true, minSeconds: 35 * HOUR },
  nightWork: { on: true, maxSeconds: 8 * HOUR },
  streak: { on: false, maxVisits: 2, gapSeconds: 900 },
  continuity: { on: false },
  resources: { on: true },
  parts: { on: true },
  changes: { on: false, maxChanges: 0, toleranceSeconds: 900 },
}

const OBJECTIVES: PolicyObjectives = {
  unassigned: { level: 1, weight: 1, base: 100, perPriority: 100 },
  travel: { level: 0, weight: 1, perMetre: 0.1, perSecond: 0.5 },
  duration: { level: 0, weight: 1, perSecond: 0 },
  shifts: { level: 0, weight: 1, perShift: 0 },
  overtime: { level: 0, weight: 1, perSecond: 2 },
  lateness: { level: 0, weight: 1, perSecond: 1, perSecondOfLargest: 0 },
  earliest: { level: 0, weight: 1, perHour: 0 },
  balance: { level: 0, weight: 1, perSquaredHour: 0 },
  preference: { level: 0, weight: 1, perVisit: 600, perExcessLevel: 60 },
  stability: { level: 0, weight: 1, published: 300, confirmed: 3000 },
  continuity: { level: 0, weight: 1, perTechnician: 900 },
}

const merge = <T extends object>(base: T, over: { readonly [K in keyof T]?: unknown }): T => {
  const merged = { ...base } as Record<string, unknown>
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key]
    merged[key] = typeof old === 'object' && old !== null ? { ...old, ...(value as object) } : value
  }
  return merged as unknown as T
}

const named = (name: string, objectives: Optional<PolicyObjectives>): readonly [string, Policy] => [
  name,
  { version: 1, name, rules: RULES, objectives: merge(OBJECTIVES, objectives) },
]

/**
 * The policies that ship. `DistanceAndSkills` is the default; `Plain` binds nothing that is not
 * in the input and counts metres only (academic instances).
 */
export const POLICIES: ReadonlyMap<string, Policy> = new Map([
  named('DistanceAndSkills', { balance: { perSquaredHour: 4 } }),
  named('Distance', { preference: { perVisit: 0, perExcessLevel: 0 } }),
  named('Skills', {
    preference: { level: 0, perVisit: 6000, perExcessLevel: 1200 },
    travel: { perMetre: 0.02, perSecond: 0.1 },
  }),
  named('Earliest', { earliest: { perHour: 600 } }),
  named('Balanced', { balance: { perSquaredHour: 60 } }),
  [
    'Plain',
    {
      version: 1,
      name: 'Plain',
      rules: merge(RULES, {
        buffers: { on: false },
        breaks: { on: false },
        workPerDay: { on: false },
        workPerWeek: { on: false },
        span: { on: false },
        dailyRest: { on: false },
        weeklyRest: { on: false },
        nightWork: { on: false },
      }),
      objectives: merge(OBJECTIVES, {
        travel: { perMetre: 1, perSecond: 0 },
        preference: { perVisit: 0, perExcessLevel: 0 },
      }),
    },
  ],
])

/**
 * Fills what a policy leaves open.
 *
 * @param input a policy, the name of one that ships, or nothing (the default policy)
 * @returns `undefined` when the name, or the one in `extends`, is unknown
 */
export const resolvePolicy = (input: PolicyInput | string | undefined): Policy | undefined => {
  if (input === undefined) return POLICIES.get('DistanceAndSkills')
  if (typeof input === 'string') return POLICIES.get(input)
  const base = POLICIES.get(input.extends ?? 'DistanceAndSkills')
  if (base === undefined) return undefined
  return {
    version: 1,
    name: input.name ?? base.name,
    rules: merge(base.rules, input.rules ?? {}),
    objectives: merge(base.objectives, input.objectives ?? {}),
  }
}

/** How much one point of the next level up weighs in the single number the search compares. */
const LEVEL_FACTOR = 1e6

/** Factor of a goal in that number: its weight, a million times more for each level. */
export const goalFactor = (goal: Goal): number => goal.weight * LEVEL_FACTOR ** goal.level
