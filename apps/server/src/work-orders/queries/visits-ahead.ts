// What series will still add: visits that are not made yet.
import { dateOfDay, dayOf } from '@regie/contract/civil-days'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Tx } from '../../platform/work.ts'
import { codeOfToday } from '../model.ts'
import { daysOf, seatsOfWork, workOfSeason } from '../series-model.ts'
import { seriesFrom } from '../store/series.ts'

/** `minutes`: of all its seats together. */
export type ComingVisit = {
  readonly on: LocalDate
  readonly siteId: Id
  readonly minutes: number
  readonly skillIds: readonly Id[]
}

/** Visits up to a day that no work order stands for yet; single ones that are skipped or moved beforehand are not looked at. */
export async function visitsAhead(tx: Tx, until: LocalDate): Promise<ComingVisit[]> {
  const today = codeOfToday(tx.now(), tx.actor.timeZone).slice('PROJ-'.length)
  const visits: ComingVisit[] = []
  for (const series of await seriesFrom(tx, today)) {
    const made = series.madeUntil
    const from = made && made >= today ? dateOfDay(dayOf(made) + 1) : today
    if (from > until) continue
    const { siteId } = series
    for (const { on, season } of daysOf(series, { from, until })) {
      const work = workOfSeason(series, season)
      visits.push({
        on,
        siteId,
        minutes: work.durationMinutes * seatsOfWork(work).length,
        skillIds: [...work.skills, ...work.positions.flatMap(({ skills }) => skills)].map(
          ({ skillId }) => skillId,
        ),
      })
    }
  }
  return visits
}
