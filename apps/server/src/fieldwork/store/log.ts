// SQL of fieldwork.progress and fieldwork.notes.
import type { Note, ProgressEntry, Step } from '@regie/contract/fieldwork'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type ProgressRow = {
  id: Id
  assignment_id: Id
  step: Step
  device_at: Instant
  server_at: Instant
  by_name: string
  corrects: Id | null
  correction_reason: string | null
}

const toEntry = (row: ProgressRow): ProgressEntry => ({
  id: row.id,
  assignmentId: row.assignment_id,
  step: row.step,
  deviceAt: row.device_at,
  serverAt: row.server_at,
  by: row.by_name,
  corrects: row.corrects,
  correctionReason: row.correction_reason,
})

/** Entries of these assignments in the order in which the server learnt of them. */
export async function progressOf(tx: Tx, assignmentIds: readonly Id[]): Promise<ProgressEntry[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx.rows(sql<ProgressRow>`
    select id, assignment_id, step, device_at, server_at, by_name, corrects, correction_reason from fieldwork.progress
    where organization_id = ${tx.actor.organizationId} and assignment_id = any(${[...assignmentIds]}::uuid[])
    order by server_at, device_at, id`)
  return rows.map(toEntry)
}

export async function insertEntry(tx: Tx, entry: ProgressEntry): Promise<void> {
  await tx.run(sql`
    insert into fieldwork.progress (organization_id, id, assignment_id, step, device_at, server_at, by_name, corrects, correction_reason)
    values (${tx.actor.organizationId}, ${entry.id}, ${entry.assignmentId}, ${entry.step}, ${entry.deviceAt}, ${entry.serverAt},
      ${entry.by}, ${entry.corrects}::uuid, ${entry.correctionReason})`)
}

type NoteRow = {
  id: Id
  assignment_id: Id
  text: string
  member_id: Id | null
  by_name: string
  at: Instant
}

export async function notesOf(tx: Tx, assignmentIds: readonly Id[]): Promise<Note[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx.rows(sql<NoteRow>`
    select id, assignment_id, text, member_id, by_name, at from fieldwork.notes
    where organization_id = ${tx.actor.organizationId} and assignment_id = any(${[...assignmentIds]}::uuid[])
    order by at, id`)
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignment_id,
    text: row.text,
    by: row.by_name,
    at: row.at,
    mine: row.member_id !== null && row.member_id === tx.actor.memberId,
  }))
}

export async function insertNote(tx: Tx, note: Note): Promise<void> {
  await tx.run(sql`
    insert into fieldwork.notes (organization_id, id, assignment_id, text, member_id, by_name, at)
    values (${tx.actor.organizationId}, ${note.id}, ${note.assignmentId}, ${note.text}, ${tx.actor.memberId}::uuid, ${note.by}, ${note.at})`)
}

/** Mandatory seats of a work order that nobody has finished. */
export async function unfinishedSeats(tx: Tx, workOrderId: Id): Promise<number> {
  const { total } = await tx.row(sql<{ total: number }>`
    select count(*) as total
    from work_orders.v_positions as position
    left join planning.v_assignments as assignment
      on assignment.organization_id = position.organization_id and assignment.position_id = position.id and assignment.live
    where position.organization_id = ${tx.actor.organizationId} and position.work_order_id = ${workOrderId}
      and (assignment.state <> 'finished' or (assignment.state is null and position.mandatory))`)
  return total
}
