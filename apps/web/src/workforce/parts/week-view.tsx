import type { WeeklyShift } from '@regie/contract/workforce'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { spansOn, weekdayName, weekdays } from '../week.ts'
import { workforceWords } from '../words.ts'

const HOURS = [0, 6, 12, 18, 24]

/** The ordinary week, drawn: a line a day from midnight to midnight. */
export const WeekView = ({ shifts }: { shifts: readonly WeeklyShift[] }) => {
  const words = useWords(workforceWords)
  const { language } = useLanguage()
  return (
    <div className="grid grid-cols-[5.5rem_1fr_auto] items-center gap-x-3 gap-y-1.5">
      {weekdays.map((weekday) => {
        const own = shifts.filter((shift) => shift.weekday === weekday)
        return (
          <div key={weekday} className="contents">
            <span className="truncate first-letter:uppercase">
              {weekdayName(language, weekday)}
            </span>
            <span aria-hidden className="relative h-4 overflow-hidden rounded bg-sunken">
              {spansOn(shifts, weekday).map(({ from, until }) => (
                <span
                  key={from}
                  className="absolute inset-y-0 rounded-sm bg-accent"
                  style={{ left: `${from / 14.4}%`, width: `${(until - from) / 14.4}%` }}
                />
              ))}
            </span>
            <span className="nums text-right text-ink-2 text-xs">
              {own.length === 0
                ? words.dayOff
                : own.map(({ start, end }) => `${start}–${end}`).join(', ')}
            </span>
          </div>
        )
      })}
      <span />
      <span aria-hidden className="nums flex justify-between text-[0.6875rem] text-ink-3">
        {HOURS.map((hour) => (
          <span key={hour}>{hour} h</span>
        ))}
      </span>
    </div>
  )
}
