// Planning: who makes which visit when; the board, runs of the engine and their proposals.
import { z } from 'zod'
import { category } from './catalog.ts'
import { endpoint, id, instant, localDate, position, text, version } from './kernel.ts'
import { labourRules } from './labour-rules.ts'
import { enforcement, override } from './planning-overrides.ts'
import { reason } from './planning-reasons.ts'
import { gap } from './work-orders.ts'

/**
 * Where an assignment stands. `offered`, `accepted`, `en_route`, `started`, `paused` and `finished`
 * take the technician's time; `declined` and `withdrawn` do not. Late is derived, never stored.
 */
export const assignmentState = z.enum([
  'offered',
  'accepted',
  'declined',
  'withdrawn',
  'en_route',
  'started',
  'paused',
  'finished',
])
export type AssignmentState = z.infer<typeof assignmentState>

/** Where a site lies: the département of a French postcode (`75`, `974`), the country elsewhere, empty when unknown. */
export const territory = z.string()

/** Work without a priority is drawn like this, and planned last. */
export const plainPriority = { name: '', rank: 99, colour: '#64748b', icon: 'circle' } as const

/** What a bar tells without another request: whose work, where, how urgent. */
const label = z.object({
  reference: z.string(),
  title: z.string(),
  /** The seat: `Technicien son 2/3`; empty when the work order has only one unnamed seat. */
  positionName: z.string(),
  clientId: id,
  clientName: z.string(),
  siteId: id,
  siteName: z.string(),
  city: z.string(),
  territory,
  position: position.nullable(),
  priorityId: id.nullable(),
  /** Empty when the work order has none. */
  priorityName: z.string(),
  /** 1 is planned first; that of `plainPriority` when the work order has none. */
  priorityRank: z.int(),
  /** Colour and icon as the organisation sets them for this priority. */
  colour: z.string(),
  icon: z.string(),
  category,
  projectId: id.nullable(),
  /** Empty when the work order belongs to no project. */
  projectName: z.string(),
  /** Seats of the work order, and how many of them have a live assignment. */
  seats: z.int(),
  seatsFilled: z.int(),
  /** Documents that come with the work order: plans, earlier reports, photos. */
  attachments: z.int(),
})

/** From an instant to another. */
export const span = z.object({ startsAt: instant, endsAt: instant })

/** A technician on a position from `startsAt` to `endsAt`. `publishedAt` null: a draft, which technicians do not see. */
export const assignment = label.extend({
  id,
  version,
  workOrderId: id,
  positionId: id,
  technicianId: id,
  technicianName: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: assignmentState,
  locked: z.boolean(),
  publishedAt: instant.nullable(),
  declinedReason: z.string().nullable(),
  /** A planner put it there although rules warned. */
  override: override.nullable(),
  /** The client has said yes to this very hour. */
  clientConfirmed: z.boolean().default(false),
  /**
   * Changed after it was published, and its technician has not seen it since; null: they have. `from`: when they
   * believe it to be; null there: that it is theirs is new to them.
   */
  unseen: z.object({ changedAt: instant, from: span.nullable() }).nullable().default(null),
})
export type Assignment = z.infer<typeof assignment>

/** An assignment with the way to it. Null: the way is not known (no position of the site or of home). */
export const bar = assignment.extend({
  travelSecondsBefore: z.int().nullable(),
  travelMetresBefore: z.int().nullable(),
  /** The way home, at the last visit of a shift only. */
  travelSecondsAfter: z.int().nullable(),
})
export type Bar = z.infer<typeof bar>

/**
 * A seat that nobody has, of work that several do together or of a project: it stands where those who have theirs stand,
 * or, while nobody has, in the only hour its window leaves. Other work that waits is in the backlog alone.
 */
export const openSeat = label.extend({
  positionId: id,
  workOrderId: id,
  startsAt: instant,
  endsAt: instant,
})
export type OpenSeat = z.infer<typeof openSeat>

export const boardTechnician = z.object({
  id,
  name: z.string(),
  /** Works here no more; on the board for the visits that are still theirs, until somebody takes them over. */
  archived: z.boolean().default(false),
  kind: z.string(),
  /** Free label of the technician's team, depot or territory; empty when none. */
  team: z.string(),
  skills: z.array(z.object({ id, name: z.string(), level: z.int() })),
  home: position.nullable(),
  shifts: z.array(span),
  absences: z.array(span.extend({ reason: z.string() })),
  /** Hours of which they said that they do not know yet. */
  pending: z.array(span).default([]),
  /** One per local day of the range: work planned (visits and travel) and time at work. */
  days: z.array(z.object({ date: localDate, plannedMinutes: z.int(), capacityMinutes: z.int() })),
})
export type BoardTechnician = z.infer<typeof boardTechnician>

/** What the organisation's policy keeps free between visits, and the breaks its days must hold; zero and none: nothing. */
export const boardPace = z.object({
  bufferMinutes: z.int(),
  breaks: z.array(z.object({ afterMinutes: z.int(), breakMinutes: z.int() })),
})
export type BoardPace = z.infer<typeof boardPace>

export const board = z.object({
  from: instant,
  until: instant,
  timeZone: z.string(),
  technicians: z.array(boardTechnician),
  bars: z.array(bar),
  /** In the order of their work orders and positions; whoever is asked for, all of the range. */
  openSeats: z.array(openSeat),
  pace: boardPace,
  /** Where travel comes from; `fallback` when the configured service did not answer. */
  travel: z.object({ source: z.enum(['haversine', 'osrm', 'valhalla']), fallback: z.boolean() }),
})
export type Board = z.infer<typeof board>

/** May this technician do this then? The answer of the very rules the board runs in the browser. */
export const verdict = z.object({
  /** Without a word; `enforcement` says whether a reason would let it through. */
  allowed: z.boolean(),
  enforcement,
  reasons: z.array(reason),
})
export type Verdict = z.infer<typeof verdict>

/** A technician and a time that suit, best first. */
export const candidate = z.object({
  technicianId: id,
  technicianName: z.string(),
  positionId: id,
  startsAt: instant,
  endsAt: instant,
  /** Travel this adds to the technician's day; negative when it shortens it. */
  addedTravelSeconds: z.int(),
  addedTravelMetres: z.int(),
  /** Points of the policy, lower is better. */
  cost: z.number(),
  /** Work already planned on that day. */
  plannedMinutes: z.int(),
})
export type Candidate = z.infer<typeof candidate>

export const candidates = z.object({
  items: z.array(candidate),
  /** Technicians who cannot, with every reason. */
  refused: z.array(
    z.object({ technicianId: id, technicianName: z.string(), reasons: z.array(reason) }),
  ),
  /** What keeps it from being planned automatically. */
  gaps: z.array(gap),
})
export type Candidates = z.infer<typeof candidates>

/**
 * The problem of a range as `@regie/solver` takes it (`ProblemInput` and `Plan`): visit ids are position
 * ids, technician ids ours, times Unix seconds. `names` has the name of every id that occurs in a reason.
 */
export const boardProblem = z.object({
  problem: z.record(z.string(), z.unknown()),
  plan: z.record(z.string(), z.unknown()),
  names: z.record(z.string(), z.string()),
  /** Set: the problem has no travel tables, `estimateTravel(locations, estimate)` gives them. */
  estimate: z.object({ detourFactor: z.number(), kilometresPerHour: z.number() }).nullable(),
  /**
   * Labour rules of productions, which seats are under them (rank in `rules`; others follow the policy of the problem), and
   * of whoever is near the average of twelve weeks how much they work in the eleven others.
   */
  labour: z.object({
    rules: z.array(labourRules),
    seats: z.record(z.string(), z.int()),
    weeks: z.record(
      z.string(),
      z.array(z.object({ week: localDate, since: localDate, minutes: z.int() })),
    ),
  }),
})
export type BoardProblem = z.infer<typeof boardProblem>

const tag = 'Planning'
const assignmentParams = z.object({ assignmentId: id })
const ids = z
  .union([id, z.array(id).max(500)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional()
/** The range a question is about; repeat `technicianId` to ask of some only. */
export const boardRange = z.object({ from: instant, until: instant, technicianId: ids })
const versioned = z.object({ version })

export const getProblem = endpoint({
  method: 'GET',
  path: '/api/planning/problem',
  tag,
  summary: 'The range as the rules see it, for checks in the browser while dragging',
  query: boardRange,
  returns: boardProblem,
})
export const getCandidates = endpoint({
  method: 'GET',
  path: '/api/planning/work-orders/:workOrderId/candidates',
  tag,
  summary: 'Technicians and times that suit an open seat, best first, and why the others do not',
  params: z.object({ workOrderId: id }),
  query: z.object({
    from: instant,
    until: instant,
    positionId: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  returns: candidates,
})

const placement = z.object({
  positionId: id,
  technicianId: id,
  startsAt: instant,
  /** Left out: the duration of the work order. */
  endsAt: instant.optional(),
})
/** Why it is done although rules warn; kept on the assignment. */
const overrideReason = text(500).optional()

export const checkPlacement = endpoint({
  method: 'POST',
  path: '/api/planning/check',
  tag,
  summary: 'May this technician do this then? Changes nothing',
  body: placement,
  returns: verdict,
})
export const getAssignment = endpoint({
  method: 'GET',
  path: '/api/planning/assignments/:assignmentId',
  tag,
  summary: 'One assignment',
  params: assignmentParams,
  returns: assignment,
})
export const createAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments',
  tag,
  summary: 'Assign a technician to a seat, as a draft',
  body: placement.extend({ locked: z.boolean().default(false), overrideReason }),
  returns: assignment,
  status: 201,
})
export const moveAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/move',
  tag,
  summary:
    'Give an assignment another time, another technician, or both; a published one takes effect at once',
  params: assignmentParams,
  body: versioned.extend({
    technicianId: id.optional(),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    overrideReason,
  }),
  returns: assignment,
})
export const removeAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/unassign',
  tag,
  summary: 'Take the technician off; the seat is open again',
  params: assignmentParams,
  body: versioned,
  returns: assignment,
})
export const lockAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/lock',
  tag,
  summary: 'Lock an assignment against runs, or unlock it',
  params: assignmentParams,
  body: versioned.extend({ locked: z.boolean() }),
  returns: assignment,
})
export const acceptAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/accept',
  tag,
  summary: 'Accept, as the technician',
  params: assignmentParams,
  body: versioned,
  returns: assignment,
})
export const declineAssignment = endpoint({
  method: 'POST',
  path: '/api/planning/assignments/:assignmentId/decline',
  tag,
  summary: 'Decline with a reason, as the technician',
  params: assignmentParams,
  body: versioned.extend({ reason: text(500) }),
  returns: assignment,
})

const previous = span.extend({ technicianId: id })
const answered = z.object({ assignment, reason: z.string().nullable() })

/** What happened on the board. Each carries the whole assignment, so that screens need no further request. */
export const assignmentEvents = {
  assignment_created: z.object({ assignment }),
  assignment_moved: z.object({ assignment, previous }),
  assignment_removed: z.object({ assignment }),
  assignment_locked: z.object({ assignment }),
  assignment_accepted: answered,
  assignment_declined: answered,
  assignment_progressed: z.object({ assignment, previousState: assignmentState }),
}
