import type { BoardLoad, Load } from '@regie/contract/board-views'
import { clsx } from 'clsx'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { loadTone } from '../engine/paint-loads.ts'
import { rounded, shareOf, sumLoads } from '../month-days.ts'
import { rowWords } from '../row-words.ts'
import { viewWords } from '../view-words.ts'

const grounds = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad font-semibold',
} as const

const Cell = ({ load, label }: { load: Load; label: string }) => {
  const { month } = useWords(viewWords)
  const clock = useClock()
  const share = shareOf(load)
  const hours = month.of(
    clock.duration(rounded(load.plannedMinutes)),
    clock.duration(rounded(load.capacityMinutes)),
  )
  return (
    <td
      title={`${label}: ${share === null ? month.off : hours}`}
      className={clsx(
        'nums border border-surface px-0.5 py-1 text-center text-[0.6875rem]',
        share ? grounds[loadTone(share)] : 'bg-canvas text-ink-3',
      )}
    >
      {share === null ? '·' : Number.isFinite(share) ? Math.round(share * 100) : '>100'}
    </td>
  )
}

const head = 'sticky left-0 z-10 min-w-36 max-w-48 truncate bg-surface px-2 py-1 text-left'

/** Teams or skills against the days of the month, in percent: where it will be too much, and for whom. */
export const MonthGroups = ({ load, month }: { load: BoardLoad; month: string }) => {
  const words = useWords(viewWords)
  const rows = useWords(rowWords)
  const clock = useClock()
  const { view, setView } = useBoard()
  const days = load.days.filter(({ date }) => date.startsWith(month))
  const nameless = view.by === 'team' ? rows.none.team : rows.none.skill
  return (
    <div className="shrink-0 overflow-x-auto rounded-card bg-surface">
      <table className="w-full border-collapse">
        <caption className="px-2 py-1.5 text-left font-semibold">
          {words.month.bys[view.by]} (%)
        </caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} font-medium text-ink-2 text-xs`}>
              {view.by === 'team' ? rows.groupings.team : rows.groupings.skill}
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium text-ink-2 text-xs">
              {rows.total}
            </th>
            {days.map(({ date }) => (
              <th key={date} scope="col" className="min-w-7 p-0 font-medium text-ink-2 text-xs">
                <button
                  type="button"
                  aria-label={words.month.open(clock.date(date, 'long'))}
                  onClick={() => setView({ view: 'day', date })}
                  className="nums min-h-6 w-full rounded hover:bg-accent-soft"
                >
                  {Number(date.slice(8))}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {load.groups.map(({ key, name, technicians }, rank) => {
            const own = days.map(({ groups }) => groups[rank] ?? sumLoads([]))
            const total = shareOf(sumLoads(own))
            return (
              <tr key={key}>
                <th scope="row" title={name} className={`${head} font-medium text-[0.8125rem]`}>
                  {name || nameless}{' '}
                  <span className="nums font-normal text-ink-2">({technicians})</span>
                </th>
                <td className="nums px-2 text-right text-ink-2 text-xs">
                  {total !== null && Number.isFinite(total) ? `${Math.round(total * 100)} %` : '·'}
                </td>
                {own.map((one, day) => (
                  <Cell
                    key={days[day]?.date}
                    load={one}
                    label={`${name || nameless}, ${clock.date(days[day]?.date ?? '')}`}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
