// What planners may do although a rule says no: block, warn or allow, rule by rule, and what is kept of an override.
import { z } from 'zod'
import { endpoint, id, instant, text } from './kernel.ts'
import { bookingIn, reason } from './planning-reasons.ts'

/** `block`: refused; `warn`: only with a reason, which is kept; `allow`: done without a word. */
export const enforcement = z.enum(['block', 'warn', 'allow'])
export type Enforcement = z.infer<typeof enforcement>

/** The rules an organisation may soften, in the groups its screen shows them. Locks are none: one unlocks instead. */
export const ruleGroups = {
  time: ['overlap', 'time-windows', 'shifts', 'absences', 'unavailability', 'travel', 'buffers'],
  law: [
    'breaks',
    'work-per-day',
    'work-per-week',
    'span',
    'average-week',
    'night-work',
    'night-worker',
    'daily-rest',
    'weekly-rest',
  ],
  people: ['skills', 'certifications', 'technicians', 'continuity'],
  crew: ['synchronisation', 'dependencies', 'streak', 'changes'],
  clients: ['promise'],
  means: [
    'parts',
    'capacity',
    'resources',
    'bookings',
    'pauses',
    'visits-per-shift',
    'metres-per-shift',
    'travel-per-shift',
  ],
} as const
export type RuleGroup = keyof typeof ruleGroups
export type JudgedRule = (typeof ruleGroups)[RuleGroup][number]
export const judgedRule = z.enum(Object.values(ruleGroups).flat() as [JudgedRule, ...JudgedRule[]])

/** Whom a warning lets through: owners always, planners if so wished. */
export const overriders = z.enum(['owners', 'planners'])

/** How strict each rule is for a person's own deeds; runs of the engine keep to all of them. Version 0: never saved. */
export const placementRules = z.object({
  version: z.int(),
  rules: z.record(judgedRule, enforcement),
  overriders,
})
export type PlacementRules = z.infer<typeof placementRules>

const softer: readonly JudgedRule[] = [
  'time-windows',
  'travel',
  'buffers',
  'continuity',
  'streak',
  'changes',
  'promise',
  // Twelve weeks hold plans that will still change, and whether nights are a habit no plan says.
  'average-week',
  'night-worker',
  ...ruleGroups.means.filter((rule) => rule !== 'resources'),
]

/** Before an organisation says otherwise: what is law, safety or impossible blocks, what is comfort warns. */
export const defaultPlacementRules: PlacementRules = {
  version: 0,
  rules: Object.fromEntries(
    judgedRule.options.map((rule) => [rule, softer.includes(rule) ? 'warn' : 'block']),
  ) as PlacementRules['rules'],
  overriders: 'planners',
}

/**
 * Which of the rules a reason speaks of: two visits at once are an overlap, not a way that is too long; hours a
 * technician said no to, or a booking keeps them, are no absence the office noted.
 */
export const ruleOf = (one: { readonly rule: string; readonly [key: string]: unknown }): string => {
  if (one.rule === 'absences' && one.reason === 'unavailable') return 'unavailability'
  if (one.rule === 'absences' && bookingIn(one) !== null) return 'bookings'
  return (one.rule === 'travel' || one.rule === 'buffers') &&
    one.neighbour !== undefined &&
    typeof one.availableSeconds === 'number' &&
    one.availableSeconds < 0
    ? 'overlap'
    : one.rule
}

/** How strict an organisation is about a reason; of a rule it knows nothing of, as strict as can be. */
export const enforcementOf = (
  { rules }: Pick<PlacementRules, 'rules'>,
  one: { readonly rule: string },
): Enforcement => rules[ruleOf(one) as JudgedRule] ?? 'block'

/** The strictest answer among reasons; none: allow. */
export const strictest = (
  rules: Pick<PlacementRules, 'rules'>,
  reasons: readonly { readonly rule: string }[],
): Enforcement => {
  const found = new Set(reasons.map((one) => enforcementOf(rules, one)))
  return found.has('block') ? 'block' : found.has('warn') ? 'warn' : 'allow'
}

/** Who did it although a rule warned, why, and what the rule said then. */
export const override = z.object({
  reason: text(500),
  by: z.string(),
  memberId: id.nullable(),
  at: instant,
  reasons: z.array(reason),
})
export type Override = z.infer<typeof override>

const tag = 'Planning'
export const getPlacementRules = endpoint({
  method: 'GET',
  path: '/api/planning/placement-rules',
  tag,
  summary: 'How strict each rule is for what people do by hand',
  returns: placementRules,
})
export const updatePlacementRules = endpoint({
  method: 'PUT',
  path: '/api/planning/placement-rules',
  tag,
  summary: 'Make rules block, warn or allow',
  body: placementRules,
  returns: placementRules,
})

export const overrideEvents = {
  placement_rules_changed: z.object({ rules: placementRules }),
}
