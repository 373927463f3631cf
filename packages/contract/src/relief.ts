// Relief: a seat changes hands. Somebody gives theirs away, falls ill, or work comes up that cannot wait.
import { z } from 'zod'
import { endpoint, id, instant, version } from './kernel.ts'
import { reason } from './planning-reasons.ts'

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

export const reliefPerson = z.object({ technicianId: id, name: z.string() })

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

/** What is to be done, where and when. */
export const reliefSlot = z.object({
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
export const reliefRequest = reliefSlot.extend({
  id,
  version,
  kind: reliefKind,
  state: reliefState,
  positionId: id,
  assignmentId: id.nullable(),
  from: reliefPerson.nullable(),
  inReturn: reliefSlot.extend({ assignmentId: id }).nullable(),
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
  taker: reliefPerson.nullable(),
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
  assignment: reliefSlot.extend({
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
