import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { loadTone } from '../engine/paint-loads.ts'
import { type LoadDay, rounded, shareOf } from '../month-days.ts'
import { viewWords } from '../view-words.ts'

const fills = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad' } as const

type Props = { readonly day: LoadDay; readonly isOutside: boolean }

/** One day of the month: how full it is in words, in a bar and, beyond capacity, with a sign. */
export const MonthDay = ({ day, isOutside }: Props) => {
  const { month } = useWords(viewWords)
  const clock = useClock()
  const { setView, today } = useBoard()
  const share = shareOf(day)
  const percent = share === null || !Number.isFinite(share) ? null : Math.round(share * 100)
  const isPeak = (share ?? 0) > 1
  const hours = month.of(
    clock.duration(rounded(day.plannedMinutes)),
    clock.duration(rounded(day.capacityMinutes)),
  )
  const spoken = share === null ? month.off : `${hours}, ${month.visits(day.visits)}`
  const isToday = day.date === today
  return (
    <td className={clsx('border-line border-t border-l p-0 align-top', isOutside && 'bg-canvas')}>
      <button
        type="button"
        onClick={() => setView({ view: 'day', date: day.date })}
        aria-label={`${clock.date(day.date, 'long')}: ${spoken}${isPeak ? `, ${month.peak}` : ''}`}
        title={`${spoken}. ${month.open(clock.date(day.date))}`}
        className="nums flex min-h-20 w-full cursor-pointer flex-col gap-1 px-2 py-1.5 text-left text-xs outline-offset-[-2px] hover:bg-accent-soft max-sm:min-h-16 max-sm:px-1"
      >
        <span className="flex w-full items-center gap-1">
          <span
            className={clsx(
              'grid h-5 min-w-5 place-items-center rounded-full px-1 font-semibold',
              isToday ? 'bg-accent text-on-accent' : isOutside ? 'text-ink-3' : 'text-ink',
            )}
          >
            {Number(day.date.slice(8))}
          </span>
          {isPeak && <TriangleAlert aria-hidden className="ml-auto size-3.5 text-bad" />}
        </span>
        {share === null ? (
          <span className="text-ink-3 max-sm:hidden">{month.off}</span>
        ) : (
          <>
            <span
              className={clsx(
                'h-2 w-full overflow-hidden rounded-full bg-sunken',
                day.plannedMinutes > 0 && 'ring-1 ring-line',
              )}
            >
              <span
                className={clsx('block h-full', fills[loadTone(share)])}
                style={{ width: `${Math.min(100, percent ?? 100)}%` }}
              />
            </span>
            <span
              className={clsx(
                isPeak
                  ? 'font-medium text-bad'
                  : day.visits > 0
                    ? 'font-medium text-ink'
                    : 'text-ink-3',
              )}
            >
              {percent === null ? '> 100 %' : `${percent} %`}
            </span>
            <span className="truncate text-ink-2 max-md:hidden">{hours}</span>
            {day.visits > 0 && (
              <span className="truncate text-ink-2 max-lg:hidden">{month.visits(day.visits)}</span>
            )}
          </>
        )}
      </button>
    </td>
  )
}
