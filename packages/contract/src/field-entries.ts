// What technicians tell of their work: entries that are only ever added, and the commands that carry them.
import { z } from 'zod'
import { ownDays } from './availability.ts'
import { durationMinutes } from './catalog.ts'
import { expected } from './fault-sentence.ts'
import { FILE_BYTES, fileTypes, PHOTO_BYTES, photoTypes } from './field-files.ts'
import { id, instant, localDate, position, text, version } from './kernel.ts'
import { MOST_OPTIONS, pollAnswer } from './polls.ts'
import { answersTold, inviteTold, paperTold, signTold } from './report-entries.ts'
import { absenceDraft } from './workforce.ts'

/** What a technician tells with one tap; `resumed` ends a pause. */
export const step = z.enum(['en_route', 'started', 'paused', 'resumed', 'finished'])
export type Step = z.infer<typeof step>

export const photoMoment = z.enum(['before', 'during', 'after'])

const stepTold = z.object({ kind: z.literal('step'), step })
/** `at` is when the step `entryId` really was. */
const correction = z.object({
  kind: z.literal('correction'),
  entryId: id,
  at: instant,
  reason: text(500),
})
/** The last writer of a `noteId` wins; an empty text takes the note back. */
const note = z.object({ kind: z.literal('note'), noteId: id, text: z.string().trim().max(4000) })
/** What was used; the last writer of a `partId` wins, 0 takes it back. */
const part = z.object({
  kind: z.literal('part'),
  partId: id,
  label: text(200),
  quantity: z.number().min(0).max(1_000_000),
  unit: z.string().trim().max(20).default(''),
})
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/**
 * The picture itself comes by tus under `photoId`; `sha256` is of the bytes that are sent. Told again, the last
 * `caption` and `moment` count; the picture stays the first.
 */
const photo = z.object({
  kind: z.literal('photo'),
  photoId: id,
  type: z.enum(photoTypes),
  size: z.int().min(1).max(PHOTO_BYTES),
  sha256,
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  takenAt: instant,
  position: position.nullable().default(null),
  moment: photoMoment.default('during'),
  caption: z.string().trim().max(500).default(''),
})
/** A document or a film; its bytes come by tus under `fileId`. */
const file = z.object({
  kind: z.literal('file'),
  fileId: id,
  name: text(200),
  type: z.enum(fileTypes),
  size: z.int().min(1).max(FILE_BYTES),
  sha256,
})
const reading = z.object({
  kind: z.literal('reading'),
  label: text(200),
  value: z.number(),
  unit: z.string().trim().max(20).default(''),
})
const told = [
  ...([stepTold, correction, note, part, photo, file, reading] as const),
  ...([answersTold, paperTold] as const),
] as const

/** One kind each: what may be told of an assignment. */
export const entryBody = z.discriminatedUnion('kind', told)
export type EntryBody = z.infer<typeof entryBody>

/** `counted`; `aside`: the work is no longer theirs; `to_decide`: it was validated or sealed before this came; `dismissed` by somebody. */
export const entryStanding = z.enum(['counted', 'aside', 'to_decide', 'dismissed'])
export const asideReason = z.enum(['reassigned', 'withdrawn', 'declined', 'cancelled', 'sealed'])
export type AsideReason = z.infer<typeof asideReason>

/**
 * One thing told, kept for ever; its id is that of the command that brought it. `deviceAt` is what the phone's clock
 * showed, `at` the same moment by the server's clock, `serverAt` when the server learnt of it (offline: later).
 */
export const fieldEntry = z.object({
  id,
  assignmentId: id,
  by: z.string(),
  mine: z.boolean(),
  at: instant,
  deviceAt: instant,
  serverAt: instant,
  standing: entryStanding,
  why: asideReason.nullable(),
  what: entryBody,
})
export type FieldEntry = z.infer<typeof fieldEntry>

/** Accepting says which hours were seen: who was moved meanwhile is asked again. */
const accept = z.object({ kind: z.literal('accept'), startsAt: instant })
const decline = z.object({ kind: z.literal('decline'), reason: text(500) })
/** Work to be planned at the same site. */
const followUp = z.object({
  kind: z.literal('follow_up'),
  title: text(200),
  description: z.string().trim().max(10_000).default(''),
  durationMinutes: durationMinutes.nullable().default(null),
  wishedOn: localDate.nullable().default(null),
})
/** Asks for an absence; somebody at the office decides. Belongs to no assignment. */
const absence = z.object({ kind: z.literal('absence'), draft: absenceDraft })
/** Answers a poll, as far as it was answered. Belongs to no assignment. */
const poll = z.object({
  kind: z.literal('poll'),
  pollId: id,
  answers: z.array(pollAnswer).min(1).max(MOST_OPTIONS),
})
/** Says when one can work, unasked. Belongs to no assignment. */
const days = z.object({ kind: z.literal('days'), said: ownDays })
/** One's call sheet of a production was read in this version, or is confirmed. Belongs to no assignment. */
const callSheet = z.object({
  kind: z.literal('call_sheet'),
  projectId: id,
  number: version,
  isConfirmed: z.boolean(),
})
/** What is about nobody's assignment. */
const ofOneself: readonly string[] = ['absence', 'poll', 'days', 'call_sheet']

export const commandBody = z.discriminatedUnion('kind', [
  ...told,
  accept,
  decline,
  followUp,
  absence,
  poll,
  days,
  callSheet,
  signTold,
  inviteTold,
])
export type CommandBody = z.infer<typeof commandBody>
export type CommandKind = CommandBody['kind']

/**
 * One thing a technician does, as the phone queues it. `id` is made by the phone (UUIDv7) and is the key by which a
 * repeated delivery is known, for ever. `deviceAt` is what the phone's clock showed; `baseVersion` the assignment's
 * version on screen. Null `assignmentId`: it belongs to none.
 */
export const fieldCommand = z
  .object({
    id,
    deviceAt: instant,
    assignmentId: id.nullable(),
    baseVersion: version.optional(),
    what: commandBody,
  })
  .refine(({ assignmentId, what }) => (assignmentId === null) === ofOneself.includes(what.kind), {
    path: ['assignmentId'],
    ...expected(
      'L’intervention concernée est attendue.',
      'The assignment it is about is expected.',
    ),
  })
export type FieldCommand = z.infer<typeof fieldCommand>
