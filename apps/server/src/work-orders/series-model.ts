// Rules of series: on which days a contract lets them be, and what one of their visits asks for. Pure.
import type { LocalDate } from '@regie/contract/kernel'
import { type Occurrence, occurrencesBetween } from '@regie/contract/occurrences'
import type { TimeOfDay } from '@regie/contract/recurrence'
import type { SeriesDraft, SeriesWork } from '@regie/contract/series'
import type { WorkOrderStatus } from '@regie/contract/work-orders'
import { asksSkill } from './model.ts'
import { type WallClock, windowsOfVisit } from './visit-windows.ts'

/** The days of a contract: none before it starts, after it ends or while it is paused. */
export type ContractDays = {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly pausedFrom: LocalDate | null
  readonly pausedUntil: LocalDate | null
}

export const isPausedOn = (
  { pausedFrom, pausedUntil }: Pick<ContractDays, 'pausedFrom' | 'pausedUntil'>,
  date: LocalDate,
): boolean => pausedFrom !== null && pausedFrom <= date && date <= (pausedUntil ?? '9999-12-31')

/** Whether a contract wants work on this day. */
export const isOpenOn = (contract: ContractDays, date: LocalDate): boolean =>
  contract.startsOn <= date &&
  date <= (contract.endsOn ?? '9999-12-31') &&
  !isPausedOn(contract, date)

type Recurring = Pick<SeriesDraft, 'rule'> & {
  readonly firstOn: LocalDate
  readonly alsatian: boolean
  readonly contract: ContractDays
}

/** Days of a series that its contract lets it have. */
export function daysOf(
  { rule, firstOn, alsatian, contract }: Recurring,
  { from, until }: { from: LocalDate; until: LocalDate },
): Occurrence[] {
  const first = from > firstOn ? from : firstOn
  return occurrencesBetween(rule, { from: first, until, alsatian }).filter(({ on }) =>
    isOpenOn(contract, on),
  )
}

/** What a visit of this season asks for. */
export const workOfSeason = (
  { work, seasonWork }: Pick<SeriesDraft, 'work' | 'seasonWork'>,
  season: number,
): SeriesWork => seasonWork[season] ?? work

/** Nobody is on it yet, so that it may still become another. */
export const isLoose = (status: WorkOrderStatus | null): boolean =>
  status === 'requested' || status === 'qualified'

/** Not begun: it may still be called off. */
export const isAhead = (status: WorkOrderStatus | null): boolean =>
  isLoose(status) || status === 'planned'

type Timed = {
  readonly on: LocalDate
  readonly season: number
  /** Hours of its own, of a visit that was moved. */
  readonly time?: TimeOfDay | null
  readonly moved?: boolean
}

/** When a visit may be made, with the outer bounds; one that was moved is meant for that very day. */
export function timesOfVisit(
  { rule }: Pick<SeriesDraft, 'rule'>,
  { on, time, moved = false }: Timed,
  clock: WallClock,
) {
  const windows = windowsOfVisit(
    { on, time: time ?? rule.time, toleranceDays: moved ? 0 : rule.toleranceDays },
    clock,
  )
  return {
    windows,
    opensAt: windows[0]?.from ?? '',
    closesAt: windows.at(-1)?.until ?? '',
  }
}

/** The seats a visit of this work has: group and number of each; one where no position is named. */
export const seatsOfWork = ({
  positions,
}: Pick<SeriesWork, 'positions'>): { groupNo: number; seatNo: number }[] => {
  if (positions.length === 0) return [{ groupNo: 0, seatNo: 1 }]
  let seatNo = 0
  return positions.flatMap(({ headcount }, groupNo) =>
    Array.from({ length: headcount }, () => ({ groupNo, seatNo: ++seatNo })),
  )
}

/** Whether every seat of such a visit asks for a skill. */
export const visitAsksSkill = (
  series: Pick<SeriesDraft, 'work' | 'seasonWork'>,
  season: number,
): boolean => asksSkill(workOfSeason(series, season))

/** Name of a counter, and what it issues: `C-2026-001`. */
export const contractReference = (year: string, ordinal: number): string =>
  `C-${year}-${String(ordinal).padStart(3, '0')}`
