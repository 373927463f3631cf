// The load of the coming months: hours asked for against hours at work, week by week, with what series will add.
import { z } from 'zod'
import { endpoint, id, localDate } from './kernel.ts'
import { territory } from './planning.ts'

export const weekLoad = z.object({
  /** Monday of the week. */
  monday: localDate,
  /** Time the people looked at may be given: at work less absences, within their limits of a day and of a week. */
  availableMinutes: z.int(),
  /** Work orders that are open and have a time, all their seats. */
  askedMinutes: z.int(),
  /** Visits of series that are not made yet. */
  seriesMinutes: z.int(),
})
export type WeekLoad = z.infer<typeof weekLoad>

export const loadAhead = z.object({
  weeks: z.array(weekLoad),
  /** Open work without any time: it is in no week. */
  undatedMinutes: z.int(),
  technicians: z.int(),
  skills: z.array(z.object({ id, name: z.string() })),
  territories: z.array(territory),
})
export type LoadAhead = z.infer<typeof loadAhead>

export const getLoadAhead = endpoint({
  method: 'GET',
  path: '/api/planning/load-ahead',
  tag: 'Planning',
  summary:
    'Hours asked for against hours at work, by week, for a skill and a territory, with what series will add',
  query: z.object({
    weeks: z.coerce.number().int().min(1).max(53).default(52),
    skillId: id.optional(),
    territory: territory.optional(),
  }),
  returns: loadAhead,
})
