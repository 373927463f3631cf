import type { HoursLine } from '@regie/contract/field-hours'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { hoursWords } from '../hours-words.ts'
import { sumHours } from '../sum-hours.ts'

/** One day of one's own, on a phone. */
export const HoursDay = ({ date, lines }: { date: string; lines: readonly HoursLine[] }) => {
  const words = useWords(hoursWords)
  const clock = useClock()
  const day = sumHours(lines)
  return (
    <section className="rounded-card border border-line bg-surface p-4">
      <h2 className="flex flex-wrap justify-between gap-2 font-semibold">
        <span className="first-letter:uppercase">{clock.date(date, 'medium')}</span>
        <span className="nums">{clock.duration(day.work)}</span>
      </h2>
      <ul>
        {lines.map((line) => {
          const { planned, work, travel, pause } = sumHours([line])
          return (
            <li key={line.assignmentId} className="border-line border-t py-2 first:border-t-0">
              <p className="break-words">
                {line.title} · {line.siteName}
              </p>
              <p className="nums text-ink-2 text-sm">
                {[
                  line.firstAt && line.lastAt && clock.range(line.firstAt, line.lastAt),
                  `${words.planned} ${clock.duration(planned)}`,
                  `${words.work} ${clock.duration(work)}`,
                  travel > 0 && `${words.travel} ${clock.duration(travel)}`,
                  pause > 0 && `${words.pauses} ${clock.duration(pause)}`,
                  line.isRunning && words.running,
                  line.isCorrected && words.corrected,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
