// Reads shaped for the phone.
import type { FieldAssignment, Note, ProgressEntry } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { findAssignment, ownAssignment } from '../planning/index.ts'
import { fail, invalid } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { type DayQuestion, stopsOf } from './store/day.ts'
import { notesOf, progressOf } from './store/log.ts'

const LONGEST_DAYS = 62

async function withLog(tx: Tx, question: DayQuestion): Promise<FieldAssignment[]> {
  const stops = await stopsOf(tx, question)
  const ids = stops.map(({ id }) => id)
  const [progress, notes] = await Promise.all([progressOf(tx, ids), notesOf(tx, ids)])
  return stops.map((stop) => ({
    ...stop,
    progress: progress.filter(({ assignmentId }) => assignmentId === stop.id),
    notes: notes.filter(({ assignmentId }) => assignmentId === stop.id),
  }))
}

/** The reader's own day; a member who is no technician has none. */
export async function listFieldAssignments(
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<{ timeZone: string; items: FieldAssignment[] }> {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  if (!(days > 0 && days <= LONGEST_DAYS))
    throw invalid([
      {
        path: 'query.until',
        expected: `an instant after from, within ${LONGEST_DAYS} days`,
        got: until,
      },
    ])
  const { technicianId, timeZone } = tx.actor
  if (!technicianId) return { timeZone, items: [] }
  return { timeZone, items: await withLog(tx, { technicianId, from, until, assignmentId: null }) }
}

/** One of the reader's own; anybody else's does not exist for them. */
export async function getFieldAssignment(tx: Tx, assignmentId: Id): Promise<FieldAssignment> {
  const { technicianId } = tx.actor
  if (!technicianId) throw fail('not_found', { what: 'assignment' })
  const question = { technicianId, from: null, until: null, assignmentId }
  return found((await withLog(tx, question))[0], 'assignment')
}

/** The assignment as far as the reader may know of it: planners of all, a technician of their own. */
export async function visibleAssignment(tx: Tx, assignmentId: Id) {
  if (!tx.may('fieldwork.read')) return await ownAssignment(tx, assignmentId)
  return found(await findAssignment(tx, assignmentId), 'assignment')
}

export async function listProgress(
  tx: Tx,
  assignmentId: Id,
): Promise<{ items: ProgressEntry[]; notes: Note[] }> {
  await visibleAssignment(tx, assignmentId)
  return { items: await progressOf(tx, [assignmentId]), notes: await notesOf(tx, [assignmentId]) }
}
