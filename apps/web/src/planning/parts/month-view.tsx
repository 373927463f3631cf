import type { BoardLoad } from '@regie/contract/board-views'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLoad } from '../api-views.ts'
import { useBoard } from '../board-context.tsx'
import { monthOf } from '../board-view.ts'
import { shareOf, sumLoads, weekNumber, weeksOf } from '../month-days.ts'
import { viewWords } from '../view-words.ts'
import { MonthDay } from './month-day.tsx'
import { MonthGroups } from './month-groups.tsx'

const splits = ['all', 'team', 'skill'] as const

const WeekTotal = ({ week }: { week: BoardLoad['days'] }) => {
  const { month } = useWords(viewWords)
  const total = sumLoads(week)
  const share = shareOf(total)
  return (
    <th
      scope="row"
      className="nums w-14 border-line border-t px-2 py-2 text-left align-top font-normal text-ink-2 text-xs max-sm:w-8 max-sm:px-1"
    >
      <span className="block font-semibold">{month.week(weekNumber(week[0]?.date ?? ''))}</span>
      {share !== null && Number.isFinite(share) && (
        <span className="max-sm:hidden">{Math.round(share * 100)} %</span>
      )}
    </th>
  )
}

const Weekdays = ({ days }: { days: BoardLoad['days'] }) => {
  const clock = useClock()
  return (
    <tr>
      <td />
      {days.slice(0, 7).map(({ date }) => (
        <th
          key={date}
          scope="col"
          className="px-2 py-1.5 text-left font-medium text-ink-2 text-xs max-sm:px-1"
        >
          {clock.date(date, 'day').split(' ')[0]}
        </th>
      ))}
    </tr>
  )
}

const Loaded = ({ load, month }: { load: BoardLoad; month: string }) => {
  const words = useWords(viewWords)
  const clock = useClock()
  const { view } = useBoard()
  const weeks = weeksOf(load.days, month)
  const own = load.days.filter(({ date }) => date.startsWith(month))
  const peaks = own.filter((day) => (shareOf(day) ?? 0) > 1).length
  const total = sumLoads(own)
  return (
    <>
      <p className="nums flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        <span>
          {words.month.of(
            clock.duration(total.plannedMinutes),
            clock.duration(total.capacityMinutes),
          )}
        </span>
        <span>{words.month.visits(total.visits)}</span>
        <span className={peaks > 0 ? 'font-medium text-bad' : ''}>{words.month.peaks(peaks)}</span>
      </p>
      <table className="w-full shrink-0 table-fixed border-collapse rounded-card bg-surface">
        <caption className="sr-only">
          {words.month.caption(clock.date(`${month}-01`, 'month'))}
        </caption>
        <thead>
          <Weekdays days={load.days} />
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              <WeekTotal week={week} />
              {week.map((day) => (
                <MonthDay key={day.date} day={day} isOutside={!day.date.startsWith(month)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {view.by !== 'all' && <MonthGroups load={load} month={month} />}
    </>
  )
}

/** Load and peaks of a month: planned hours against capacity, day by day; a day leads to its board. */
export const MonthView = () => {
  const words = useWords(viewWords)
  const { view, setView, range, today } = useBoard()
  const { data, error, refetch } = useLoad(range, view)
  const month = monthOf(view.date ?? today).slice(0, 7)
  return (
    <section className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-3 print:overflow-visible">
      <div className="print:hidden">
        <Segmented
          label={words.month.by}
          value={view.by}
          onChange={(by) => setView({ by })}
          choices={splits.map((id) => ({ id, label: words.month.bys[id] }))}
        />
      </div>
      {data ? (
        <Loaded load={data} month={month} />
      ) : error ? (
        <ErrorState problem={error} retry={() => void refetch()} />
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
    </section>
  )
}
