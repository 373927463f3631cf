import type { ReportContent } from '@regie/contract/report-content'
import type { ReportLine } from '@regie/contract/reports'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Card } from '../../ui/card.tsx'
import { hours } from '../hours-text.ts'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'
import { OutcomeBadge } from './state-badge.tsx'

type Props = { readonly content: ReportContent; readonly outcome?: ReportLine['outcome'] }

type Lines = readonly { readonly label: string; readonly quantity: number; readonly unit: string }[]

/** Hours and material as they were planned, beside what was really done and used. */
export const PlannedActual = ({ content, outcome }: Props) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const clock = useClock()
  const stretches = content.technicians.flatMap((one) => one.stretches)
  const from = stretches.map((one) => one.from).sort()[0]
  const until = stretches
    .map((one) => one.until)
    .sort()
    .at(-1)
  const { planned } = content
  const seconds = content.technicians.reduce((sum, { workSeconds }) => sum + workSeconds, 0)
  const plannedSeconds = planned
    ? ((Date.parse(planned.until) - Date.parse(planned.from)) / 1000) *
      Math.max(1, content.technicians.length)
    : null
  const at = (instant: string | undefined) =>
    instant ? `${clock.dateAt(instant, 'dated')} ${clock.time(instant)}` : '—'
  const rows = [
    [words.start, at(planned?.from), at(from)],
    [words.end, at(planned?.until), at(until)],
    [words.duration, plannedSeconds === null ? '—' : hours(plannedSeconds), hours(seconds)],
  ]
  return (
    <Card title={words.plannedActual}>
      {outcome && (
        <div className="mb-2">
          <OutcomeBadge outcome={outcome} />
        </div>
      )}
      <table className="nums w-full text-sm">
        <thead>
          <tr className="text-left text-ink-2">
            <td />
            <th className="font-medium">{words.planned}</th>
            <th className="font-medium">{words.actual}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, before, after]) => (
            <tr key={label} className="border-line border-t">
              <th className="py-1.5 text-left font-normal text-ink-2">{label}</th>
              <td>{before}</td>
              <td className="font-medium">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(content.equipment.length > 0 || content.parts.length > 0) && (
        <>
          <h3 className="mt-4 mb-1 font-medium text-sm">{office.material}</h3>
          <div className="grid grid-cols-2 gap-3 text-sm">
            <LineList title={office.planned} lines={content.equipment} />
            <LineList title={office.used} lines={content.parts} />
          </div>
        </>
      )}
    </Card>
  )
}

const LineList = ({ title, lines }: { title: string; lines: Lines }) => {
  const { language } = useLanguage()
  return (
    <div className="min-w-0">
      <p className="text-ink-2">{title}</p>
      {lines.length === 0 ? (
        <p className="text-ink-3">—</p>
      ) : (
        <ul>
          {lines.map(({ label, quantity, unit }) => (
            <li key={label} className="break-words">
              <span className="nums font-medium">
                {numberText(language, quantity)} {unit || '×'}
              </span>{' '}
              {label}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
