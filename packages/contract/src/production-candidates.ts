// Who could take a seat of a show: best first, those who know the stage before others, with what each carries already.
import { z } from 'zod'
import { endpoint, id, instant } from './kernel.ts'
import { labourRules } from './labour-rules.ts'
import { candidate, candidates } from './planning.ts'
import { familiarity } from './planning-runs.ts'

/**
 * What somebody has worked on before: a stage of this name (`stage`), this place (`site`), or phases of this kind and
 * department elsewhere (`kind`); the nearest of them, how often, and when last.
 */
export const acquaintance = z.object({
  how: familiarity,
  times: z.int(),
  lastAt: instant,
})
export type Acquaintance = z.infer<typeof acquaintance>

/** Everything somebody is planned for during the production, elsewhere too. `nights`: those reached into. */
export const burden = z.object({ minutes: z.int(), nights: z.int(), weekendDays: z.int() })
export type Burden = z.infer<typeof burden>

/** Hours with this seat taken. `restMinutes`: the shorter of the rests to the days before and after; null: none is near. */
export const labourFigures = z.object({
  dayMinutes: z.int(),
  weekMinutes: z.int(),
  /** A week of the twelve in a row, with this one among them, that hold the most. */
  averageMinutes: z.int(),
  restMinutes: z.int().nullable(),
  /** Rests of the week that are shorter than the full one. */
  shortRests: z.int(),
})
export type LabourFigures = z.infer<typeof labourFigures>

export const seatCandidate = candidate.omit({ cost: true }).extend({
  known: acquaintance.nullable(),
  burden,
  labour: labourFigures,
})
export type SeatCandidate = z.infer<typeof seatCandidate>

export const seatCandidates = candidates.omit({ gaps: true }).extend({
  items: z.array(seatCandidate),
  /** The labour rules that judged; null: the policy of the organisation. */
  rules: labourRules.nullable(),
})
export type SeatCandidates = z.infer<typeof seatCandidates>

export const getSeatCandidates = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/phases/:phaseId/positions/:positionId/candidates',
  tag: 'Productions',
  summary:
    'Who could take a seat of a phase, those who know the stage first, and why the others cannot',
  params: z.object({ projectId: id, phaseId: id, positionId: id }),
  returns: seatCandidates,
})
