/** THE list of hard rules; their order is that of refusals. */
import type { PlanView, Tour } from '../solution/tour.ts'
import { absences } from './absences.ts'
import { breaks } from './breaks.ts'
import { buffers } from './buffers.ts'
import { capacity } from './capacity.ts'
import {
  metresPerShift,
  nightWork,
  span,
  travelPerShift,
  visitsPerShift,
  workPerDay,
  workPerWeek,
} from './ceilings.ts'
import { certifications } from './certifications.ts'
import { changes } from './changes.ts'
import { continuity } from './continuity.ts'
import { dependencies } from './dependencies.ts'
import { locks } from './locks.ts'
import { parts } from './parts.ts'
import { pauses } from './pauses.ts'
import { resources } from './resources.ts'
import { dailyRest, weeklyRest } from './rest.ts'
import type { PairRule, Refusal, Rule, RuleName } from './rule.ts'
import { shifts } from './shifts.ts'
import { skills } from './skills.ts'
import { streak } from './streak.ts'
import { synchronisation } from './synchronisation.ts'
import { technicians } from './technicians.ts'
import { timeWindows } from './time-windows.ts'
import { travel } from './travel.ts'

/** Rules that judge a visit and a shift alone. */
export const PAIR_RULES: readonly PairRule[] = [locks, technicians, skills, certifications]

/** Every rule, cheapest first. */
export const RULES: readonly Rule[] = [
  ...PAIR_RULES,
  timeWindows,
  shifts,
  absences,
  travel,
  buffers,
  breaks,
  pauses,
  synchronisation,
  dependencies,
  capacity,
  visitsPerShift,
  metresPerShift,
  travelPerShift,
  workPerDay,
  workPerWeek,
  span,
  dailyRest,
  weeklyRest,
  nightWork,
  streak,
  continuity,
  resources,
  parts,
  changes,
]

const BY_NAME: ReadonlyMap<RuleName, Rule> = new Map(RULES.map((rule) => [rule.name, rule]))

/** Every refusal of a tour, within its plan. */
export const refusalsOf = (view: PlanView, tour: Tour): readonly Refusal[] =>
  RULES.flatMap((rule) => rule.evaluate(view, tour))

/** A refusal as one English sentence with its numbers. */
export const explainRefusal = (refusal: Refusal): string =>
  BY_NAME.get(refusal.rule)?.explain(refusal) ?? refusal.rule
