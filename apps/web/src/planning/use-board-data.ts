// What the board shows: read from the server, kept true by events, cut down by the filters.
import type { Board } from '@regie/contract/planning'
import { defaultPlacementRules } from '@regie/contract/planning-overrides'
import { useMemo, useRef } from 'react'
import { useAddressState } from '../lib/address-state.ts'
import { useClock } from '../lib/clock.ts'
import { useLanguage } from '../lib/language.tsx'
import { useMinute } from '../lib/minute.ts'
import { useCan } from '../lib/session.tsx'
import { addDays } from '../lib/time.ts'
import { type Range, useBoardRead, usePlacementRules, useProblemRead } from './api.ts'
import { type BoardView, boardViewSchema, daysOf, firstDayOf } from './board-view.ts'
import { hoursHolding, makeDays, type ShownHours, WHOLE_DAY } from './engine/days.ts'
import { type BoardDay, overlaps, type Span } from './engine/model.ts'
import { spansOf } from './from-contract.ts'
import { makeRuleBook } from './rule-book.ts'
import { useBoardRows } from './use-board-rows.ts'

export const useBoardView = () => {
  const clock = useClock()
  const [view, setView] = useAddressState<BoardView>(boardViewSchema)
  const today = clock.today()
  const first = firstDayOf(view, today)
  const count = daysOf[view.view]
  const last = addDays(first, count - 1)
  const range = useMemo<Range>(
    () => ({ from: clock.dayBounds(first).from, until: clock.dayBounds(last).until }),
    [clock, first, last],
  )
  const isMonth = view.view === 'month'
  return { view, setView, today, first, last, count, range, isMonth }
}

/** The days shown; made anew only when one of their edges moves, not with every change on the board. */
const useDays = (
  board: Board | undefined,
  shown: ShownHours,
  { first, count }: { first: string; count: number },
) => {
  const { zone } = useClock()
  const before = useRef<readonly BoardDay[]>([])
  return useMemo(() => {
    const spans = board ? spansOf(board) : []
    const isIdle = (day: Span) => !spans.some((span) => overlaps(span, day))
    const made = makeDays(first, count, zone, shown, isIdle)
    const same =
      made.length === before.current.length &&
      made.every(({ opens, closes }, rank) => {
        const known = before.current[rank]
        return known?.opens === opens && known.closes === closes
      })
    if (!same) before.current = made
    return before.current
  }, [board, shown, first, count, zone])
}

/** Rows, bars and days as the canvas takes them; what did not change keeps its identity. */
const useBoardShape = (
  board: Board | undefined,
  place: ReturnType<typeof useBoardView>,
  now: number,
) => {
  const { zone } = useClock()
  const { view } = place
  const shown = useMemo(
    () => (view.hours === 'work' && board ? hoursHolding(spansOf(board), zone) : WHOLE_DAY),
    [board, view.hours, zone],
  )
  return { ...useBoardRows(board, view, now), days: useDays(board, shown, place) }
}

export const useBoardData = () => {
  const place = useBoardView()
  const now = useMinute()
  // A month shows sums, which the server makes; its bars are not wanted.
  const read = useBoardRead(place.range, !place.isMonth)
  const shape = useBoardShape(read.data, place, now)
  return { ...place, ...shape, now, read, board: place.isMonth ? undefined : read.data }
}

/** Nothing is placed on a month: its rules are not read. */
const isShort = ({ from, until }: Range): boolean =>
  Date.parse(until) - Date.parse(from) < 31 * 86_400_000

/** The rules in the browser; null while they are read, or when the server alone can judge. */
export const useRuleBook = (range: Range) => {
  const can = useCan()
  const { zone } = useClock()
  const { language } = useLanguage()
  const { data } = useProblemRead(range, can('planning.write') && isShort(range))
  const { data: rules = defaultPlacementRules } = usePlacementRules()
  const book = useMemo(
    () =>
      data ? makeRuleBook(data, { language, timeZone: zone }, { rules: rules.rules, range }) : null,
    [data, rules, range, language, zone],
  )
  return { book, names: data?.names ?? {} }
}
