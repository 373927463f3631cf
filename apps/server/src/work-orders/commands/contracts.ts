// What people do with contracts.
import type { Contract, ContractDraft } from '@regie/contract/contracts'
import type { Id, LocalDate } from '@regie/contract/kernel'
import { findClient, findSite } from '../../clients/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { type ContractDays, contractReference, isOpenOn } from '../series-model.ts'
import {
  type ContractChanges,
  findContract,
  findContractBy,
  insertContract,
  lockContract,
  saveContract,
} from '../store/contracts.ts'
import { nextNumber } from '../store/counters.ts'
import { lockSeriesOfContract } from '../store/series.ts'
import { horizonOf, makeVisits, todayOf } from './make-visits.ts'
import { withdrawVisits } from './withdraw-visits.ts'

const write = { permission: 'work-orders.write' } as const

const told = ({ id, reference, name }: Pick<Contract, 'id' | 'reference' | 'name'>) => ({
  contractId: id,
  reference,
  name,
})

async function expectSites(tx: Tx, clientId: Id, siteIds: readonly Id[]): Promise<void> {
  for (const [index, siteId] of siteIds.entries()) {
    const site = found(await findSite(tx, siteId), 'site')
    if (site.clientId !== clientId)
      throw invalid([
        {
          path: `siteIds.${index}`,
          expected:
            tx.actor.language === 'fr'
              ? 'Un site de ce client est attendu.'
              : 'A site of this client is expected.',
          got: site.name,
        },
      ])
  }
}

async function issueReference(tx: Tx): Promise<string> {
  const year = todayOf(tx).slice(0, 4)
  for (;;) {
    const reference = contractReference(year, await nextNumber(tx, `contract ${year}`))
    if (!(await findContractBy(tx, 'reference', reference))) return reference
  }
}

export const createContract = command(
  'work-orders.create-contract',
  write,
  async (tx, draft: ContractDraft): Promise<Contract> => {
    found(await findClient(tx, draft.clientId), 'client')
    await expectSites(tx, draft.clientId, draft.siteIds)
    await uniqueBy(
      draft.reference,
      (value) => findContractBy(tx, 'reference', value),
      null,
      'reference',
    )
    await uniqueBy(
      draft.externalId,
      (value) => findContractBy(tx, 'external_id', value),
      null,
      'externalId',
    )
    const id = tx.newId()
    const reference = draft.reference ?? (await issueReference(tx))
    await insertContract(tx, id, { ...draft, reference })
    tx.emit(happened.contract_created({ contractId: id, reference, name: draft.name }))
    return found(await findContract(tx, id, todayOf(tx)), 'contract')
  },
)

type Named = { contractId: Id; version: number }

/** The contract for this transaction alone, if it still has this version. */
async function claim(tx: Tx, { contractId, version }: Named): Promise<Contract> {
  await lockContract(tx, contractId)
  const before = found(await findContract(tx, contractId, todayOf(tx)), 'contract')
  if (before.version !== version) throw fail('stale_version', { current: before })
  return before
}

/** Writes the change, calls off the visits it forbids, and makes those it allows again. */
async function change(
  tx: Tx,
  before: Contract,
  changes: ContractChanges,
  reason: string,
): Promise<Contract> {
  const today = todayOf(tx)
  expectCurrent(await saveContract(tx, before, before.version, changes), before)
  const days: ContractDays = { ...before, ...changes }
  const series = await lockSeriesOfContract(tx, before.id)
  await withdrawVisits(
    tx,
    series.map(({ id }) => id),
    { from: today, reason, unwanted: ({ happensOn }) => !isOpenOn(days, happensOn) },
  )
  await makeVisits(tx, series, { from: today, until: await horizonOf(tx) })
  return found(await findContract(tx, before.id, today), 'contract')
}

const said = (tx: Tx, fr: string, en: string): string => (tx.actor.language === 'fr' ? fr : en)

export const updateContract = command(
  'work-orders.update-contract',
  write,
  async (tx, { draft, ...named }: Named & { draft: ContractDraft }): Promise<Contract> => {
    const before = await claim(tx, named)
    await expectSites(tx, before.clientId, draft.siteIds)
    await uniqueBy(
      draft.externalId,
      (value) => findContractBy(tx, 'external_id', value),
      before.id,
      'externalId',
    )
    const { clientId: _, reference: __, ...changes } = draft
    const reason = said(tx, 'Hors des dates du contrat', 'Outside the dates of the contract')
    const after = await change(tx, before, changes, reason)
    tx.emit(happened.contract_changed(told(after)))
    return after
  },
)

type Pause = Named & { from: LocalDate; until: LocalDate | null }

export const pauseContract = command(
  'work-orders.pause-contract',
  write,
  async (tx, { from, until, ...named }: Pause): Promise<Contract> => {
    const before = await claim(tx, named)
    if (before.state === 'ended') throw fail('wrong_state', { state: before.state })
    const changes = { pausedFrom: from, pausedUntil: until }
    const after = await change(tx, before, changes, said(tx, 'Contrat en pause', 'Contract paused'))
    tx.emit(happened.contract_paused(told(after)))
    return after
  },
)

/** The days that have passed stay paused; what is to come is made again. */
export const resumeContract = command(
  'work-orders.resume-contract',
  write,
  async (tx, named: Named): Promise<Contract> => {
    const before = await claim(tx, named)
    if (!before.pausedFrom) throw fail('wrong_state', { state: before.state })
    const after = await change(tx, before, { pausedFrom: null, pausedUntil: null }, '')
    tx.emit(happened.contract_resumed(told(after)))
    return after
  },
)

export const endContract = command(
  'work-orders.end-contract',
  write,
  async (
    tx,
    { on, reason, ...named }: Named & { on: LocalDate; reason: string },
  ): Promise<Contract> => {
    const before = await claim(tx, named)
    if (on < before.startsOn)
      throw invalid([
        {
          path: 'body.on',
          expected: said(tx, 'La fin précède le début.', 'It ends before it starts.'),
          got: on,
        },
      ])
    const why = reason || said(tx, 'Fin du contrat', 'End of the contract')
    const after = await change(tx, before, { endsOn: on, endReason: reason }, why)
    tx.emit(happened.contract_ended(told(after)))
    return after
  },
)
