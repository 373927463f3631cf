// The review of a production: the chief of each department reads the grid line by line and signs; then the plan is locked.
import { z } from 'zod'
import { expected } from './fault-sentence.ts'
import { endpoint, id, instant, text, version } from './kernel.ts'
import { coverage, department, departmentNames, phaseKind, production } from './productions.ts'

/** Whose lines they are; `general`: seats of no department, read by whoever directs the show. */
export const reviewDepartment = z.enum([...department.options, 'general'])
export type ReviewDepartment = z.infer<typeof reviewDepartment>

export const reviewDepartmentNames: Readonly<
  Record<ReviewDepartment, { readonly fr: string; readonly en: string }>
> = { ...departmentNames, general: { fr: 'Régie générale', en: 'Stage management' } }

/** A chief is a technician or a member of the office: exactly one of the two is named. */
const person = z.object({ technicianId: id.nullable(), memberId: id.nullable() })
export const chief = person.extend({
  department: reviewDepartment,
  name: z.string(),
  /** account: signs in; link: signs by the link of a message; none: neither account nor e-mail nor mobile number. */
  reach: z.enum(['account', 'link', 'none']),
})
export type Chief = z.infer<typeof chief>

/** Somebody who can be named chief; `inCrew`: holds a seat of this production. */
export const possibleChief = chief.omit({ department: true }).extend({ inCrew: z.boolean() })
export type PossibleChief = z.infer<typeof possibleChief>

/**
 * A seat of a phase as a chief reads it: who, when, and in which state. `fingerprint` says who, where and when, and
 * not the state: who accepts in the meantime makes no line another one.
 */
export const reviewLine = z.object({
  positionId: id,
  phaseId: id,
  reference: z.string(),
  kind: phaseKind,
  phaseName: z.string(),
  stageId: id,
  stageName: z.string(),
  department: reviewDepartment,
  role: z.string(),
  mandatory: z.boolean(),
  technicianId: id.nullable(),
  technicianName: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  state: coverage,
  fingerprint: z.string(),
})
export type ReviewLine = z.infer<typeof reviewLine>

/** A line that is another one now: `before` null: it is new; `after` null: it is gone. `by` null: not noted yet. */
export const lineChange = z.object({
  positionId: id,
  department: reviewDepartment,
  before: reviewLine.nullable(),
  after: reviewLine.nullable(),
  by: z.string().nullable(),
  at: instant.nullable(),
})
export type LineChange = z.infer<typeof lineChange>

/** What a chief remarks on a line, and what the office answers. Open until it is answered or taken back. */
export const remark = z.object({
  id,
  positionId: id,
  department: reviewDepartment,
  text: z.string(),
  by: z.string(),
  at: instant,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
})
export type Remark = z.infer<typeof remark>

/** How far a department is. `changes`: what is another line since its chief signed; then the signature counts no more until it is given again. */
export const reviewPart = z.object({
  department: reviewDepartment,
  chief: chief.nullable(),
  lines: z.int(),
  seen: z.int(),
  openRemarks: z.int(),
  signedAt: instant.nullable(),
  signedBy: z.string().nullable(),
  /** By the link of a message, without an account. */
  signedByLink: z.boolean(),
  /** The signature stands for the lines as they are now, or the plan is locked. */
  isSigned: z.boolean(),
  changes: z.array(lineChange),
  /** What is signed: names the lines as they are now. */
  digest: z.string(),
})
export type ReviewPart = z.infer<typeof reviewPart>

/** none: not opened yet; open (en cours); locked (verrouillée): everybody has signed. */
export const reviewState = z.enum(['none', 'open', 'locked'])
export type ReviewState = z.infer<typeof reviewState>

export const review = z.object({
  project: production.shape.project,
  state: reviewState,
  /** Null before the first one is opened. */
  version: version.nullable(),
  /** 1 for the first, one more each time it is opened again. */
  round: z.int(),
  openedAt: instant.nullable(),
  openedBy: z.string().nullable(),
  dueAt: instant.nullable(),
  lockedAt: instant.nullable(),
  /** Why it was opened again. */
  reason: z.string(),
  /** Departments that have lines: of a chief, the own ones. */
  parts: z.array(reviewPart),
  lines: z.array(reviewLine.extend({ isSeen: z.boolean() })),
  remarks: z.array(remark),
  /** The departments I am chief of. */
  mine: z.array(reviewDepartment),
  /** Seats of phases for everybody: the department each role is counted in, `isSaid` when the office said so. */
  roles: z.array(
    z.object({ label: z.string(), department: reviewDepartment, isSaid: z.boolean() }),
  ),
})
export type Review = z.infer<typeof review>

/** A review that waits for me, or that I have signed. */
export const ownReview = z.object({
  projectId: id,
  code: z.string(),
  name: z.string(),
  state: reviewState,
  dueAt: instant.nullable(),
  departments: z.array(reviewDepartment),
  unread: z.int(),
  /** All of my departments are signed. */
  isSigned: z.boolean(),
  /** Lines that changed after I had signed. */
  changes: z.int(),
})
export type OwnReview = z.infer<typeof ownReview>

const tag = 'Production reviews'
const params = z.object({ projectId: id })
const returns = review
const at = '/api/projects/:projectId/review' as const
const onRemark = params.extend({ remarkId: id })

const onlyOne = ({ technicianId, memberId }: z.infer<typeof person>) => !(technicianId && memberId)

export const getReview = endpoint({
  method: 'GET',
  path: at,
  tag,
  summary:
    'The review of a production: all of it for the office, a chief’s own departments for a chief',
  params,
  returns,
})
export const listOwnReviews = endpoint({
  method: 'GET',
  path: '/api/reviews/mine',
  tag,
  summary: 'Reviews under way or locked that I am a chief in, the most urgent first',
  returns: z.object({ items: z.array(ownReview) }),
})
export const listPossibleChiefs = endpoint({
  method: 'GET',
  path: `${at}/possible-chiefs`,
  tag,
  summary: 'Who can be named chief of a department: the crew first',
  params,
  returns: z.object({ items: z.array(possibleChief) }),
})
export const nameChief = endpoint({
  method: 'PUT',
  path: `${at}/chiefs/:department`,
  tag,
  summary: 'Name the chief of a department; nobody named: it has none',
  params: params.extend({ department: reviewDepartment }),
  body: person.refine(onlyOne, {
    path: ['memberId'],
    ...expected('Un technicien ou un membre, pas les deux.', 'A technician or a member, not both.'),
  }),
  returns,
})
export const sayDepartment = endpoint({
  method: 'PUT',
  path: `${at}/roles`,
  tag,
  summary: 'Say which department a role belongs to in phases for everybody; null: as its name says',
  params,
  body: z.object({ label: z.string().max(120), department: reviewDepartment.nullable() }),
  returns,
})
export const openReview = endpoint({
  method: 'POST',
  path: `${at}/open`,
  tag,
  summary: 'Send every chief the grid; open a locked one again with a reason',
  params,
  body: z.object({ dueAt: instant, reason: z.string().trim().max(500).default('') }),
  returns,
  status: 201,
})
export const changeReview = endpoint({
  method: 'PATCH',
  path: at,
  tag,
  summary: 'Change when it is due',
  params,
  body: z.object({ version, dueAt: instant }),
  returns,
})
export const withdrawReview = endpoint({
  method: 'POST',
  path: `${at}/withdraw`,
  tag,
  summary: 'End an open review without a lock',
  params,
  body: z.object({ version }),
  returns,
})
export const remindChiefs = endpoint({
  method: 'POST',
  path: `${at}/remind`,
  tag,
  summary: 'Remind the chiefs who have not signed; at most once an hour',
  params,
  body: z.object({}),
  returns,
})
export const markSeen = endpoint({
  method: 'POST',
  path: `${at}/seen`,
  tag,
  summary: 'A chief has read these lines, as they stand; 412 when one of them is another one now',
  params,
  body: z.object({
    lines: z
      .array(z.object({ positionId: id, fingerprint: z.string().max(40) }))
      .min(1)
      .max(2000),
    seen: z.boolean().default(true),
  }),
  returns,
})
export const addRemark = endpoint({
  method: 'POST',
  path: `${at}/remarks`,
  tag,
  summary: 'A chief remarks on a line',
  params,
  body: z.object({ positionId: id, text: text(1000) }),
  returns,
  status: 201,
})
export const answerRemark = endpoint({
  method: 'POST',
  path: `${at}/remarks/:remarkId/answer`,
  tag,
  summary: 'The office answers a remark',
  params: onRemark,
  body: z.object({ text: text(1000) }),
  returns,
})
export const withdrawRemark = endpoint({
  method: 'POST',
  path: `${at}/remarks/:remarkId/withdraw`,
  tag,
  summary: 'A chief takes a remark back: it is settled',
  params: onRemark,
  body: z.object({}),
  returns,
})
export const signReview = endpoint({
  method: 'POST',
  path: `${at}/sign`,
  tag,
  summary:
    'A chief signs the lines of a department; 412 with what changed when they are others now. The last signature locks the plan',
  params,
  body: z.object({ department: reviewDepartment, digest: z.string().max(40) }),
  returns,
})

const about = { projectId: id, code: z.string(), name: z.string() }
/** Whom it concerns, so that they hear of it. */
const chiefs = { technicianIds: z.array(id), memberIds: z.array(id) }

export const reviewEvents = {
  review_opened: z.object({
    ...about,
    ...chiefs,
    round: z.int(),
    dueAt: instant,
    reason: z.string(),
  }),
  review_reminded: z.object({ ...about, ...chiefs, dueAt: instant }),
  /** Chiefs, lines seen, remarks, the due time. */
  review_changed: z.object({ ...about, ...chiefs }),
  review_signed: z.object({ ...about, ...chiefs, department: reviewDepartment }),
  review_locked: z.object({ ...about, ...chiefs, round: z.int(), lines: z.int() }),
  /** Lines that a chief had signed are others now; `locked`: the plan was locked. */
  review_overtaken: z.object({ ...about, ...chiefs, locked: z.boolean(), lines: z.int() }),
}
