import { useRef } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { rowWords } from '../row-words.ts'
import { useIsSmall } from '../use-room.ts'
import { useTableLines } from '../use-table-lines.ts'
import { planningWords } from '../words.ts'
import { TableGroup } from './table-group.tsx'
import { TablePager } from './table-pager.tsx'

const head = 'px-3 py-1.5 text-left font-medium text-ink-2 text-xs'

/** A phone has room for two: when, and what. */
const useColumns = (isWork: boolean): readonly { name: string; className: string }[] => {
  const words = useWords(planningWords)
  const isSmall = useIsSmall()
  const { day, time, visit, state, travel } = words.table
  if (isSmall) return [day, visit].map((name) => ({ name, className: '' }))
  return [
    { name: day, className: '' },
    { name: time, className: '' },
    ...(isWork ? [{ name: words.technician, className: '' }] : []),
    { name: visit, className: '' },
    { name: words.panel.reference, className: 'max-xl:hidden' },
    { name: words.panel.priority, className: 'max-lg:hidden' },
    { name: state, className: '' },
    { name: travel, className: 'text-right' },
  ]
}

/** The board in words, however its rows are made: for a screen reader, for reading in order, and for paper. */
export const BoardTable = () => {
  const words = useWords(planningWords)
  const names = useWords(rowWords)
  const clock = useClock()
  const { first, last, view } = useBoard()
  const { shown, names: ends, page, count, setPage } = useTableLines()
  const scroller = useRef<HTMLDivElement>(null)
  const turn = (next: number) => {
    setPage(next)
    scroller.current?.scrollTo({ top: 0 })
  }
  const range =
    first === last ? clock.date(first, 'long') : `${clock.date(first)} – ${clock.date(last)}`
  const isWork = view.rows === 'project' || view.rows === 'client' || view.rows === 'site'
  const columns = useColumns(isWork)
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto print:overflow-visible">
        <table className="w-full border-collapse">
          <caption className="px-3 py-2 text-left font-semibold">
            {words.table.caption(range)} · {names.groupings[view.rows]}
          </caption>
          <thead className="sticky top-0 z-10 bg-surface print:static">
            <tr>
              {columns.map(({ name, className }) => (
                <th key={name} scope="col" className={`${head} ${className}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map(({ row, bars }) => (
            <TableGroup key={row.id} row={row} bars={bars} isWork={isWork} />
          ))}
        </table>
        {shown.length === 0 && <p className="p-6 text-ink-2">{words.table.none}</p>}
      </div>
      {count > 1 && <TablePager page={page} count={count} names={ends} onPage={turn} />}
    </div>
  )
}
