// Reads of contracts and series, shaped for their screens.
import { dateOfDay, dayOf } from '@regie/contract/civil-days'
import type { Contract } from '@regie/contract/contracts'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Series, Visit } from '@regie/contract/series'
import { invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { codeOfToday } from '../model.ts'
import { daysOf, workOfSeason } from '../series-model.ts'
import { findContract, pageOfContracts } from '../store/contracts.ts'
import { type StoredVisit, visitOfWorkOrder, visitsOf } from '../store/occurrences.ts'
import { readSeries, type StoredSeries, shownSeries } from '../store/series.ts'

const today = (tx: Tx): LocalDate => codeOfToday(tx.now(), tx.actor.timeZone).slice('PROJ-'.length)

export const listContracts = (
  tx: Tx,
  query: Parameters<typeof pageOfContracts>[1],
): ReturnType<typeof pageOfContracts> => pageOfContracts(tx, query, today(tx))

export const getContract = async (tx: Tx, contractId: Id): Promise<Contract> =>
  found(await findContract(tx, contractId, today(tx)), 'contract')

export async function listSeries(tx: Tx, contractId: Id): Promise<{ items: Series[] }> {
  await getContract(tx, contractId)
  const shown = await shownSeries(tx, { contractId }, today(tx))
  const items: Series[] = []
  for (const series of shown) items.push(await withNextVisit(tx, series))
  return { items }
}

export async function getSeries(tx: Tx, seriesId: Id): Promise<Series> {
  const [series] = await shownSeries(tx, { seriesIds: [seriesId] }, today(tx))
  return await withNextVisit(tx, found(series, 'series'))
}

/** A season may lie further off than visits are made: then the rule says when the next one comes. */
async function withNextVisit(tx: Tx, series: Series): Promise<Series> {
  if (series.nextVisitOn) return series
  const from = today(tx)
  const range = { from, until: dateOfDay(dayOf(from) + A_YEAR_AND_MORE) }
  const stored = found(await readSeries(tx, series.id), 'series')
  const next = (await visitsBetween(tx, stored, range)).find(
    ({ workOrderId, exception }) => workOrderId === null && exception !== 'skipped',
  )
  return { ...series, nextVisitOn: next?.on ?? null }
}

const A_YEAR_AND_MORE = 400
const MOST_DAYS = 800

export async function listVisits(
  tx: Tx,
  { seriesId, from, until }: { seriesId: Id; from: LocalDate; until: LocalDate },
): Promise<{ items: Visit[] }> {
  const length = dayOf(until) - dayOf(from)
  if (length < 0 || length > MOST_DAYS)
    throw invalid([
      {
        path: 'query.until',
        expected: `a date from ${from} on, at most ${MOST_DAYS} days later`,
        got: until,
      },
    ])
  const series = found(await readSeries(tx, seriesId), 'series')
  return { items: await visitsBetween(tx, series, { from, until }) }
}

/** Those that are kept, and those that the rule brings from today on: what the past did not see is not invented. */
export async function visitsBetween(
  tx: Tx,
  series: StoredSeries,
  range: { from: LocalDate; until: LocalDate },
): Promise<Visit[]> {
  const known = await visitsOf(tx, [series.id], range)
  const taken = new Set(known.map(({ occursOn }) => occursOn))
  const from = [range.from, today(tx)].toSorted().at(-1) ?? range.from
  const ahead = daysOf(series, { from, until: range.until }).filter(({ on }) => !taken.has(on))
  const visits = [
    ...known.map((visit) => toVisit(series, visit)),
    ...ahead.map(({ on, season }) => aheadVisit(series, on, season)),
  ]
  return visits.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const toVisit = (series: StoredSeries, visit: StoredVisit): Visit => ({
  seriesId: series.id,
  occursOn: visit.occursOn,
  on: visit.happensOn,
  time:
    visit.startTime && visit.endTime
      ? { start: visit.startTime, end: visit.endTime }
      : series.rule.time,
  season: visit.season,
  exception: visit.exception,
  workOrderId: visit.workOrderId,
  reference: visit.reference,
  title: visit.title ?? workOfSeason(series, visit.season).title,
  status: visit.status,
})

const aheadVisit = (series: StoredSeries, on: LocalDate, season: number): Visit => ({
  seriesId: series.id,
  occursOn: on,
  on,
  time: series.rule.time,
  season,
  exception: null,
  workOrderId: null,
  reference: null,
  title: workOfSeason(series, season).title,
  status: null,
})

export async function getSeriesOfWorkOrder(
  tx: Tx,
  workOrderId: Id,
): Promise<{ series: Series | null; visit: Visit | null }> {
  const stored = await visitOfWorkOrder(tx, workOrderId)
  const series = stored && (await readSeries(tx, stored.seriesId))
  if (!stored || !series) return { series: null, visit: null }
  return { series: await getSeries(tx, series.id), visit: toVisit(series, stored) }
}
