// What people do with series: add them, change all or the following visits, end them.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Series, SeriesChange, SeriesDraft } from '@regie/contract/series'
import { findPriority, findTemplate } from '../../catalog/index.ts'
import { findAsset, findSite } from '../../clients/index.ts'
import { expectEquipment } from '../../equipment/index.ts'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { expectKnown, findTechnician } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { findContract, lockContract } from '../store/contracts.ts'
import { lockVisitsFrom, visitsOf } from '../store/occurrences.ts'
import {
  insertSeries,
  lockSeries,
  lockSeriesOfContract,
  readSeries,
  type StoredSeries,
  saveSeries,
  shownSeries,
} from '../store/series.ts'
import { plusDays } from '../visit-windows.ts'
import { applyChange, type Edit, firstDayOf, isSplit, planChange } from './change-visits.ts'
import { horizonOf, makeVisits, todayOf } from './make-visits.ts'
import { withdrawVisits } from './withdraw-visits.ts'

const write = { permission: 'work-orders.write' } as const

const told = (series: Pick<StoredSeries, 'id' | 'contractId' | 'siteId' | 'work'>) => ({
  seriesId: series.id,
  contractId: series.contractId,
  siteId: series.siteId,
  title: series.work.title,
})

/** Everything that a series names exists, at the site it is for. */
async function expectNamed(tx: Tx, draft: SeriesDraft): Promise<void> {
  const all = [draft.work, ...draft.seasonWork.filter((one) => one !== null)]
  for (const work of all) {
    for (const assetId of work.assetIds)
      if ((await findAsset(tx, assetId))?.siteId !== draft.siteId)
        throw fail('not_found', { what: 'asset' })
    if (work.templateId) found(await findTemplate(tx, work.templateId), 'template')
    if (work.priorityId) found(await findPriority(tx, work.priorityId), 'priority')
  }
  await expectEquipment(
    tx,
    all.flatMap(({ equipment }) => equipment),
  )
  await expectKnown(
    tx,
    all.flatMap((work) => [work, ...work.positions]),
  )
  if (draft.preferredTechnicianId)
    found(await findTechnician(tx, draft.preferredTechnicianId), 'technician')
}

type Creation = { contractId: Id; draft: SeriesDraft; otherSiteIds: readonly Id[] }

export const createSeries = command(
  'work-orders.create-series',
  write,
  async (tx, { contractId, draft, otherSiteIds }: Creation): Promise<{ items: Series[] }> => {
    await lockContract(tx, contractId)
    const contract = found(await findContract(tx, contractId, todayOf(tx)), 'contract')
    if (contract.state === 'ended') throw fail('wrong_state', { state: contract.state })
    const siteIds = [...new Set([draft.siteId, ...otherSiteIds])]
    const made: Id[] = []
    for (const [index, siteId] of siteIds.entries()) {
      // Assets stand at one site: at the others the work is asked for without them.
      const own = index === 0 ? draft : { ...withoutAssets(draft), siteId }
      const site = found(await findSite(tx, siteId), 'site')
      const covered = contract.siteIds.length === 0 || contract.siteIds.includes(siteId)
      if (site.clientId !== contract.clientId || !covered) throw foreignSite(tx, index, site.name)
      await expectNamed(tx, own)
      const id = tx.newId()
      await insertSeries(tx, {
        ...own,
        id,
        contractId,
        followsId: null,
        firstOn: own.rule.startsOn,
      })
      tx.emit(happened.series_created(told({ ...own, id, contractId })))
      made.push(id)
    }
    const all = await lockSeriesOfContract(tx, contractId)
    const fresh = all.filter(({ id }) => made.includes(id))
    await makeVisits(tx, fresh, { from: todayOf(tx), until: await horizonOf(tx) })
    return { items: await shownSeries(tx, { seriesIds: made }, todayOf(tx)) }
  },
)

const withoutAssets = (draft: SeriesDraft): SeriesDraft => ({
  ...draft,
  work: { ...draft.work, assetIds: [] },
  seasonWork: draft.seasonWork.map((work) => work && { ...work, assetIds: [] }),
})

const foreignSite = (tx: Tx, index: number, got: string) =>
  invalid([
    {
      path: index === 0 ? 'body.siteId' : `body.otherSiteIds.${index - 1}`,
      expected:
        tx.actor.language === 'fr'
          ? 'Un site de ce contrat est attendu.'
          : 'A site of this contract is expected.',
      got,
    },
  ])

type Editing = Edit & { seriesId: Id; version: number }

/** The series for this transaction alone, if it still has this version. */
async function claim(tx: Tx, seriesId: Id, version: number): Promise<StoredSeries> {
  const before = found(await lockSeries(tx, seriesId), 'series')
  if (before.version !== version) {
    const [current] = await shownSeries(tx, { seriesIds: [seriesId] }, todayOf(tx))
    throw fail('stale_version', { current })
  }
  return before
}

async function expectEdit(tx: Tx, before: StoredSeries, { draft }: Edit): Promise<void> {
  if (draft.siteId !== before.siteId)
    throw invalid([
      {
        path: 'body.siteId',
        expected:
          tx.actor.language === 'fr'
            ? 'Une série garde son site : créez-en une autre.'
            : 'A series keeps its site: make another one.',
        got: draft.siteId,
      },
    ])
  await expectNamed(tx, draft)
}

export const changeSeries = command(
  'work-orders.change-series',
  write,
  async (
    tx,
    { seriesId, version, ...edit }: Editing,
  ): Promise<{ series: Series; change: SeriesChange }> => {
    const before = await claim(tx, seriesId, version)
    await expectEdit(tx, before, edit)
    const first = firstDayOf(tx, before, edit)
    const visits = await lockVisitsFrom(tx, [seriesId], first)
    const target = isSplit(before, edit) ? await split(tx, before, edit) : before.id
    if (target === before.id) await saveSeries(tx, before.id, edit.draft)
    const after = found(await lockSeries(tx, target), 'series')
    const plan = await planChange(tx, { before, after, visits, first })
    const change = await applyChange(tx, before, after, plan)
    tx.emit(happened.series_changed({ ...told(after), change }))
    const [series] = await shownSeries(tx, { seriesIds: [target] }, todayOf(tx))
    return { series: found(series, 'series'), change }
  },
)

/** The old series ends the day before; the new one goes on from there, counted from the same beginning. */
async function split(tx: Tx, before: StoredSeries, { draft, from }: Edit): Promise<Id> {
  const first = from as LocalDate
  const id = tx.newId()
  await insertSeries(tx, {
    ...draft,
    id,
    contractId: before.contractId,
    followsId: before.id,
    firstOn: first,
  })
  await saveSeries(tx, before.id, {
    ...before,
    rule: { ...before.rule, until: plusDays(first, -1) },
  })
  return id
}

/** Works the change out as it would be done, without doing it. */
export const previewSeriesChange = command(
  'work-orders.preview-series-change',
  write,
  async (tx, { seriesId, version: _, ...edit }: Editing): Promise<SeriesChange> => {
    const before = found(await readSeries(tx, seriesId), 'series')
    const firstOn = isSplit(before, edit) && edit.from ? edit.from : before.firstOn
    const first = firstDayOf(tx, before, edit)
    const visits = await visitsOf(tx, [seriesId], { from: first, until: null })
    const after = { ...before, ...edit.draft, firstOn }
    return (await planChange(tx, { before, after, visits, first })).change
  },
)

export const endSeries = command(
  'work-orders.end-series',
  write,
  async (
    tx,
    {
      seriesId,
      version,
      on,
      reason,
    }: { seriesId: Id; version: number; on: LocalDate; reason: string },
  ): Promise<Series> => {
    const before = await claim(tx, seriesId, version)
    const fr = tx.actor.language === 'fr'
    if (on < before.firstOn)
      throw invalid([
        {
          path: 'body.on',
          expected: fr ? 'La fin précède le début.' : 'It ends before it starts.',
          got: on,
        },
      ])
    await saveSeries(tx, seriesId, { ...before, rule: { ...before.rule, until: on } })
    await withdrawVisits(tx, [seriesId], {
      from: todayOf(tx),
      reason: reason || (fr ? 'Fin de la série' : 'End of the series'),
      unwanted: ({ happensOn }) => happensOn > on,
    })
    tx.emit(happened.series_ended(told(before)))
    const [series] = await shownSeries(tx, { seriesIds: [seriesId] }, todayOf(tx))
    return found(series, 'series')
  },
)
