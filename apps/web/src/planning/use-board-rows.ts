// Which rows and bars the board shows: filtered, grouped, and the very same objects where nothing changed.
import {
  filtersWork,
  showsOpenSeat,
  showsTechnician,
  showsWork,
} from '@regie/contract/board-filters'
import type { Bar, Board, OpenSeat } from '@regie/contract/planning'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BoardView } from './board-view.ts'
import { type BarsByRow, groupByRow } from './engine/rows.ts'
import { isStanding } from './from-contract.ts'
import { groupRows } from './grouped-rows.ts'

const NOTHING: readonly Bar[] = []
const NO_SEATS: readonly OpenSeat[] = []
const NONE: ReadonlySet<string> = new Set()

/** Headings folded away, forgotten when rows are grouped otherwise. */
const useFolded = (grouping: BoardView['rows']) => {
  const [folded, setFolded] = useState({ grouping, keys: NONE })
  const fold = useCallback(
    (key: string) =>
      setFolded((before) => {
        const keys = new Set(before.grouping === grouping ? before.keys : NONE)
        if (!keys.delete(key)) keys.add(key)
        return { grouping, keys }
      }),
    [grouping],
  )
  return { folded: folded.grouping === grouping ? folded.keys : NONE, fold }
}

/** Seats that nobody has: what was filled since the server told is no longer among them. */
const useOpenSeats = (board: Board | undefined, bars: readonly Bar[]): readonly OpenSeat[] => {
  const before = useRef(NO_SEATS)
  const told = board?.openSeats
  return useMemo(() => {
    if (!told || told.length === 0) return NO_SEATS
    const taken = new Set(bars.map(({ positionId }) => positionId))
    const open = told.filter(({ positionId }) => !taken.has(positionId))
    const same =
      open.length === before.current.length && open.every((one, i) => one === before.current[i])
    if (!same) before.current = open
    return before.current
  }, [told, bars])
}

export const useBoardRows = (board: Board | undefined, view: BoardView, now: number) => {
  const bars = useMemo(() => board?.bars.filter(isStanding) ?? NOTHING, [board])
  const { technician, team, skill, category, state, priority, client, project, territory } = view
  const technicians = useMemo(
    () =>
      board?.technicians.filter((one) => showsTechnician({ technician, team, skill }, one)) ?? [],
    [board, technician, team, skill],
  )
  const { folded, fold } = useFolded(view.rows)
  const allOpen = useOpenSeats(board, bars)
  const asksPeople = technician ?? team ?? skill
  const openSeats = asksPeople ? NO_SEATS : allOpen
  const grouped = useMemo(
    () => groupRows({ technicians, bars, openSeats, grouping: view.rows, folded }),
    [technicians, bars, openSeats, view.rows, folded],
  )
  const groups = useRef<BarsByRow | undefined>(undefined)
  const byRow = useMemo(() => {
    groups.current = groupByRow(grouped.bars, groups.current)
    return groups.current
  }, [grouped])
  const byId = useMemo(() => new Map(bars.map((bar) => [bar.id, bar])), [bars])
  // Only what is late depends on the clock.
  const clock = state === 'late' ? now : 0
  const clear = useMemo(() => {
    const filters = { category, state, priority, client, project, territory }
    if (!filtersWork(filters)) return null
    const open = [...grouped.open.values()].filter(({ seats }) => showsOpenSeat(filters, seats[0]))
    const shown = bars.filter((bar) => showsWork(filters, bar, clock))
    return new Set([...shown.map(({ id }) => id), ...open.map(({ bar }) => bar.id)])
  }, [bars, grouped, category, state, priority, client, project, territory, clock])
  const { rows, heads, open, rowOfBar } = grouped
  return { bars, technicians, rows, heads, open, rowOfBar, byRow, byId, clear, fold }
}
