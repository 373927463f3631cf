// What technicians say themselves of a day: free, not free, or not known yet. Told once, by whatever way, and kept here.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, localDate, localTime } from './kernel.ts'

/** available (disponible), unavailable (indisponible), pending (en attente). */
export const dayState = z.enum(['available', 'unavailable', 'pending'])
export type DayState = z.infer<typeof dayState>

/** What makes hours impossible: classes (cours), transport, childcare (garde d'enfants), other work, private, else. */
export const impediment = z.enum(['classes', 'transport', 'childcare', 'work', 'private', 'other'])
export type Impediment = z.infer<typeof impediment>

/** Wall-clock hours of one day; an end that is not after the start is on the next day, an equal one 24 hours later. */
export const dayHours = z.object({ from: localTime, until: localTime })
export type DayHours = z.infer<typeof dayHours>

/** From midnight to midnight. */
export const wholeDay: DayHours = { from: '00:00', until: '00:00' }

/** The hours of a day on which most people begin to think about working. */
export const usualHours: DayHours = { from: '08:00', until: '20:00' }

const MINUTES = 1440
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const lengthOf = ({ from, until }: DayHours): number =>
  (minuteOf(until) - minuteOf(from) + MINUTES) % MINUTES || MINUTES

/** Minutes since the midnight `asked` begins after; hours before it that `asked` reaches over midnight are the next day's. */
export function minutesWithin(asked: DayHours, hours: DayHours): { from: number; until: number } {
  const begins = minuteOf(asked.from)
  const ends = begins + lengthOf(asked)
  const from = minuteOf(hours.from)
  const start = from < begins && from + MINUTES < ends ? from + MINUTES : from
  return { from: start, until: start + lengthOf(hours) }
}

/**
 * The answer itself. `hours`: when they are free, of what was asked (null: all of it); `impossible`: hours in it that
 * are not possible and why; `why`: of a day that is not possible at all.
 */
export const dayAnswer = z.object({
  state: dayState,
  hours: dayHours.nullable().default(null),
  impossible: z
    .array(dayHours.extend({ why: impediment.default('other') }))
    .max(6)
    .default([]),
  why: impediment.nullable().default(null),
  note: z.string().trim().max(300).default(''),
})
export type DayAnswer = z.infer<typeof dayAnswer>

/** What is said of the hours `asked` of one day. */
export const dayWordDraft = dayAnswer.extend({
  date: localDate,
  asked: dayHours.default(wholeDay),
})
export type DayWordDraft = z.infer<typeof dayWordDraft>

/** `pollId`: the poll it answers; null: nobody asked. The last word on an hour counts. */
export const dayWord = dayWordDraft.extend({
  id,
  technicianId: id,
  pollId: id.nullable(),
  at: instant,
  by: z.string(),
})
export type DayWord = z.infer<typeof dayWord>

/** Days of one's own: `words` are said, the words on the days `forget` taken back. */
export const ownDays = z
  .object({
    words: z.array(dayWordDraft).max(92).default([]),
    forget: z.array(localDate).max(92).default([]),
  })
  .refine(({ words, forget }) => words.length + forget.length > 0, {
    path: ['words'],
    ...expected('Un jour au moins est attendu.', 'One day at least is expected.'),
  })
export type OwnDays = z.infer<typeof ownDays>

const tag = 'Workforce'
const params = z.object({ technicianId: id })
const days = z.object({ from: localDate, until: localDate })

export const listDayWords = endpoint({
  method: 'GET',
  path: '/api/technicians/:technicianId/days',
  tag,
  summary: 'What a technician said of these days, at most 92, in the order it was said',
  params,
  query: days,
  returns: z.array(dayWord),
})
export const tellDays = endpoint({
  method: 'PUT',
  path: '/api/technicians/:technicianId/days',
  tag,
  summary: 'Say when one can work, or take it back: of oneself, or noted by the office',
  params,
  body: ownDays,
  returns: z.array(dayWord),
})

export const availabilityEvents = {
  days_told: z.object({
    technicianId: id,
    name: z.string(),
    pollId: id.nullable(),
    dates: z.array(localDate),
    days: z.int(),
  }),
}
