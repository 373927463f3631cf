import { exportHours } from '@regie/contract/field-hours'
import { Download, Timer } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../lib/call.ts'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays, mondayOf } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useHours } from '../api-hours.ts'
import { hoursWords } from '../hours-words.ts'
import { HoursTable } from '../parts/hours-table.tsx'
import { WeekSwitch } from '../parts/week-switch.tsx'
import { sumHours } from '../sum-hours.ts'

/** A week of everybody's hours, planned beside actual, and the file for the pay office. */
export const Hours = () => {
  const words = useWords(hoursWords)
  const clock = useClock()
  const now = mondayOf(clock.today())
  const [from, setFrom] = useState(now)
  const query = { from, until: addDays(from, 6) }
  const { data, error } = useHours(query.from, query.until)
  const people = Map.groupBy(data?.items ?? [], ({ technicianId }) => technicianId)
  const all = sumHours(data?.items ?? [])
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.text}
        actions={
          <a href={addressOf(exportHours, { query })} className={buttonClass({})} download>
            <Download aria-hidden className="size-4" />
            {words.export}
          </a>
        }
      />
      <Page>
        <WeekSwitch from={from} now={now} onChange={setFrom} />
        {error && <ProblemNote problem={error} />}
        {!data && !error && <Skeleton className="h-40 w-full" />}
        {data && people.size === 0 && (
          <EmptyState icon={Timer} title={words.none} text={words.noneText} />
        )}
        {people.size > 1 && (
          <p className="nums">
            <span className="font-semibold">{words.team}</span> ·{' '}
            {(
              [
                [words.planned, all.planned],
                [words.work, all.work],
                [words.travel, all.travel],
                [words.pauses, all.pause],
              ] as const
            )
              .map(([name, minutes]) => `${name} ${clock.duration(minutes)}`)
              .join(' · ')}
          </p>
        )}
        {[...people].map(([technicianId, lines]) => (
          <Card key={technicianId} isFlush>
            <HoursTable label={lines[0]?.technicianName ?? ''} lines={lines} />
          </Card>
        ))}
      </Page>
    </>
  )
}
