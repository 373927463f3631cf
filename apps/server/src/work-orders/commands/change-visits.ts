// What an edit of a series does to its visits: worked out first, so that it can be shown; then done.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { SeriesChange, SeriesDraft } from '@regie/contract/series'
import type { Tx } from '../../platform/work.ts'
import { type Realigned, realign } from '../realign.ts'
import { daysOf, isLoose, timesOfVisit, workOfSeason } from '../series-model.ts'
import { replaceVisits, type StoredVisit, type VisitRow } from '../store/occurrences.ts'
import type { StoredSeries } from '../store/series.ts'
import { removeSeatsOf, saveVisitWork } from '../store/visit-work.ts'
import { plusDays, wallClock } from '../visit-windows.ts'
import { horizonOf, makeVisits, todayOf, visitWork, writeSeats } from './make-visits.ts'
import { cancelWork } from './withdraw-visits.ts'

export type Edit = {
  readonly draft: SeriesDraft
  readonly scope: 'all' | 'following'
  readonly from: LocalDate | null
}

/** Whether the edit leaves earlier visits to the old series; from its very beginning on there is nothing to leave. */
export const isSplit = (
  { firstOn }: Pick<StoredSeries, 'firstOn'>,
  { scope, from }: Edit,
): boolean => scope === 'following' && from !== null && from > firstOn

type Visits = {
  readonly known: readonly StoredVisit[]
  readonly realigned: Realigned
  /** Loose visits that become other than they are. */
  readonly rewritten: readonly VisitRow[]
  readonly first: LocalDate
  readonly horizon: LocalDate
}
export type ChangePlan = Visits & { readonly change: SeriesChange }

/** An exception stays where it is, and so does what somebody is on, or what is over. */
const isFixed = ({ exception, status }: StoredVisit): boolean =>
  exception !== null || !isLoose(status)

/** Past the horizon an exception may wait: so far the new rule is looked at. */
const BEYOND_DAYS = 45

type Question = {
  readonly before: StoredSeries
  /** The series that the visits belong to afterwards, as it will be. */
  readonly after: StoredSeries
  /** Its visits from the first day of the change on. */
  readonly visits: readonly StoredVisit[]
  readonly first: LocalDate
}

/** Nothing that is over is changed. */
export const firstDayOf = (tx: Tx, before: StoredSeries, edit: Edit): LocalDate => {
  const today = todayOf(tx)
  return isSplit(before, edit) && edit.from && edit.from > today ? edit.from : today
}

export async function planChange(
  tx: Tx,
  { before, after, visits, first }: Question,
): Promise<ChangePlan> {
  const horizon = await horizonOf(tx)
  const known = visits.filter(({ occursOn }) => occursOn >= first)
  const last = known.at(-1)?.occursOn ?? horizon
  const until = last > horizon ? plusDays(last, BEYOND_DAYS) : horizon
  const dates = daysOf(after, { from: first, until })
  const realigned = realign(
    known.map((visit) => ({ occursOn: visit.occursOn, fixed: isFixed(visit) })),
    dates,
  )
  const rewritten = rewrittenVisits(tx, { before, after, known, realigned })
  const moved = realigned.stays.filter(({ occursOn, to, fixed }) => !fixed && occursOn !== to.on)
  const made = realigned.made.filter(({ on }) => on <= horizon)
  const change: SeriesChange = {
    kept: realigned.stays.filter(({ fixed }) => fixed).length + realigned.apart.length,
    moved: moved.length,
    changed: rewritten.length - moved.length,
    made: made.length,
    removed: realigned.removed.length,
  }
  return { known, realigned, rewritten, first, horizon, change }
}

function rewrittenVisits(
  tx: Tx,
  {
    before,
    after,
    known,
    realigned,
  }: {
    before: StoredSeries
    after: StoredSeries
    known: readonly StoredVisit[]
    realigned: Realigned
  },
): VisitRow[] {
  const clock = wallClock(tx.actor.timeZone)
  const byDay = new Map(known.map((visit) => [visit.occursOn, visit]))
  const says = (series: StoredSeries, on: LocalDate, season: number) =>
    JSON.stringify([workOfSeason(series, season), timesOfVisit(series, { on, season }, clock)])
  return realigned.stays.flatMap(({ occursOn, to, fixed }) => {
    const visit = byDay.get(occursOn)
    if (!visit || fixed) return []
    const same = says(before, occursOn, visit.season) === says(after, to.on, to.season)
    if (same && occursOn === to.on) return []
    return [{ ...visit, seriesId: after.id, occursOn: to.on, happensOn: to.on, season: to.season }]
  })
}

/** Where each known visit stands afterwards, by the rule; what was removed is not among them. */
function rowsAfter(after: Id, { known, realigned }: Visits): VisitRow[] {
  const removed = new Set(realigned.removed)
  const goes = new Map(realigned.stays.map((stay) => [stay.occursOn, stay]))
  return known.flatMap((visit): VisitRow[] => {
    if (removed.has(visit.occursOn)) return []
    const stay = goes.get(visit.occursOn)
    if (!stay) return [{ ...visit, seriesId: after }]
    const { on, season } = stay.to
    // What was moved, or is planned, keeps the day it has been given; what is skipped has none of its own.
    const keeps = visit.exception === 'moved' || (stay.fixed && visit.exception !== 'skipped')
    return [
      {
        ...visit,
        seriesId: after,
        occursOn: on,
        happensOn: keeps ? visit.happensOn : on,
        season: stay.fixed ? visit.season : season,
      },
    ]
  })
}

export async function applyChange(
  tx: Tx,
  before: StoredSeries,
  after: StoredSeries,
  plan: ChangePlan,
): Promise<SeriesChange> {
  const { known, realigned, rewritten, first, horizon } = plan
  await replaceVisits(tx, known, rowsAfter(after.id, plan))
  const byDay = new Map(known.map((visit) => [visit.occursOn, visit]))
  const reason = tx.actor.language === 'fr' ? 'Série modifiée' : 'Series changed'
  await cancelWork(
    tx,
    realigned.removed.flatMap((day) => byDay.get(day)?.workOrderId ?? []),
    reason,
  )
  if (rewritten.length > 0) {
    const clock = wallClock(tx.actor.timeZone)
    const work = rewritten.map((visit) => visitWork(after, visit, clock))
    await saveVisitWork(tx, work)
    const reseated = rewritten
      .filter((visit) => {
        const was = known.find(({ workOrderId }) => workOrderId === visit.workOrderId)
        return asksOtherSeats([before, was?.season ?? 0], [after, visit.season])
      })
      .flatMap(({ workOrderId }) => workOrderId ?? [])
    if (reseated.length > 0) {
      await removeSeatsOf(tx, reseated)
      const own = work.filter(({ id }) => reseated.includes(id))
      await writeSeats(tx, new Map([[after.id, after]]), own)
    }
  }
  const made = await makeVisits(tx, [after], { from: first, until: horizon }, { quietly: true })
  return { ...plan.change, made }
}

type Asking = readonly [series: StoredSeries, season: number]
const positionsOf = ([series, season]: Asking) =>
  JSON.stringify(workOfSeason(series, season).positions)
const asksOtherSeats = (was: Asking, is: Asking): boolean => positionsOf(was) !== positionsOf(is)
