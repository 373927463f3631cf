// What the program does when a seat comes free, and how quickly people answer.
import { z } from 'zod'
import { endpoint, id, instant, text, version } from './kernel.ts'
import { reliefKind, reliefMode } from './relief.ts'
import { absenceReason } from './workforce.ts'

const tag = 'Relief'

/**
 * `approval`: kinds in which the office has the last word. Replacements are asked `waveSize` at a time, the next after
 * `waveMinutes`. `deadlineHours` before the start nobody gives a slot away any more and the office is told of one that
 * nobody took; `deadlines` say otherwise for roles by the label of the seat. `escalateMinutes`: how long an emergency
 * may stay without an answer.
 */
export const reliefSettings = z.object({
  version,
  approval: z.array(reliefKind).max(4),
  onAbsence: reliefMode,
  absenceReasons: z.array(absenceReason).max(4),
  sickAtOnce: z.boolean(),
  onDecline: reliefMode,
  waveSize: z.int().min(1).max(50),
  waveMinutes: z.int().min(1).max(1440),
  deadlineHours: z.int().min(0).max(336),
  deadlines: z.array(z.object({ role: text(120), hours: z.int().min(0).max(336) })).max(50),
  emergencyMode: z.enum(['ask', 'assign']),
  emergencyPriorityIds: z.array(id).max(20),
  emergencyHours: z.int().min(1).max(72),
  escalateMinutes: z.int().min(1).max(240),
})
export type ReliefSettings = z.infer<typeof reliefSettings>

export const getReliefSettings = endpoint({
  method: 'GET',
  path: '/api/relief/settings',
  tag,
  summary: 'What the program does when a seat comes free',
  returns: reliefSettings,
})
export const saveReliefSettings = endpoint({
  method: 'PUT',
  path: '/api/relief/settings',
  tag,
  summary: 'Change what the program does when a seat comes free',
  body: reliefSettings,
  returns: reliefSettings,
})

/**
 * What happened to assignments given from `from` on and before `until`. Each number is recounted from the facts kept:
 * `given` (told to somebody), their first answer, and every change after. `good` answers came within 10 minutes, `slow`
 * ones after more than 30. Medians in seconds; null: nobody answered.
 */
export const reliefFigures = z.object({
  given: z.int(),
  accepted: z.int(),
  declined: z.int(),
  unanswered: z.int(),
  answers: z.object({ good: z.int(), fair: z.int(), slow: z.int() }),
  medianSeconds: z.int().nullable(),
  averageSeconds: z.int().nullable(),
  assignments: z.int(),
  moved: z.int(),
  reassigned: z.int(),
  removed: z.int(),
  exchanged: z.int(),
})
export type ReliefFigures = z.infer<typeof reliefFigures>
export const getReliefFigures = endpoint({
  method: 'GET',
  path: '/api/relief/figures',
  tag,
  summary: 'How quickly people answer, and how often assignments change once they were given',
  query: z.object({ from: instant, until: instant }),
  returns: reliefFigures,
})
