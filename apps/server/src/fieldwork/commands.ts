// What technicians tell while they work. Times of the device are kept beside those of the server.
import type { FieldAssignment, Note, ProgressEntry, Step } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { acceptAssignment, declineAssignment, progressAssignment } from '../planning/index.ts'
import { fail, invalid } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { command, type Tx } from '../platform/work.ts'
import { markDone, markStarted } from '../work-orders/index.ts'
import { happened } from './events.ts'
import { getFieldAssignment, visibleAssignment } from './queries.ts'
import { insertEntry, insertNote, progressOf, unfinishedSeats } from './store/log.ts'

const own = { permission: 'fieldwork.own' } as const
/** Clocks of phones run ahead a little; further ahead it is a mistake. */
const TOLERANCE_MS = 10 * 60_000

function expectPast(tx: Tx, at: Instant): Instant {
  if (Date.parse(at) > Date.parse(tx.now()) + TOLERANCE_MS)
    throw invalid([{ path: 'body.at', expected: 'an instant that has passed', got: at }])
  return new Date(at).toISOString()
}

type Answer = { assignmentId: Id; version: number }

export const acceptFieldAssignment = command(
  'fieldwork.accept',
  own,
  async (tx, answer: Answer): Promise<FieldAssignment> => {
    await acceptAssignment.run(tx, answer)
    return await getFieldAssignment(tx, answer.assignmentId)
  },
)

export const declineFieldAssignment = command(
  'fieldwork.decline',
  own,
  async (tx, answer: Answer & { reason: string }): Promise<FieldAssignment> => {
    await declineAssignment.run(tx, answer)
    return await getFieldAssignment(tx, answer.assignmentId)
  },
)

type Told = { assignmentId: Id; step: Step; at?: Instant | undefined }

/** The work order follows: under way with the first who starts, done when the last seat is finished. */
export const recordProgress = command(
  'fieldwork.record-progress',
  own,
  async (tx, { assignmentId, step, at }: Told): Promise<FieldAssignment> => {
    const deviceAt = expectPast(tx, at ?? tx.now())
    const { workOrderId, technicianId } = await progressAssignment(tx, assignmentId, step)
    const entry: ProgressEntry = {
      id: tx.newId(),
      assignmentId,
      step,
      deviceAt,
      serverAt: tx.now(),
      by: tx.actor.name,
      corrects: null,
      correctionReason: null,
    }
    await insertEntry(tx, entry)
    tx.emit(happened.progress_recorded({ assignmentId, workOrderId, technicianId, entry }))
    if (step === 'started') await markStarted(tx, [workOrderId])
    if (step === 'finished' && (await unfinishedSeats(tx, workOrderId)) === 0)
      await markDone(tx, [workOrderId])
    return await getFieldAssignment(tx, assignmentId)
  },
)

type Correction = { assignmentId: Id; entryId: Id; at: Instant; reason: string }

/** The first entry stays; the latest correction is what counts. */
export const correctProgress = command(
  'fieldwork.correct-progress',
  own,
  async (tx, { assignmentId, entryId, at, reason }: Correction): Promise<ProgressEntry[]> => {
    const { workOrderId, technicianId } = await visibleAssignment(tx, assignmentId)
    const known = await progressOf(tx, [assignmentId])
    const wrong = found(
      known.find(({ id }) => id === entryId),
      'progress entry',
    )
    if (known.some(({ corrects }) => corrects === entryId))
      throw fail('conflict', { reason: 'this entry was corrected already; correct the correction' })
    const entry: ProgressEntry = {
      id: tx.newId(),
      assignmentId,
      step: wrong.step,
      deviceAt: expectPast(tx, at),
      serverAt: tx.now(),
      by: tx.actor.name,
      corrects: entryId,
      correctionReason: reason,
    }
    await insertEntry(tx, entry)
    tx.emit(happened.progress_corrected({ assignmentId, workOrderId, technicianId, entry }))
    return [...known, entry]
  },
)

export const addNote = command(
  'fieldwork.add-note',
  own,
  async (tx, { assignmentId, text }: { assignmentId: Id; text: string }): Promise<Note> => {
    const { workOrderId, technicianId } = await visibleAssignment(tx, assignmentId)
    const note: Note = {
      id: tx.newId(),
      assignmentId,
      text,
      by: tx.actor.name,
      at: tx.now(),
      mine: true,
    }
    await insertNote(tx, note)
    // Whose it is each reader sees from who did it: the event is one for all.
    const told = { ...note, mine: false }
    tx.emit(happened.note_added({ assignmentId, workOrderId, technicianId, note: told }))
    return note
  },
)
