// Visits of series become work orders, ahead of time, each once.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { codeOfToday, referenceOf } from '../model.ts'
import {
  daysOf,
  isOpenOn,
  seatsOfWork,
  timesOfVisit,
  visitAsksSkill,
  workOfSeason,
} from '../series-model.ts'
import { takeNumbers } from '../store/many.ts'
import {
  giveWorkOrders,
  insertNewVisits,
  movedToMake,
  type VisitRow,
} from '../store/occurrences.ts'
import { markMade, readSeriesSettings, type StoredSeries } from '../store/series.ts'
import { insertVisitSeats, insertVisitWork, type VisitWork } from '../store/visit-work.ts'
import { plusDays, type WallClock, wallClock } from '../visit-windows.ts'

type Span = { readonly from: LocalDate; readonly until: LocalDate }

/** Today by the organisation's clock. */
export const todayOf = (tx: Tx): LocalDate =>
  codeOfToday(tx.now(), tx.actor.timeZone).slice('PROJ-'.length)

/** The last day up to which visits are made now. */
export async function horizonOf(tx: Tx): Promise<LocalDate> {
  const { horizonWeeks } = await readSeriesSettings(tx)
  return plusDays(todayOf(tx), horizonWeeks * 7)
}

/**
 * Makes the visits of these series in the span that are not made yet; the series are locked by the caller. Told as one
 * event, for a night may make tens of thousands. Returns how many were made.
 */
export async function makeVisits(
  tx: Tx,
  series: readonly StoredSeries[],
  span: Span,
  { quietly = false }: { quietly?: boolean } = {},
): Promise<number> {
  if (series.length === 0) return 0
  const clock = wallClock(tx.actor.timeZone)
  const byId = new Map(series.map((one) => [one.id, one]))
  const planned = series.flatMap((one) => daysOf(one, span).map((day) => rowOf(tx, one.id, day)))
  const fresh = planned.length > 0 ? await insertNewVisits(tx, planned) : new Set<Id>()
  const made = planned.filter(({ workOrderId }) => workOrderId && fresh.has(workOrderId))
  const moved = (await movedToMake(tx, [...byId.keys()], span))
    .filter(({ seriesId, happensOn }) => {
      const contract = byId.get(seriesId)?.contract
      return contract !== undefined && isOpenOn(contract, happensOn)
    })
    .map((visit) => ({ ...visit, workOrderId: tx.newId() }))
  if (moved.length > 0) await giveWorkOrders(tx, moved)
  const visits = [...made, ...moved]
  await writeWork(tx, byId, visits, clock)
  await markMade(tx, [...byId.keys()], span.until)
  if (visits.length > 0 && !quietly)
    tx.emit(
      happened.visits_made({
        series: new Set(visits.map(({ seriesId }) => seriesId)).size,
        visits: visits.length,
        until: span.until,
      }),
    )
  return visits.length
}

const rowOf = (
  tx: Tx,
  seriesId: Id,
  { on, season }: { on: LocalDate; season: number },
): VisitRow => ({
  seriesId,
  occursOn: on,
  happensOn: on,
  season,
  exception: null,
  startTime: null,
  endTime: null,
  workOrderId: tx.newId(),
})

async function writeWork(
  tx: Tx,
  byId: ReadonlyMap<Id, StoredSeries>,
  visits: readonly VisitRow[],
  clock: WallClock,
): Promise<void> {
  if (visits.length === 0) return
  const first = await takeNumbers(tx, 'work order', visits.length)
  const code = codeOfToday(tx.now(), tx.actor.timeZone)
  const ordinal = await takeNumbers(tx, `mission ${code}`, visits.length)
  const work = visits.map((visit, index) => ({
    ...visitWork(byId.get(visit.seriesId) as StoredSeries, visit, clock),
    number: first + index,
    reference: referenceOf(code, ordinal + index),
  }))
  await insertVisitWork(tx, work)
  await writeSeats(tx, byId, work)
}

/** A visit as the work order it is to be. */
export const visitWork = (series: StoredSeries, visit: VisitRow, clock: WallClock): VisitWork => ({
  id: visit.workOrderId as Id,
  seriesId: visit.seriesId,
  season: visit.season,
  asksSkill: visitAsksSkill(series, visit.season),
  ...timesOfVisit(
    series,
    {
      on: visit.happensOn,
      season: visit.season,
      time:
        visit.startTime && visit.endTime ? { start: visit.startTime, end: visit.endTime } : null,
      moved: visit.exception === 'moved',
    },
    clock,
  ),
})

export async function writeSeats(
  tx: Tx,
  byId: ReadonlyMap<Id, StoredSeries>,
  work: readonly Pick<VisitWork, 'id' | 'seriesId' | 'season'>[],
): Promise<void> {
  const seats = work.flatMap(({ id, seriesId, season }) => {
    const series = byId.get(seriesId)
    if (!series) return []
    return seatsOfWork(workOfSeason(series, season)).map((seat) => ({
      id: tx.newId(),
      workOrderId: id,
      ...seat,
    }))
  })
  const slim = work.map(({ id, seriesId, season }) => ({ id, seriesId, season }))
  await insertVisitSeats(tx, slim, seats)
}
