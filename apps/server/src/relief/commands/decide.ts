// The office's hand on a search: ask now, give, approve, stop.
import type { Id } from '@regie/contract/kernel'
import type { ReliefRequest, ReliefState } from '@regie/contract/relief'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { isOpen } from '../model.ts'
import { describeSearch } from '../queries.ts'
import {
  asksOf,
  findSearch,
  lockSearch,
  type Search,
  saveAsk,
  saveSearch,
} from '../store/requests.ts'
import { readSettings } from '../store/settings.ts'
import { askWave, carryOut, endSearch, giveTo } from './searching.ts'

const write = { permission: 'relief.write' } as const

type Versioned = { requestId: Id; version: number }

async function lockedSearch(
  tx: Tx,
  { requestId, version }: Versioned,
  possible: (state: ReliefState) => boolean,
): Promise<Search> {
  await lockSearch(tx, requestId)
  const search = found(await findSearch(tx, requestId), 'request')
  expectCurrent(search.version === version, await describeSearch(tx, requestId))
  if (!possible(search.state)) throw fail('wrong_state', { state: search.state })
  return search
}

const isSeeking = (state: ReliefState): boolean => state === 'proposed' || state === 'asking'

export const askNext = command(
  'relief.ask-next',
  write,
  async (tx, input: Versioned & { technicianId?: Id | undefined }): Promise<ReliefRequest> => {
    const search = await lockedSearch(tx, input, isSeeking)
    const asked = await askWave(tx, search, await readSettings(tx), input.technicianId ?? null)
    if (asked === 0 && input.technicianId) throw fail('offer_gone', { title: search.title })
    return await describeSearch(tx, search.id)
  },
)

export const giveSeat = command(
  'relief.give-seat',
  write,
  async (tx, input: Versioned & { technicianId: Id }): Promise<ReliefRequest> => {
    const search = await lockedSearch(tx, input, isOpen)
    await giveTo(tx, search, input.technicianId, await readSettings(tx))
    return await describeSearch(tx, search.id)
  },
)

type Decision = Versioned & { approved: boolean; reason: string }

export const decide = command(
  'relief.decide',
  write,
  async (tx, input: Decision): Promise<ReliefRequest> => {
    const search = await lockedSearch(tx, input, (state) => state === 'to_approve')
    const decided = { ...search, decidedBy: tx.actor.name }
    await saveSearch(tx, search, { decidedBy: tx.actor.name })
    const { takerId: technicianId } = search
    if (!input.approved || technicianId === null)
      await endSearch(tx, decided, 'refused', technicianId)
    else await carryOut(tx, decided, { ...search, technicianId, accepted: true })
    if (!input.approved) await refuseTaker(tx, search.id)
    return await describeSearch(tx, search.id)
  },
)

/** Who had said yes is not left believing it. */
async function refuseTaker(tx: Tx, requestId: Id): Promise<void> {
  for (const ask of await asksOf(tx, [requestId]))
    if (ask.state === 'yes') await saveAsk(tx, ask.id, 'missed')
}

export const cancelRelief = command(
  'relief.cancel',
  write,
  async (tx, input: Versioned): Promise<ReliefRequest> => {
    const search = await lockedSearch(tx, input, isOpen)
    await endSearch(tx, search, 'cancelled')
    return await describeSearch(tx, search.id)
  },
)
