// The steps every search has in common: it opens, people are asked, somebody has it, it ends.
import type { Id, Instant } from '@regie/contract/kernel'
import type { ReliefKind, ReliefState } from '@regie/contract/relief'
import type { ReliefSettings } from '@regie/contract/relief-settings'
import { exchange, handOver, type Slot, type Taker, takeSeat } from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { deadlineHoursOf, timesOf, waveOf } from '../model.ts'
import { keepFact } from '../store/facts.ts'
import {
  asksOf,
  findSearch,
  insertAsks,
  insertSearch,
  missAsks,
  type Search,
  saveSearch,
} from '../store/requests.ts'
import { givenUp, takersFor } from '../takers.ts'

export type Opening = Slot & {
  readonly kind: ReliefKind
  readonly state: Extract<ReliefState, 'proposed' | 'asking'>
  readonly positionName: string
  readonly assignmentId?: Id | null
  readonly fromTechnicianId?: Id | null
  readonly inReturnId?: Id | null
  readonly absenceId?: Id | null
  readonly reason?: string
}

const MINUTE_MS = 60_000
const later = (tx: Tx, minutes: number): Instant =>
  new Date(Date.parse(tx.now()) + minutes * MINUTE_MS).toISOString()

export const about = ({ id, kind, title, fromTechnicianId }: Search) => ({
  requestId: id,
  kind,
  title,
  fromTechnicianId,
})

export async function openSearch(
  tx: Tx,
  { positionName, ...opening }: Opening,
  settings: ReliefSettings,
): Promise<Search> {
  const { kind, state, startsAt, workOrderId, positionId, endsAt } = opening
  const id = tx.newId()
  const hours = kind === 'emergency' ? 0 : deadlineHoursOf(settings, positionName)
  await insertSearch(tx, {
    ...{ id, kind, state, workOrderId, positionId, startsAt, endsAt },
    assignmentId: opening.assignmentId ?? null,
    fromTechnicianId: opening.fromTechnicianId ?? null,
    inReturnId: opening.inReturnId ?? null,
    absenceId: opening.absenceId ?? null,
    reason: opening.reason ?? '',
    ...timesOf(kind, startsAt, hours, tx.now()),
    nextWaveAt: null,
    escalatesAt: kind === 'emergency' ? later(tx, settings.escalateMinutes) : null,
  })
  const search = await current(tx, id)
  tx.emit(happened.relief_changed({ ...about(search), state }))
  if (state === 'proposed') tx.emit(happened.relief_alarm({ ...about(search), why: 'proposed' }))
  return search
}

export const current = async (tx: Tx, id: Id): Promise<Search> =>
  found(await findSearch(tx, id), 'request')

/** Asks the next best ones that were not asked yet, or only the one named. Says how many. */
export async function askWave(
  tx: Tx,
  search: Search,
  settings: ReliefSettings,
  only: Id | null = null,
): Promise<number> {
  const takers = await takersFor(tx, search, settings)
  const before = await asksOf(tx, [search.id])
  const asked = new Set(before.map(({ technicianId }) => technicianId))
  const left = takers.able.filter(({ technicianId }) => !asked.has(technicianId))
  const chosen = only
    ? left.filter(({ technicianId }) => technicianId === only)
    : left.slice(0, waveOf(search.kind, settings))
  const wave = search.wave + 1
  const asks = chosen.map((taker, index) => ({
    ...taker,
    id: tx.newId(),
    wave,
    rank: before.length + index + 1,
  }))
  if (asks.length > 0) {
    await insertAsks(tx, search.id, asks)
    tx.emit(
      happened.relief_asked({
        ...about(search),
        asks: asks.map(({ id, technicianId }) => ({ askId: id, technicianId })),
      }),
    )
  }
  const exhausted = left.length <= asks.length
  await saveSearch(tx, search, {
    state: 'asking',
    wave: asks.length > 0 ? wave : search.wave,
    exhausted,
    nextWaveAt: exhausted ? null : later(tx, settings.waveMinutes),
  })
  tx.emit(happened.relief_changed({ ...about(search), state: 'asking' }))
  // With nobody asked and nobody left there is nothing to wait for.
  if (asks.length === 0 && before.every(({ state }) => state !== 'asked'))
    tx.emit(happened.relief_alarm({ ...about(search), why: 'nobody_left' }))
  return asks.length
}

/** Who may take it now, when the rules let this one. */
export async function expectAble(
  tx: Tx,
  search: Search,
  technicianId: Id,
  settings: ReliefSettings,
): Promise<Taker> {
  const takers = await takersFor(tx, search, settings)
  const taker = takers.able.find((one) => one.technicianId === technicianId)
  if (taker) return taker
  const refused = takers.refused.find((one) => one.technicianId === technicianId)
  throw refused
    ? fail('rule_broken', { reasons: refused.reasons })
    : fail('not_found', { what: 'technician' })
}

/** Without asking: the technician is told and can still decline. The rules hold here, too. */
export async function giveTo(
  tx: Tx,
  search: Search,
  technicianId: Id,
  settings: ReliefSettings,
): Promise<void> {
  const { startsAt, endsAt } = await expectAble(tx, search, technicianId, settings)
  await carryOut(tx, search, { ...search, technicianId, startsAt, endsAt, accepted: false })
}

type Taking = Slot & { readonly technicianId: Id; readonly accepted: boolean }

/** The plan changes: the seat is theirs. Refuses what the rules refuse at this moment. */
export async function carryOut(tx: Tx, search: Search, taking: Taking): Promise<void> {
  const { assignmentId, fromTechnicianId: from, inReturnId } = search
  const to = taking.technicianId
  if (assignmentId === null || from === null || search.kind === 'replacement')
    await takeSeat(tx, taking)
  else {
    if (inReturnId === null) await handOver(tx, { assignmentId, from, to })
    else await exchange(tx, { assignmentId, from, inReturnId, to })
    for (const id of givenUp(search))
      await keepFact(tx, { assignmentId: id, technicianId: to, kind: 'exchanged' })
  }
  const { startsAt, endsAt } = taking
  await saveSearch(tx, search, { startsAt, endsAt })
  await endSearch(tx, await current(tx, search.id), 'settled', to)
}

type End = Extract<ReliefState, 'settled' | 'refused' | 'expired' | 'cancelled'>

/** Nobody waits any more: those who did not answer are told. */
export async function endSearch(
  tx: Tx,
  search: Search,
  state: End,
  takerId: Id | null = null,
): Promise<void> {
  const missed = await missAsks(tx, search.id, takerId)
  const change = { state, settledAt: tx.now(), nextWaveAt: null }
  await saveSearch(tx, search, state === 'settled' ? { ...change, takerId } : change)
  const ended = await current(tx, search.id)
  tx.emit(
    happened.relief_ended({
      ...about(ended),
      state,
      takerId,
      takerName: takerId === null ? '' : (ended.takerName ?? ''),
      missed,
    }),
  )
  tx.emit(happened.relief_changed({ ...about(ended), state }))
}
