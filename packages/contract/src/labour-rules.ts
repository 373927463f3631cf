// The labour rules of a production: those of the collective agreement it is worked under, with figures one may adapt.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, localTime } from './kernel.ts'
import { reason } from './planning-reasons.ts'

const HOUR = 60
const minutes = (least: number, most: number) => z.int().min(least).max(most)

/** Less rest than usual, so many times a local week and in any seven days. */
export const shortRest = z.object({
  minutes: minutes(0, 24 * HOUR),
  perWeek: z.int().min(0).max(7),
  perSevenDays: z.int().min(0).max(7),
})

/**
 * Who works at night at least so long, so many days of a week, is held to a shorter day then (L3122-5, L3122-6). Whether
 * such weeks are their habit is for a person to say.
 */
export const nightWorker = z.object({
  nightMinutes: minutes(HOUR, 12 * HOUR),
  daysPerWeek: z.int().min(1).max(7),
  dayMinutes: minutes(HOUR, 24 * HOUR),
})

/** Figures in minutes of real elapsed time. `night`: hours that count as night; no `maxMinutes`: as many as one likes. */
export const labourRules = z
  .object({
    dayMinutes: minutes(HOUR, 24 * HOUR),
    weekMinutes: minutes(HOUR, 168 * HOUR),
    spanMinutes: minutes(HOUR, 24 * HOUR),
    restMinutes: minutes(0, 24 * HOUR),
    shortRest: shortRest.nullable(),
    weeklyRestMinutes: minutes(0, 168 * HOUR),
    night: z.object({
      from: localTime,
      until: localTime,
      maxMinutes: minutes(HOUR, 24 * HOUR).nullable(),
    }),
    /** A week, over any twelve in a row; null: not judged. */
    averageMinutes: minutes(HOUR, 168 * HOUR).nullable(),
    nightWorker: nightWorker.nullable(),
  })
  .superRefine(({ restMinutes, shortRest: short, night }, context) => {
    if (short && short.minutes >= restMinutes)
      context.addIssue({
        code: 'custom',
        path: ['shortRest', 'minutes'],
        ...expected(
          'Le repos réduit est plus court que le repos quotidien.',
          'The reduced rest is shorter than the daily one.',
        ),
      })
    if (night.from === night.until)
      context.addIssue({
        code: 'custom',
        path: ['night', 'until'],
        ...expected('La nuit finit à une autre heure.', 'The night ends at another hour.'),
      })
  })
export type LabourRules = z.infer<typeof labourRules>

export const agreementKey = z.enum(['labour_code', 'event', 'live_public', 'live_private', 'tour'])
export type AgreementKey = z.infer<typeof agreementKey>

type Agreement = {
  readonly fr: string
  readonly en: string
  /** Where the figures come from. */
  readonly source: string
  readonly rules: LabourRules
}

const common: LabourRules = {
  dayMinutes: 10 * HOUR,
  weekMinutes: 48 * HOUR,
  spanMinutes: 13 * HOUR,
  restMinutes: 11 * HOUR,
  shortRest: null,
  weeklyRestMinutes: 35 * HOUR,
  night: { from: '21:00', until: '06:00', maxMinutes: 8 * HOUR },
  averageMinutes: 44 * HOUR,
  nightWorker: { nightMinutes: 3 * HOUR, daysPerWeek: 2, dayMinutes: 8 * HOUR },
}
/**
 * At least seven hours with those from midnight to five (L3122-3); which seven is for the house to say. The nights of a
 * festival make nobody a night worker by themselves: whose usual weeks are such is for the house to say, too.
 */
const shows: LabourRules = {
  ...common,
  night: { from: '22:00', until: '05:00', maxMinutes: null },
  nightWorker: null,
}
/** Of the law, for those of a show whom it concerns. */
export const usualNightWorker = common.nightWorker

/** Figures to begin with; each production may adapt its own, for agreements change and companies have theirs. */
export const agreements: Readonly<Record<AgreementKey, Agreement>> = {
  labour_code: {
    fr: 'Code du travail',
    en: 'Labour code (France)',
    source: 'L3121-18, L3121-20, L3121-22, L3131-1, L3132-2, L3122-2, L3122-5, L3122-6',
    rules: common,
  },
  event: {
    fr: 'Événementiel (IDCC 2717)',
    en: 'Events (IDCC 2717)',
    source: 'IDCC 2717, 5.1',
    rules: {
      ...shows,
      dayMinutes: 12 * HOUR,
      shortRest: { minutes: 9 * HOUR, perWeek: 2, perSevenDays: 3 },
    },
  },
  live_public: {
    fr: 'Spectacle vivant public (IDCC 1285)',
    en: 'Live shows, public (IDCC 1285)',
    source: 'CCN EAC, VI-6',
    rules: { ...shows, dayMinutes: 12 * HOUR },
  },
  live_private: {
    fr: 'Spectacle vivant privé (IDCC 3090)',
    en: 'Live shows, private (IDCC 3090)',
    source: 'IDCC 3090 ; L3121-18, L3131-1',
    rules: { ...shows },
  },
  tour: {
    fr: 'Tournée (IDCC 3090, annexe IV)',
    en: 'Tour (IDCC 3090, annex IV)',
    source: 'IDCC 3090, annexe IV, 3.2.6',
    rules: {
      ...shows,
      dayMinutes: 12 * HOUR,
      spanMinutes: 15 * HOUR,
      restMinutes: 9 * HOUR,
    },
  },
}

/** Weeks in a row over which the average is taken (L3121-22). */
export const AVERAGE_WEEKS = 12
/** What the law asks of all work, with an agreement or without: the average and the day of night workers. */
export const houseRules: Pick<LabourRules, 'averageMinutes' | 'nightWorker' | 'night'> =
  agreements.labour_code.rules

/** Somebody on the production whose hours break one of its rules. */
export const labourBreach = z.object({
  technicianId: id,
  technicianName: z.string(),
  positionId: id,
  reason,
})
export type LabourBreach = z.infer<typeof labourBreach>

/** Version 0 and no agreement: nothing was chosen, the organisation's own policy judges. */
export const productionLabour = z.object({
  version: z.int(),
  agreement: agreementKey.nullable(),
  rules: labourRules.nullable(),
  breaches: z.array(labourBreach),
})
export type ProductionLabour = z.infer<typeof productionLabour>

const tag = 'Labour rules'
const params = z.object({ projectId: id })

export const getLabour = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/labour-rules',
  tag,
  summary: 'The labour rules of a production, and who breaks them as the plan stands',
  params,
  returns: productionLabour,
})
export const setLabour = endpoint({
  method: 'PUT',
  path: '/api/projects/:projectId/labour-rules',
  tag,
  summary:
    'Choose the agreement a production is worked under, and its figures; null: the policy of the organisation',
  params,
  body: z.object({
    version: z.int().min(0),
    chosen: z.object({ agreement: agreementKey, rules: labourRules }).nullable(),
  }),
  returns: productionLabour,
})

/** What happened here, as told on the live stream. */
export const labourEvents = {
  labour_rules_changed: z.object({ projectId: id, agreement: agreementKey.nullable() }),
}
