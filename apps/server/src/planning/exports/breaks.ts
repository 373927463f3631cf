// The breaks and meals of everybody, as the board draws them, for those who read a file.
import { gapsBetween, paceOfBoard } from '@regie/contract/board-gaps'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Board, BoardTechnician } from '@regie/contract/planning'
import { isLive } from '../model.ts'

export type DayBreak = {
  readonly technician: BoardTechnician
  readonly kind: 'break' | 'meal'
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const spanOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }) => ({
  from: Date.parse(startsAt),
  until: Date.parse(endsAt),
})

const iso = (at: number): Instant => new Date(at).toISOString()

/** All of them in the order of the rows, and the break before each visit that has one. */
export function makeBreaks(
  board: Board,
  technicians: readonly BoardTechnician[],
): { readonly breaks: readonly DayBreak[]; readonly before: ReadonlyMap<Id, DayBreak> } {
  const pace = paceOfBoard(board.pace)
  const own = Map.groupBy(
    board.bars.filter(({ state }) => isLive(state)),
    ({ technicianId }) => technicianId,
  )
  const [from, until] = [Date.parse(board.from), Date.parse(board.until)]
  const before = new Map<Id, DayBreak>()
  const breaks = technicians.flatMap((technician) => {
    const bars = (own.get(technician.id) ?? []).toSorted(
      (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
    )
    const visits = bars.map((bar) => ({
      ...spanOf(bar),
      roadMs: (bar.travelSecondsBefore ?? 0) * 1000,
    }))
    const hours = {
      work: technician.shifts.map(spanOf),
      absences: technician.absences.map(spanOf),
    }
    return gapsBetween(visits, hours, pace).flatMap((gap): DayBreak[] => {
      if (gap.kind !== 'break' && gap.kind !== 'meal') return []
      if (gap.until <= from || gap.from >= until) return []
      const { kind } = gap
      const made = { technician, kind, startsAt: iso(gap.from), endsAt: iso(gap.until) }
      const next = gap.rank === null ? undefined : bars[gap.rank]
      if (next) before.set(next.id, made)
      return [made]
    })
  })
  return { breaks, before }
}
