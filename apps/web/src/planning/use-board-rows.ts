// Which rows and bars the board shows: filtered, grouped, and the very same objects where nothing changed.
import { filtersWork, showsTechnician, showsWork } from '@regie/contract/board-filters'
import type { Bar, Board } from '@regie/contract/planning'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BoardView } from './board-view.ts'
import { type BarsByRow, groupByRow } from './engine/rows.ts'
import { isStanding } from './from-contract.ts'
import { groupRows } from './grouped-rows.ts'

const NOTHING: readonly Bar[] = []
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

export const useBoardRows = (board: Board | undefined, view: BoardView, now: number) => {
  const bars = useMemo(() => board?.bars.filter(isStanding) ?? NOTHING, [board])
  const { technician, team, skill, category, state, priority, client, project, territory } = view
  const technicians = useMemo(
    () =>
      board?.technicians.filter((one) => showsTechnician({ technician, team, skill }, one)) ?? [],
    [board, technician, team, skill],
  )
  const { folded, fold } = useFolded(view.rows)
  const grouped = useMemo(
    () => groupRows({ technicians, bars, grouping: view.rows, folded }),
    [technicians, bars, view.rows, folded],
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
    return new Set(bars.filter((bar) => showsWork(filters, bar, clock)).map(({ id }) => id))
  }, [bars, category, state, priority, client, project, territory, clock])
  const { rows, heads, rowOfBar } = grouped
  return { bars, technicians, rows, heads, rowOfBar, byRow, byId, clear, fold }
}
