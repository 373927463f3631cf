// What people do with one visit of a series: leave it out, move it, put it back.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { TimeOfDay } from '@regie/contract/recurrence'
import type { Visit } from '@regie/contract/series'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { visitsBetween } from '../queries/series.ts'
import { daysOf, isAhead, isLoose } from '../series-model.ts'
import { lockVisitsFrom, removeVisit, type StoredVisit, saveVisit } from '../store/occurrences.ts'
import { lockSeries, type StoredSeries } from '../store/series.ts'
import { retimeWork, saveVisitWork } from '../store/visit-work.ts'
import { wallClock } from '../visit-windows.ts'
import { horizonOf, makeVisits, todayOf, visitWork } from './make-visits.ts'
import { cancelWork } from './withdraw-visits.ts'

const write = { permission: 'work-orders.write' } as const

type Named = { seriesId: Id; occursOn: LocalDate }

/** The series, for this transaction alone, and its visit: as it is kept, or as the rule says. */
async function claim(
  tx: Tx,
  { seriesId, occursOn }: Named,
): Promise<{ series: StoredSeries; visit: StoredVisit }> {
  const series = found(await lockSeries(tx, seriesId), 'series')
  const known = (await lockVisitsFrom(tx, [seriesId], occursOn)).find(
    (visit) => visit.occursOn === occursOn,
  )
  if (known) return { series, visit: known }
  const [day] = daysOf(series, { from: occursOn, until: occursOn })
  const visit = {
    seriesId,
    occursOn,
    happensOn: occursOn,
    season: found(day, 'visit').season,
    exception: null,
    startTime: null,
    endTime: null,
    workOrderId: null,
    status: null,
    reference: null,
    title: null,
  }
  return { series, visit }
}

/** What is begun or done is not called off, and not put elsewhere. */
function expectAhead({ workOrderId, status }: StoredVisit): void {
  if (workOrderId && !isAhead(status)) throw fail('wrong_state', { state: status ?? '' })
}

const told = (series: StoredSeries, occursOn: LocalDate) => ({
  seriesId: series.id,
  contractId: series.contractId,
  siteId: series.siteId,
  title: series.work.title,
  occursOn,
})

async function shown(tx: Tx, series: StoredSeries, occursOn: LocalDate): Promise<Visit> {
  const visits = await visitsBetween(tx, series, { from: occursOn, until: occursOn })
  return found(
    visits.find((visit) => visit.occursOn === occursOn),
    'visit',
  )
}

export const skipVisit = command(
  'work-orders.skip-visit',
  write,
  async (tx, { reason, ...named }: Named & { reason: string }): Promise<Visit> => {
    const { series, visit } = await claim(tx, named)
    if (visit.exception === 'skipped') return await shown(tx, series, visit.occursOn)
    expectAhead(visit)
    const skipped = { ...visit, exception: 'skipped' as const, startTime: null, endTime: null }
    await saveVisit(tx, { ...skipped, happensOn: visit.occursOn })
    const why = reason || (tx.actor.language === 'fr' ? 'Passage sauté' : 'Visit skipped')
    if (visit.workOrderId) await cancelWork(tx, [visit.workOrderId], why)
    tx.emit(happened.visit_skipped(told(series, visit.occursOn)))
    return await shown(tx, series, visit.occursOn)
  },
)

type Move = Named & { on: LocalDate; time: TimeOfDay | null }

export const moveVisit = command(
  'work-orders.move-visit',
  write,
  async (tx, { on, time, ...named }: Move): Promise<Visit> => {
    const { series, visit } = await claim(tx, named)
    if (visit.exception === 'skipped') throw fail('wrong_state', { state: 'skipped' })
    expectAhead(visit)
    const moved = {
      ...visit,
      happensOn: on,
      exception: 'moved' as const,
      startTime: time?.start ?? null,
      endTime: time?.end ?? null,
    }
    await saveVisit(tx, moved)
    if (visit.workOrderId)
      await retimeWork(tx, visitWork(series, moved, wallClock(tx.actor.timeZone)))
    else await makeWhatIsDue(tx, series)
    const { workOrderId } = visit
    tx.emit(happened.visit_moved({ ...told(series, visit.occursOn), on, workOrderId }))
    return await shown(tx, series, visit.occursOn)
  },
)

const makeWhatIsDue = async (tx: Tx, series: StoredSeries): Promise<void> => {
  await makeVisits(
    tx,
    [series],
    { from: todayOf(tx), until: await horizonOf(tx) },
    { quietly: true },
  )
}

/** Work that somebody is on keeps its seats; it goes back to its day all the same, and planning follows. */
export const restoreVisit = command(
  'work-orders.restore-visit',
  write,
  async (tx, named: Named): Promise<Visit> => {
    const { series, visit } = await claim(tx, named)
    if (!visit.exception) return await shown(tx, series, visit.occursOn)
    const { workOrderId, status } = visit
    const plain = {
      ...visit,
      happensOn: visit.occursOn,
      exception: null,
      startTime: null,
      endTime: null,
    }
    if (!workOrderId) {
      await removeVisit(tx, visit)
      await makeWhatIsDue(tx, series)
    } else {
      if (status !== 'cancelled') expectAhead(visit)
      await saveVisit(tx, plain)
      const work = visitWork(series, plain, wallClock(tx.actor.timeZone))
      if (isLoose(status) || status === 'cancelled') await saveVisitWork(tx, [work])
      else await retimeWork(tx, work)
      const on = visit.occursOn
      tx.emit(happened.visit_moved({ ...told(series, on), on, workOrderId }))
    }
    tx.emit(happened.visit_restored(told(series, visit.occursOn)))
    return await shown(tx, series, visit.occursOn)
  },
)
