import type { HoursLine } from '@regie/contract/field-hours'
import { clsx } from 'clsx'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { hoursWords } from '../hours-words.ts'
import { type Sums, sumHours } from '../sum-hours.ts'

const cell = 'nums px-2 py-1.5 text-right whitespace-nowrap'

/** One person's week by day and work order, with its sums. */
export const HoursTable = ({ label, lines }: { label: string; lines: readonly HoursLine[] }) => {
  const words = useWords(hoursWords)
  const heads = [words.planned, words.work, words.travel, words.pauses, words.difference]
  const days = Map.groupBy(lines, ({ date }) => date)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keyboard too
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="w-full min-w-140">
        <thead>
          <tr className="border-line border-b text-ink-2 text-sm">
            <th scope="col" className="px-2 py-1.5 text-left font-medium">
              {label}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-1.5 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {[...days].map(([date, some]) => (
          <Day key={date} date={date} lines={some} />
        ))}
        <tfoot>
          <tr className="border-line border-t-2 font-semibold">
            <th scope="row" className="px-2 py-1.5 text-left">
              Σ
            </th>
            <SumCells sums={sumHours(lines)} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const Day = ({ date, lines }: { date: string; lines: readonly HoursLine[] }) => {
  const words = useWords(hoursWords)
  const clock = useClock()
  return (
    <tbody>
      <tr className="border-line border-t bg-canvas font-medium">
        <th scope="rowgroup" className="px-2 py-1.5 text-left font-medium first-letter:uppercase">
          {clock.date(date, 'long')}
        </th>
        <SumCells sums={sumHours(lines)} />
      </tr>
      {lines.map((line) => (
        <tr key={line.assignmentId} className="border-line border-t">
          <th scope="row" className="px-2 py-1.5 text-left font-normal">
            <span className="block break-words">
              {line.title} · {line.siteName}
            </span>
            <span className="nums block text-ink-2 text-sm">
              {[
                line.firstAt && line.lastAt && clock.range(line.firstAt, line.lastAt),
                line.reference,
                line.isRunning && words.running,
                line.isCorrected && words.corrected,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </th>
          <SumCells sums={sumHours([line])} />
        </tr>
      ))}
    </tbody>
  )
}

const SumCells = ({ sums: { planned, work, travel, pause } }: { sums: Sums }) => {
  const clock = useClock()
  const text = (minutes: number) => (minutes === 0 ? '–' : clock.duration(minutes))
  const difference = work - planned
  return (
    <>
      {[planned, work, travel, pause].map((minutes, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns, always in this order
        <td key={index} className={cell}>
          {text(minutes)}
        </td>
      ))}
      <td className={clsx(cell, difference > 0 && 'text-warn')}>
        {difference === 0 || work === 0
          ? '–'
          : `${difference > 0 ? '+' : '−'}${clock.duration(Math.abs(difference))}`}
      </td>
    </>
  )
}
