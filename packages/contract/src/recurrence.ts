// When work comes back: rhythms, seasons and what becomes of public holidays. The rule only; `occurrences.ts` counts its days.
import { z } from 'zod'
import { expected, pattern } from './fault-sentence.ts'
import { localDate, localTime } from './kernel.ts'

/** ISO weekdays, 1 is Monday; at least one, each once. */
const weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .refine(
    (days) => new Set(days).size === days.length,
    expected('Chaque jour une seule fois.', 'Each day only once.'),
  )

/** Every so many weeks, months or years, as RFC 5545 counts them: a day that a month does not have is passed over. */
export const rhythm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), every: z.int().min(1).max(52).default(1), weekdays }),
  /** The nth weekday of the month; −1 is the last one. */
  z.object({
    kind: z.literal('monthly_weekday'),
    every: z.int().min(1).max(24).default(1),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday: z.int().min(1).max(7),
  }),
  z.object({
    kind: z.literal('monthly_day'),
    every: z.int().min(1).max(24).default(1),
    day: z.int().min(1).max(31),
  }),
  z.object({
    kind: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  /** So many visits in each season (or contract year), evenly spread, on working days. */
  z.object({ kind: z.literal('spread'), visits: z.int().min(1).max(366) }),
])
export type Rhythm = z.infer<typeof rhythm>

/** `MM-DD`; 29 February stands for the last day of February in other years. */
export const monthDay = pattern(
  /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2\d))$/,
  'Un jour de l’année est attendu (MM-JJ).',
  'A day of the year is expected (MM-DD).',
)

/** Wall-clock times of one day. They stand whatever the clock change does. */
export const timeOfDay = z
  .object({ start: localTime, end: localTime })
  .refine(({ start, end }) => start < end, {
    path: ['end'],
    ...expected('La fin doit suivre le début.', 'It must end after it starts.'),
  })
export type TimeOfDay = z.infer<typeof timeOfDay>

/** A part of each year with a rhythm of its own; one that ends before it begins runs over New Year. */
export const season = z.object({
  name: z.string().trim().max(60).default(''),
  from: monthDay.default('01-01'),
  until: monthDay.default('12-31'),
  rhythm,
})
export type Season = z.infer<typeof season>

/** keep (maintenir), skip (ne pas venir), after (le jour ouvré suivant), before (le jour ouvré précédent). */
export const holidayRule = z.enum(['keep', 'skip', 'after', 'before'])

/**
 * The days on which work comes back, from `startsOn` to `until` (both included; null: without end). Null
 * `time`: at any time of the day. It may be done `toleranceDays` sooner or later.
 */
export const recurrence = z
  .object({
    startsOn: localDate,
    until: localDate.nullable().default(null),
    seasons: z.array(season).min(1).max(12),
    holidays: holidayRule.default('skip'),
    time: timeOfDay.nullable().default(null),
    toleranceDays: z.int().min(0).max(20).default(0),
  })
  .refine(({ startsOn, until }) => until === null || startsOn <= until, {
    path: ['until'],
    ...expected('La fin précède le début.', 'It ends before it starts.'),
  })
export type Recurrence = z.infer<typeof recurrence>

/** The whole year, or nearly: its year is counted from the first day of the series. */
export const isWholeYear = ({ from, until }: Pick<Season, 'from' | 'until'>): boolean =>
  from === '01-01' && until === '12-31'
