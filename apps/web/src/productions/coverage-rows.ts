// The coverage of a day as rows: one seat of a role a row, its phases along the hours. Pure.
import type { LocalDate } from '@regie/contract/kernel'
import type { Coverage, CrewSeat, Phase, Production, Stage } from '@regie/contract/productions'

const HOUR = 3_600_000

type Stretch = { readonly from: number; readonly until: number }

export type CoverageBar = Stretch & {
  readonly phase: Phase
  readonly seat: CrewSeat
}
export type CoverageRow = {
  readonly key: string
  readonly label: string
  readonly bars: readonly CoverageBar[]
}
export type CoverageStage = {
  readonly stage: Stage
  /** Those that overlap lie in lanes of their own. */
  readonly lanes: readonly (readonly (Stretch & { readonly phase: Phase })[])[]
  readonly rows: readonly CoverageRow[]
}
export type CoverageDay = {
  /** Whole hours, epoch milliseconds. */
  readonly from: number
  readonly until: number
  readonly stages: readonly CoverageStage[]
  readonly counts: Readonly<Record<Coverage, number>>
}

type DateOf = (instant: string) => LocalDate

/** The local days on which phases begin, the first one first. */
export const daysOf = ({ phases }: Pick<Production, 'phases'>, dateOf: DateOf): LocalDate[] =>
  [...new Set(phases.map(({ startsAt }) => dateOf(startsAt)))].sort()

/** What begins on `date`, shown to its end, also past midnight. */
export function coverageOf(
  { stages, phases }: Pick<Production, 'stages' | 'phases'>,
  date: LocalDate | undefined,
  dateOf: DateOf,
): CoverageDay {
  const today = phases.filter(({ startsAt }) => dateOf(startsAt) === date)
  const edges = today.flatMap(({ startsAt, endsAt, seats }) => [{ startsAt, endsAt }, ...seats])
  const from = Math.min(...edges.map(({ startsAt }) => Date.parse(startsAt)))
  const until = Math.max(...edges.map(({ endsAt }) => Date.parse(endsAt)))
  const counts = { covered: 0, offered: 0, uncovered: 0 }
  for (const seat of today.flatMap(({ seats }) => seats))
    if (seat.mandatory || seat.coverage !== 'uncovered') counts[seat.coverage]++
  return {
    from: today.length ? Math.floor(from / HOUR) * HOUR : 0,
    until: today.length ? Math.ceil(until / HOUR) * HOUR : 0,
    stages: stages.map((stage) => {
      const own = today.filter(({ stageId }) => stageId === stage.id)
      const stretches = own.map((phase) => ({
        phase,
        from: Date.parse(phase.startsAt),
        until: Date.parse(phase.endsAt),
      }))
      return { stage, lanes: inLanes(stretches), rows: rowsOf(own) }
    }),
    counts,
  }
}

/** Stretches side by side where they overlap, in as few lanes as that takes; each lane in the order of time. */
export function inLanes<T extends Stretch>(stretches: readonly T[]): T[][] {
  const lanes: T[][] = []
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const free = lanes.find((lane) => (lane.at(-1)?.until ?? 0) <= one.from)
    if (free) free.push(one)
    else lanes.push([one])
  }
  return lanes
}

function rowsOf(phases: readonly Phase[]): CoverageRow[] {
  const bars = phases.flatMap((phase) =>
    phase.seats.map((seat): CoverageBar => {
      const [from, until] = [Date.parse(seat.startsAt), Date.parse(seat.endsAt)]
      return { phase, seat, from, until }
    }),
  )
  return [...Map.groupBy(bars, ({ seat }) => seat.label)]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([label, own]) =>
      inLanes(own).map((lane, index) => ({ key: `${label} ${index + 1}`, label, bars: lane })),
    )
}

/** Where a stretch lies along the day, as parts of a hundred. */
export const placeOf = (
  { from, until }: Pick<CoverageDay, 'from' | 'until'>,
  stretch: Stretch,
): { left: string; width: string } => {
  const whole = until - from || 1
  return {
    left: `${((stretch.from - from) / whole) * 100}%`,
    width: `${((stretch.until - stretch.from) / whole) * 100}%`,
  }
}

export const hoursOf = ({ from, until }: Pick<CoverageDay, 'from' | 'until'>): number[] =>
  Array.from({ length: (until - from) / HOUR }, (_, hour) => from + hour * HOUR)
