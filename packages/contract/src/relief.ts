// Relief: a seat changes hands. Somebody gives theirs away, falls ill, or work comes up that cannot wait.
import { z } from 'zod'
import { endpoint, id, instant, text, version } from './kernel.ts'
import { reason } from './planning-reasons.ts'
import { absenceReason } from './workforce.ts'

const tag = 'Relief'

/**
 * `release`: whoever can may have it. `swap`: one colleague is asked, for something in return or for nothing.
 * `replacement`: the technician is out, the seat is open. `emergency`: work that cannot wait.
 */
export const reliefKind = z.enum(['release', 'swap', 'replacement', 'emergency'])
export type ReliefKind = z.infer<typeof reliefKind>

/**
 * `proposed`: nobody was asked yet, the office chooses. `asking`: the first who may has it. `to_approve`: somebody said
 * yes, the office has the last word. `settled`, `refused`, `expired` and `cancelled` are ends.
 */
export const reliefState = z.enum([
  'proposed',
  'asking',
  'to_approve',
  'settled',
  'refused',
  'expired',
  'cancelled',
])
export type ReliefState = z.infer<typeof reliefState>

/** `missed`: somebody else was first. `unable`: said yes, but a rule is against it by now. */
export const askState = z.enum(['asked', 'yes', 'no', 'missed', 'unable'])
export type AskState = z.infer<typeof askState>

/** What the program does by itself when a seat comes free: nothing, name candidates, ask them, or give it to the best. */
export const reliefMode = z.enum(['nothing', 'propose', 'ask', 'assign'])
export type ReliefMode = z.infer<typeof reliefMode>

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

const person = z.object({ technicianId: id, name: z.string() })

/** One person who was asked, and why this one: the way it adds, and what they do that day already. */
export const reliefAsk = z.object({
  id,
  technicianId: id,
  technicianName: z.string(),
  wave: z.int(),
  rank: z.int(),
  startsAt: instant,
  endsAt: instant,
  addedTravelSeconds: z.int(),
  addedTravelMetres: z.int(),
  plannedMinutes: z.int(),
  state: askState,
  askedAt: instant,
  answeredAt: instant.nullable(),
})
export type ReliefAsk = z.infer<typeof reliefAsk>

const slot = z.object({
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteName: z.string(),
  city: z.string(),
  /** The seat; empty when the work order has only one without a name. */
  positionName: z.string(),
  startsAt: instant,
  endsAt: instant,
})

/** A seat that changes hands. `alarmAt`: when the office is told that nobody took it. */
export const reliefRequest = slot.extend({
  id,
  version,
  kind: reliefKind,
  state: reliefState,
  positionId: id,
  assignmentId: id.nullable(),
  from: person.nullable(),
  inReturn: slot.extend({ assignmentId: id }).nullable(),
  reason: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  alarmAt: instant,
  closesAt: instant,
  nextWaveAt: instant.nullable(),
  wave: z.int(),
  /** Everybody who may do it was asked. */
  exhausted: z.boolean(),
  alarmed: z.boolean(),
  escalated: z.boolean(),
  taker: person.nullable(),
  settledAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  asks: z.array(reliefAsk),
})
export type ReliefRequest = z.infer<typeof reliefRequest>

/** Who may take it, best first, and why the others may not, by the rules of this moment. */
export const reliefCandidates = z.object({
  items: z.array(
    reliefAsk.pick({
      technicianId: true,
      technicianName: true,
      startsAt: true,
      endsAt: true,
      addedTravelSeconds: true,
      addedTravelMetres: true,
      plannedMinutes: true,
    }),
  ),
  refused: z.array(
    z.object({ technicianId: id, technicianName: z.string(), reasons: z.array(reason) }),
  ),
})
export type ReliefCandidates = z.infer<typeof reliefCandidates>

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

const requestParams = z.object({ requestId: id })
const versioned = z.object({ version })

export const listReliefRequests = endpoint({
  method: 'GET',
  path: '/api/relief/requests',
  tag,
  summary: 'Seats that change hands: those still open, or those of the last 30 days',
  query: z.object({ open: z.stringbool().default(true) }),
  returns: z.array(reliefRequest),
})
export const getReliefRequest = endpoint({
  method: 'GET',
  path: '/api/relief/requests/:requestId',
  tag,
  summary: 'One seat that changes hands, with everybody who was asked',
  params: requestParams,
  returns: reliefRequest,
})
export const getReliefCandidates = endpoint({
  method: 'GET',
  path: '/api/relief/requests/:requestId/candidates',
  tag,
  summary: 'Who may take it by the rules of this moment, best first, and why the others may not',
  params: requestParams,
  returns: reliefCandidates,
})
/** An assignment before anybody is taken off it, with who could have it instead; `openRequestId`: who is sought already. */
export const replacement = reliefCandidates.extend({
  assignment: slot.extend({
    assignmentId: id,
    version,
    technicianId: id,
    technicianName: z.string(),
  }),
  openRequestId: id.nullable(),
})
export type Replacement = z.infer<typeof replacement>
export const getReplacement = endpoint({
  method: 'GET',
  path: '/api/relief/replacements/:assignmentId',
  tag,
  summary:
    'Who could have an assignment instead, best first, and why the others may not; nothing changes',
  params: z.object({ assignmentId: id }),
  returns: replacement,
})
/**
 * `propose`: the seat is open and the office chooses. `ask` and `assign`: the technician named, or else the best ones.
 * Whoever is named must be allowed by the rules; else nobody is taken off.
 */
export const replaceAssignment = endpoint({
  method: 'POST',
  path: '/api/relief/replacements',
  tag,
  summary: 'Take a technician off an assignment and look for somebody else',
  body: z.object({
    assignmentId: id,
    version,
    reason: z.string().trim().max(500).default(''),
    how: reliefMode.exclude(['nothing']).default('propose'),
    technicianId: id.nullable().default(null),
  }),
  returns: reliefRequest,
  status: 201,
})
export const startEmergency = endpoint({
  method: 'POST',
  path: '/api/relief/emergencies',
  tag,
  summary: 'Find whoever is nearest and can for the open seats of a work order that cannot wait',
  body: z.object({ workOrderId: id }),
  returns: z.array(reliefRequest),
  status: 201,
})
export const askNextWave = endpoint({
  method: 'POST',
  path: '/api/relief/requests/:requestId/ask',
  tag,
  summary: 'Ask the next ones now, or only the technician named',
  params: requestParams,
  body: versioned.extend({ technicianId: id.optional() }),
  returns: reliefRequest,
})
export const giveSeat = endpoint({
  method: 'POST',
  path: '/api/relief/requests/:requestId/give',
  tag,
  summary: 'Give the seat to a technician without asking',
  params: requestParams,
  body: versioned.extend({ technicianId: id }),
  returns: reliefRequest,
})
export const decideRelief = endpoint({
  method: 'POST',
  path: '/api/relief/requests/:requestId/decide',
  tag,
  summary: 'Approve what two people agreed on, or not',
  params: requestParams,
  body: versioned.extend({ approved: z.boolean(), reason: z.string().trim().max(500).default('') }),
  returns: reliefRequest,
})
export const cancelRelief = endpoint({
  method: 'POST',
  path: '/api/relief/requests/:requestId/cancel',
  tag,
  summary: 'Ask nobody any more; of a release the technician keeps the assignment',
  params: requestParams,
  body: versioned,
  returns: reliefRequest,
})

/** What one technician is asked, and what he or she asked for. Of colleagues no more than the name. */
export const ownAsk = slot.extend({
  id,
  kind: reliefKind,
  state: askState,
  requestState: reliefState,
  /** Whether a yes would still count. */
  open: z.boolean(),
  from: z.string(),
  reason: z.string(),
  inReturn: slot.omit({ workOrderId: true }).nullable(),
  closesAt: instant,
  addedTravelSeconds: z.int(),
})
export type OwnAsk = z.infer<typeof ownAsk>
export const ownRelief = z.object({
  asks: z.array(ownAsk),
  requests: z.array(
    slot.extend({
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
  returns: z.object({ deadline: instant, colleagues: z.array(person) }),
})
export const listReturns = endpoint({
  method: 'GET',
  path: '/api/relief/assignments/:assignmentId/colleagues/:technicianId/returns',
  tag,
  summary: 'Which assignments of a colleague I may take in return',
  params: assignmentParams.extend({ technicianId: id }),
  returns: z.array(slot.extend({ assignmentId: id })),
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
  params: requestParams,
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

const about = z.object({
  requestId: id,
  kind: reliefKind,
  title: z.string(),
  fromTechnicianId: id.nullable(),
})
export const reliefEvents = {
  /** Somebody looks for a relief, or the search changed. */
  relief_changed: about.extend({ state: reliefState }),
  relief_asked: about.extend({ asks: z.array(z.object({ askId: id, technicianId: id })) }),
  relief_answered: about.extend({ technicianId: id, technicianName: z.string(), answer: askState }),
  /** It has an end. `missed`: asks of those who were not first, and of those whom it concerns no more. */
  relief_ended: about.extend({
    state: reliefState,
    takerId: id.nullable(),
    takerName: z.string(),
    missed: z.array(z.object({ askId: id, technicianId: id })),
  }),
  /** The office has to look: nobody took it in time, nobody is left, an emergency without an answer, a yes to approve. */
  relief_alarm: about.extend({
    why: z.enum(['deadline', 'nobody_left', 'unanswered', 'approve', 'emergency', 'proposed']),
  }),
}
