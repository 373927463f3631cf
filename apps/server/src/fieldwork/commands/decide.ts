// What the office decides: about work that came too late, and about absences asked for.
import type { AbsenceRequest } from '@regie/contract/fieldwork'
import type { Id } from '@regie/contract/kernel'
import { findAssignment, isWorkable } from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { createAbsence } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { findEntries, insertDecisions, insertSeal, removeSeals } from '../store/entries.ts'
import { absenceRequests, saveAbsenceDecision } from '../store/requests.ts'
import { statusOf } from '../store/work.ts'
import { settle } from './tell.ts'

const write = { permission: 'fieldwork.write' } as const

type Decision = { entryIds: readonly Id[]; counts: boolean; reason: string }

/** Kept either way; what counts now moves the assignment on where it still stands. */
export const decideEntries = command(
  'fieldwork.decide-entries',
  write,
  async (tx, { entryIds, counts, reason }: Decision): Promise<{ decided: number }> => {
    const wanted = [...new Set(entryIds)]
    const entries = await findEntries(tx, wanted)
    if (entries.length < wanted.length) throw fail('not_found', { what: 'entry' })
    if (entries.some(({ why }) => why === null))
      throw fail('conflict', { reason: 'this entry counts already' })
    await insertDecisions(tx, wanted, { counts, reason })
    for (const assignmentId of new Set(entries.map((entry) => entry.assignmentId)))
      await settleWhereOpen(tx, assignmentId)
    tx.emit(happened.entries_decided({ entryIds: wanted, counts, reason }))
    return { decided: wanted.length }
  },
)

const OPEN = new Set(['planned', 'in_progress', 'done'])

async function settleWhereOpen(tx: Tx, assignmentId: Id): Promise<void> {
  const placed = found(await findAssignment(tx, assignmentId), 'assignment')
  const status = await statusOf(tx, placed.workOrderId)
  if (status && OPEN.has(status) && (await isWorkable(tx, placed))) await settle(tx, placed)
}

type Answer = { requestId: Id; granted: boolean; reason: string }

export const decideAbsence = command(
  'fieldwork.decide-absence',
  write,
  async (tx, { requestId, granted, reason }: Answer): Promise<AbsenceRequest> => {
    const find = async () => (await absenceRequests(tx, { id: requestId }))[0]
    const { technicianId, draft, state } = found(await find(), 'request')
    if (state !== 'pending') throw fail('wrong_state', { state })
    const absence = granted ? await createAbsence.run(tx, { technicianId, draft }) : null
    const decision = { id: requestId, granted, reason, absenceId: absence?.id ?? null }
    if (!(await saveAbsenceDecision(tx, decision))) throw fail('wrong_state', { state: 'decided' })
    tx.emit(happened.absence_decided({ requestId, technicianId, granted }))
    return found(await find(), 'request')
  },
)

/** For reports: from now on nothing counts on this assignment before a person has said so. */
export const sealWork = async (tx: Tx, assignmentId: Id): Promise<void> =>
  await insertSeal(tx, assignmentId)

/** For reports: the office sent the paper back, so what is told counts again. */
export const reopenWork = async (tx: Tx, assignmentIds: readonly Id[]): Promise<void> =>
  await removeSeals(tx, assignmentIds)
