// What the table shows: the board's rows with their visits, a page at a time; on paper all of them.
import { useMemo, useState, useSyncExternalStore } from 'react'
import { useBoard } from './board-context.tsx'
import type { BoardBar, BoardRow } from './engine/model.ts'
import { pagesOf } from './table-pages.ts'

type Line = { readonly row: BoardRow; readonly bars: readonly BoardBar[] }

/** Rows with their bars that pass the filters; headings stay only over rows that have some. */
const useAllLines = (): readonly Line[] => {
  const { rows, byRow, clear } = useBoard()
  return useMemo(() => {
    const lines: Line[] = []
    let waiting: BoardRow | null = null
    for (const row of rows) {
      if (row.heading) {
        waiting = row
        continue
      }
      const bars = (byRow.get(row.id) ?? []).filter(({ id }) => !clear || clear.has(id))
      if (bars.length === 0) continue
      if (waiting) lines.push({ row: waiting, bars: [] })
      waiting = null
      lines.push({ row, bars: bars.toSorted((a, b) => a.from - b.from) })
    }
    return lines
  }, [rows, byRow, clear])
}

let isPrinting = false
const watchPrint = (hear: () => void) => {
  const set = (printing: boolean) => () => {
    isPrinting = printing
    hear()
  }
  const [before, after] = [set(true), set(false)]
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}

export const useTableLines = () => {
  const lines = useAllLines()
  const printing = useSyncExternalStore(watchPrint, () => isPrinting)
  const { first } = useBoard()
  const starts = useMemo(
    () => pagesOf(lines.map(({ row, bars }) => ({ isHeading: !!row.heading, lines: bars.length }))),
    [lines],
  )
  const [asked, setAsked] = useState({ first, page: 0 })
  // Other days begin on their first page; a filter may leave fewer pages than the one asked for.
  const page = Math.max(0, Math.min(asked.first === first ? asked.page : 0, starts.length - 1))
  const shown = printing ? lines : lines.slice(starts[page] ?? 0, starts[page + 1])
  const rows = shown.filter(({ row }) => !row.heading)
  const names = [rows[0]?.row.name ?? '', rows.at(-1)?.row.name ?? ''] as const
  const setPage = (next: number) => setAsked({ first, page: next })
  return { shown, names, page, count: starts.length, setPage }
}
