// Relief as one technician sees it: what I am asked to take over, and what I give away.
import { z } from 'zod'
import { endpoint, id, instant, version } from './kernel.ts'
import { askState, reliefKind, reliefPerson, reliefSlot, reliefState } from './relief.ts'

const tag = 'Relief'

/** What one technician is asked, and what he or she asked for. Of colleagues no more than the name. */
export const ownAsk = reliefSlot.extend({
  id,
  kind: reliefKind,
  state: askState,
  requestState: reliefState,
  /** Whether a yes would still count. */
  open: z.boolean(),
  from: z.string(),
  reason: z.string(),
  inReturn: reliefSlot.omit({ workOrderId: true }).nullable(),
  closesAt: instant,
  addedTravelSeconds: z.int(),
})
export type OwnAsk = z.infer<typeof ownAsk>
export const ownRelief = z.object({
  asks: z.array(ownAsk),
  requests: z.array(
    reliefSlot.extend({
      id,
      version,
      kind: reliefKind,
      state: reliefState,
      assignmentId: id.nullable(),
      asked: z.int(),
      declined: z.int(),
      takerName: z.string().nullable(),
      closesAt: instant,
    }),
  ),
})
export type OwnRelief = z.infer<typeof ownRelief>
export const getOwnRelief = endpoint({
  method: 'GET',
  path: '/api/relief/mine',
  tag,
  summary: 'What I am asked to take over, and what I want to give away',
  returns: ownRelief,
})

const assignmentParams = z.object({ assignmentId: id })
export const listColleagues = endpoint({
  method: 'GET',
  path: '/api/relief/assignments/:assignmentId/colleagues',
  tag,
  summary: 'Which colleagues may take my assignment by the rules of this moment',
  params: assignmentParams,
  returns: z.object({ deadline: instant, colleagues: z.array(reliefPerson) }),
})
export const listReturns = endpoint({
  method: 'GET',
  path: '/api/relief/assignments/:assignmentId/colleagues/:technicianId/returns',
  tag,
  summary: 'Which assignments of a colleague I may take in return',
  params: assignmentParams.extend({ technicianId: id }),
  returns: z.array(reliefSlot.extend({ assignmentId: id })),
})
export const releaseAssignment = endpoint({
  method: 'POST',
  path: '/api/relief/assignments/:assignmentId/release',
  tag,
  summary:
    'Give my assignment to whoever can, or to one colleague; until somebody has it, it is mine',
  params: assignmentParams,
  body: z.object({
    version,
    reason: z.string().trim().max(500).default(''),
    technicianId: id.nullable().default(null),
    inReturnId: id.nullable().default(null),
  }),
  returns: ownRelief,
  status: 201,
})
export const withdrawRelease = endpoint({
  method: 'POST',
  path: '/api/relief/mine/:requestId/withdraw',
  tag,
  summary: 'Keep my assignment after all',
  params: z.object({ requestId: id }),
  returns: ownRelief,
})
export const answerAsk = endpoint({
  method: 'POST',
  path: '/api/relief/asks/:askId/answer',
  tag,
  summary: 'Take it, or not; the first who may has it',
  params: z.object({ askId: id }),
  body: z.object({ answer: z.enum(['yes', 'no']) }),
  returns: ownAsk,
})
