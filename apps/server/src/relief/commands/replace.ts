// A technician is out: the seats are open again and somebody else is sought, as far as the policy goes.
import type { Id, Instant } from '@regie/contract/kernel'
import type { ReliefMode, ReliefRequest } from '@regie/contract/relief'
import type { ReliefSettings } from '@regie/contract/relief-settings'
import {
  describeAssignments,
  findAssignment,
  liveBetween,
  openSeat,
  type Placed,
} from '../../planning/index.ts'
import { fail, Refusal } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { describeSearch } from '../queries.ts'
import { findAbsence } from '../store/absences.ts'
import { openSearchOn, type Search } from '../store/requests.ts'
import { readSettings } from '../store/settings.ts'
import { takersFor } from '../takers.ts'
import { about, askWave, carryOut, expectAble, giveTo, openSearch } from './searching.ts'

const write = { permission: 'relief.write' } as const

/** The program closes the gap as the policy says; what it may not do waits for the office. */
export async function seek(
  tx: Tx,
  search: Search,
  mode: ReliefMode,
  settings: ReliefSettings,
): Promise<void> {
  if (mode === 'ask') await askWave(tx, search, settings)
  if (mode === 'assign') await giveToBest(tx, search, settings)
}

/** One who was chosen is asked, or has it. Refuses whom the rules refuse. */
async function seekOne(tx: Tx, search: Search, mode: ReliefMode, technicianId: Id): Promise<void> {
  const settings = await readSettings(tx)
  if (mode === 'assign') await giveTo(tx, search, technicianId, settings)
  if (mode !== 'ask') return
  await expectAble(tx, search, technicianId, settings)
  await askWave(tx, search, settings, technicianId)
}

/** The best who may; the technician is told and can still decline. */
async function giveToBest(tx: Tx, search: Search, settings: ReliefSettings): Promise<void> {
  const { able } = await takersFor(tx, search, settings)
  for (const { technicianId, startsAt, endsAt } of able)
    try {
      return await carryOut(tx, search, {
        ...search,
        technicianId,
        startsAt,
        endsAt,
        accepted: false,
      })
    } catch (error) {
      // Judged once more as the plan stands: the next best then.
      if (!(error instanceof Refusal)) throw error
    }
  tx.emit(happened.relief_alarm({ ...about(search), why: 'nobody_left' }))
}

const startStateOf = (mode: ReliefMode) => (mode === 'propose' ? 'proposed' : 'asking')

type Seat = Pick<Placed, 'workOrderId' | 'positionId' | 'startsAt' | 'endsAt'> & {
  readonly assignmentId: Id
  readonly technicianId: Id
  readonly positionName: string
  readonly absenceId: Id | null
  readonly reason: string
}

export async function seekReplacement(
  tx: Tx,
  seat: Seat,
  mode: Exclude<ReliefMode, 'nothing'>,
  technicianId: Id | null = null,
): Promise<Search | undefined> {
  if (await openSearchOn(tx, seat.positionId)) return undefined
  const settings = await readSettings(tx)
  const search = await openSearch(
    tx,
    {
      ...seat,
      kind: 'replacement',
      state: startStateOf(mode),
      fromTechnicianId: seat.technicianId,
    },
    settings,
  )
  if (technicianId) await seekOne(tx, search, mode, technicianId)
  else await seek(tx, search, mode, settings)
  return search
}

type Replacing = {
  readonly assignmentId: Id
  readonly version: number
  readonly reason: string
  readonly how: Exclude<ReliefMode, 'nothing'>
  readonly technicianId: Id | null
}

/** By hand, from the board: whoever is on it is taken off; somebody else is named, asked or has it. */
export const replaceAssignment = command(
  'relief.replace-assignment',
  write,
  async (tx, replacing: Replacing): Promise<ReliefRequest> => {
    const { assignmentId, version, reason, how, technicianId } = replacing
    const known = found(await findAssignment(tx, assignmentId), 'assignment')
    const shown = found((await describeAssignments(tx, [assignmentId]))[0], 'assignment')
    expectCurrent(known.version === version, shown)
    const { positionName } = shown
    const opened = await openSeat(tx, assignmentId)
    if (!opened) throw fail('wrong_state', { state: known.state })
    const seat = { ...opened, assignmentId, positionName, absenceId: null, reason }
    const search = await seekReplacement(tx, seat, how, technicianId)
    if (!search) throw fail('conflict', { reason: 'somebody is sought for this seat already' })
    return await describeSearch(tx, search.id)
  },
)

/** Everything of an absence that was promised to somebody is open again. Says how many seats are sought for. */
export const coverAbsence = command(
  'relief.cover-absence',
  write,
  async (tx, { technicianId, absenceId }: { technicianId: Id; absenceId: Id }): Promise<number> => {
    const { onAbsence, absenceReasons } = await readSettings(tx)
    const absence = await findAbsence(tx, technicianId, absenceId)
    if (!absence || onAbsence === 'nothing' || !absenceReasons.includes(absence.reason)) return 0
    const { from, until } = absence
    const hit = await liveBetween(tx, {
      from: laterOf(from, tx.now()),
      until,
      technicianIds: [technicianId],
    })
    let sought = 0
    for (const one of hit) {
      if (one.publishedAt === null) continue
      const [shown] = await describeAssignments(tx, [one.id])
      const opened = shown && (await openSeat(tx, one.id))
      if (!opened) continue
      const { positionName } = shown
      const seat = {
        ...opened,
        assignmentId: one.id,
        positionName,
        absenceId,
        reason: absence.reason,
      }
      if (await seekReplacement(tx, seat, onAbsence)) sought += 1
    }
    return sought
  },
)

const laterOf = (a: Instant, b: Instant): Instant => (Date.parse(a) > Date.parse(b) ? a : b)

/** Somebody said no to what was given to them: their seat is open. */
export const coverDeclined = command(
  'relief.cover-declined',
  write,
  async (tx, { assignmentId }: { assignmentId: Id }): Promise<boolean> => {
    const { onDecline } = await readSettings(tx)
    const placed = await findAssignment(tx, assignmentId)
    const [shown] = await describeAssignments(tx, [assignmentId])
    if (onDecline === 'nothing' || !placed || !shown || placed.state !== 'declined') return false
    if (Date.parse(placed.startsAt) <= Date.parse(tx.now())) return false
    const { positionName } = shown
    const reason = placed.declinedReason ?? ''
    const seat = { ...placed, assignmentId, positionName, absenceId: null, reason }
    return (await seekReplacement(tx, seat, onDecline)) !== undefined
  },
)
