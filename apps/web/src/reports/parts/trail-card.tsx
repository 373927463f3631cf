import type { TrailEntry } from '@regie/contract/report-content'
import type { ReportDetail } from '@regie/contract/reports'
import { Link } from '@tanstack/react-router'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Clock } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { officeReportWords } from '../office-words.ts'
import { reportWords } from '../words.ts'

/** Every fact in its order, with what proves it. */
export const TrailCard = ({ report }: { report: ReportDetail }) => {
  const words = useWords(reportWords)
  const office = useWords(officeReportWords)
  const clock = useClock()
  return (
    <Card title={words.trail}>
      <ol className="flex flex-col gap-2.5">
        {report.trail.map((entry) => (
          <li key={entry.sequence} className="text-sm">
            <p className="nums text-ink-2 text-xs">
              {entry.sequence}. {clock.dateAt(entry.at, 'dated')} {clock.time(entry.at)} ·{' '}
              {entry.by}
            </p>
            <p className="font-medium">
              {office.facts[entry.what as keyof typeof office.facts] ?? entry.what}
            </p>
            <Details entry={entry} clock={clock} />
          </li>
        ))}
      </ol>
      {report.contentHash && (
        <code className="mt-3 block break-all text-ink-3 text-xs">
          {words.fingerprint} {report.contentHash}
        </code>
      )}
      {report.pdfHash && (
        <code className="mt-1 block break-all text-ink-3 text-xs">
          {office.archive(report.pdfHash)}
        </code>
      )}
      {report.versions.length > 1 && (
        <ul className="mt-3 flex flex-wrap gap-2 print:hidden">
          {report.versions.map(({ id, number }) => (
            <li key={id}>
              <Link
                to={`/reports/${id}`}
                className={buttonClass({ size: 'small' })}
                aria-current={id === report.id ? 'page' : undefined}
              >
                {words.version} {number}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const INSTANT = /^\d{4}-\d\d-\d\dT/

const Details = ({ entry, clock }: { entry: TrailEntry; clock: Clock }) => {
  const { details: names } = useWords(officeReportWords)
  const told = Object.entries(names).flatMap(([key, name]) => {
    const value = entry.details[key]
    if (value === undefined || value === null || value === '') return []
    const said =
      typeof value === 'string' && INSTANT.test(value)
        ? `${clock.dateAt(value, 'dated')} ${clock.time(value)}`
        : String(value)
    if (key === 'strokes' || key === 'points') return [`${name} : ${said}`]
    return [name.endsWith(' v') ? `${name}${said}` : `${name} ${said}`]
  })
  return told.length ? <p className="break-words text-ink-2">{told.join(' · ')}</p> : null
}
