// What technicians tell of their work, at once or days later. Entries are only added; the state of the assignment
// follows from all of them together, so that neither order nor repetition matters.
import type { AsideReason, EntryBody, FieldEntry } from '@regie/contract/field-entries'
import { foldWork, trueTime } from '@regie/contract/field-log'
import type { Id, Instant } from '@regie/contract/kernel'
import { formVersionsNamed } from '../../catalog/index.ts'
import {
  findAssignment,
  heldAssignment,
  isWorkable,
  lockPlanning,
  type Placed,
  settleAssignment,
} from '../../planning/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { markDone, markStarted } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { misfits } from '../misfits.ts'
import { entriesOf, entryPlace, insertEntry, sealOf } from '../store/entries.ts'
import { photoPlace } from '../store/requests.ts'
import { statusOf, unfinishedSeats } from '../store/work.ts'

export type Told = {
  readonly id: Id
  readonly deviceAt: Instant
  readonly assignmentId: Id
  readonly baseVersion?: number | undefined
  readonly what: EntryBody
}

/** How an entry was received: why it does not count by itself, if so. */
export type Received = { readonly isNew: boolean; readonly why: AsideReason | null }

/** A time that somebody types may lie this far ahead of the phone's clock, no further. */
const TOLERANCE_MS = 10 * 60_000

/** The assignment as far as the teller may know of it: technicians what they hold or held, the office all. */
async function reach(tx: Tx, assignmentId: Id): Promise<{ placed: Placed; isOwn: boolean }> {
  if (!tx.may('fieldwork.write')) return await heldAssignment(tx, assignmentId)
  return { placed: found(await findAssignment(tx, assignmentId), 'assignment'), isOwn: true }
}

export async function tell(tx: Tx, told: Told, sentAt: Instant): Promise<Received> {
  const { placed: known } = await reach(tx, told.assignmentId)
  await lockPlanning(tx, [known.workOrderId, known.technicianId])
  const before = await entryPlace(tx, told.id)
  if (before) return { isNew: false, why: before.aside }
  const { placed, isOwn } = await reach(tx, told.assignmentId)
  const at = trueTime(told.deviceAt, sentAt, tx.now())
  expectPast(told.what, at)
  await expectFit(tx, told.what)
  const why = isOwn ? await lateness(tx, placed) : 'reassigned'
  const { deviceAt, what, assignmentId, id } = told
  const isAgain = what.kind === 'photo' && (await photoPlace(tx, what.photoId)) !== undefined
  const entry = { id, assignmentId, at, deviceAt, serverAt: tx.now(), what, why }
  await insertEntry(tx, { ...entry, baseVersion: told.baseVersion ?? null })
  if (why === null && what.kind === 'step') await settle(tx, placed)
  const said = { ...entry, by: tx.actor.name, mine: false, standing: standingOf(why) }
  tellOthers(tx, placed, { entry: said, isAgain })
  return { isNew: true, why }
}

const standingOf = (why: AsideReason | null): FieldEntry['standing'] =>
  why === null ? 'counted' : why === 'sealed' ? 'to_decide' : 'aside'

function expectPast(what: EntryBody, at: Instant): void {
  if (what.kind === 'correction' && Date.parse(what.at) > Date.parse(at) + TOLERANCE_MS)
    throw invalid([{ path: 'what.at', expected: 'an instant that has passed', got: what.at }])
}

/** Every answer must fit a field of the very version it was given to. */
async function expectFit(tx: Tx, what: EntryBody): Promise<void> {
  if (what.kind !== 'answers') return
  const { formId, number } = what
  const [version] = await formVersionsNamed(tx, [{ formId, number }])
  if (!version) throw fail('not_found', { what: `form ${formId} v${number}` })
  const faults = misfits(version.definition, what.answers, tx.actor.language)
  if (faults.length) throw invalid(faults)
}

/** Why work on this does not count by itself any more; null: it does. */
async function lateness(tx: Tx, placed: Placed): Promise<AsideReason | null> {
  const status = await statusOf(tx, placed.workOrderId)
  if (status === 'cancelled') return 'cancelled'
  if (status === 'validated' || status === 'closed') return 'sealed'
  if (await sealOf(tx, placed.id)) return 'sealed'
  if (await isWorkable(tx, placed)) return null
  return placed.state === 'declined' ? 'declined' : 'withdrawn'
}

/** The assignment stands where its entries lead; the work order follows: under way, done when every seat is finished. */
export async function settle(tx: Tx, placed: Placed): Promise<void> {
  const { state, stretches } = foldWork(await entriesOf(tx, [placed.id]))
  if (state === null) return
  await settleAssignment(tx, placed, state)
  const isOver = state === 'finished' && (await unfinishedSeats(tx, placed.workOrderId)) === 0
  if (isOver) return await markDone(tx, [placed.workOrderId])
  // By what was told at all, not by what came last: a drive that is told late does not undo the work.
  const hasBegun = state === 'finished' || stretches.some(({ activity }) => activity === 'work')
  if (hasBegun) await markStarted(tx, [placed.workOrderId])
}

const eventOf = {
  step: happened.progress_recorded,
  correction: happened.progress_corrected,
  note: happened.note_added,
  part: happened.part_used,
  photo: happened.photo_taken,
  file: happened.file_added,
  reading: happened.reading_taken,
  answers: happened.page_filled,
  paper: happened.page_filled,
} as const

type News = { readonly entry: FieldEntry; readonly isAgain: boolean }

function tellOthers(tx: Tx, placed: Placed, { entry, isAgain }: News): void {
  const { workOrderId, technicianId } = placed
  const about = { assignmentId: placed.id, workOrderId, technicianId, entry }
  const author = tx.actor.technicianId ?? technicianId
  const make = isAgain ? happened.photo_described : eventOf[entry.what.kind]
  tx.emit(
    entry.standing === 'counted'
      ? make(about)
      : happened.entry_set_aside({ ...about, technicianId: author }),
  )
}
