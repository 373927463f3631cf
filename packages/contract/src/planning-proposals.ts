// What becomes of a proposal once the plan moves on: which moves no longer hold, and the way back.
import { z } from 'zod'
import { endpoint, id } from './kernel.ts'
import { reason } from './planning-reasons.ts'
import { runDetail } from './planning-runs.ts'

/** A move that no longer holds: `seat_taken`, `changed`, `locked`, `not_plannable`, `technician_gone` or `rule_broken`. */
export const overtakenMove = z.object({
  positionId: id,
  title: z.string(),
  code: z.string(),
  reasons: z.array(reason),
})
export type OvertakenMove = z.infer<typeof overtakenMove>

const tag = 'Planning runs'
const params = z.object({ runId: id })

export const listOvertaken = endpoint({
  method: 'GET',
  path: '/api/planning/runs/:runId/overtaken',
  tag,
  summary: 'The moves of a proposal that no longer hold, because the plan has moved on',
  params,
  returns: z.object({ moves: z.array(overtakenMove) }),
})
export const rollbackRun = endpoint({
  method: 'POST',
  path: '/api/planning/runs/:runId/rollback',
  tag,
  summary:
    'Put back what a proposal changed, exactly as it was; 409 lists what changed since when that no longer holds',
  params,
  body: z.object({}),
  returns: z.object({
    run: runDetail,
    restored: z.int(),
    /** Fingerprint of the seats concerned, which is the one they had before the proposal. */
    state: z.string(),
  }),
})
