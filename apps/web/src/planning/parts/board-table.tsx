import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import type { BoardBar, BoardRow } from '../engine/model.ts'
import { rowWords } from '../row-words.ts'
import { planningWords } from '../words.ts'
import { TableGroup } from './table-group.tsx'

const head = 'px-3 py-1.5 text-left font-medium text-ink-2 text-xs'

/** Rows with their bars that pass the filters; headings stay only over rows that have some. */
const useLines = () => {
  const { rows, byRow, clear } = useBoard()
  const lines: { row: BoardRow; bars: readonly BoardBar[] }[] = []
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
}

/** The board in words, however its rows are made: for a screen reader, for reading in order, and for paper. */
export const BoardTable = () => {
  const words = useWords(planningWords)
  const names = useWords(rowWords)
  const clock = useClock()
  const { first, last, view } = useBoard()
  const lines = useLines()
  const range =
    first === last ? clock.date(first, 'long') : `${clock.date(first)} – ${clock.date(last)}`
  const isWork = view.rows === 'project' || view.rows === 'client' || view.rows === 'site'
  return (
    <div className="min-h-0 min-w-0 flex-1 overflow-auto bg-surface print:overflow-visible">
      <table className="w-full border-collapse">
        <caption className="px-3 py-2 text-left font-semibold">
          {words.table.caption(range)} · {names.groupings[view.rows]}
        </caption>
        <thead className="sticky top-0 z-10 bg-surface print:static">
          <tr>
            <th scope="col" className={head}>
              {words.table.day}
            </th>
            <th scope="col" className={head}>
              {words.table.time}
            </th>
            {isWork && (
              <th scope="col" className={head}>
                {words.technician}
              </th>
            )}
            <th scope="col" className={head}>
              {words.table.visit}
            </th>
            <th scope="col" className={`${head} max-xl:hidden`}>
              {words.panel.reference}
            </th>
            <th scope="col" className={`${head} max-lg:hidden`}>
              {words.panel.priority}
            </th>
            <th scope="col" className={head}>
              {words.table.state}
            </th>
            <th scope="col" className={`${head} text-right max-sm:hidden`}>
              {words.table.travel}
            </th>
          </tr>
        </thead>
        {lines.map(({ row, bars }) => (
          <TableGroup key={row.id} row={row} bars={bars} isWork={isWork} />
        ))}
      </table>
      {lines.length === 0 && <p className="p-6 text-ink-2">{words.table.none}</p>}
    </div>
  )
}
