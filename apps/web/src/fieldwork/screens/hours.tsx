import { exportHours, type HeavyAverage, type HoursLine } from '@regie/contract/field-hours'
import { clsx } from 'clsx'
import { Download, Timer, TriangleAlert } from 'lucide-react'
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
  const items = data?.items ?? []
  const teams = [...Map.groupBy(items, ({ team }) => team)].toSorted(([a], [b]) =>
    a === '' || b === '' ? (a === '' ? 1 : -1) : a.localeCompare(b),
  )
  const isOneTeam = teams.length < 2
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
        {data && items.length === 0 && (
          <EmptyState icon={Timer} title={words.none} text={words.noneText} />
        )}
        {items.length > 0 && <Sums title={words.everybody} lines={items} />}
        {teams.map(([team, lines]) => (
          <section key={team} className="flex flex-col gap-3">
            {!isOneTeam && <Sums title={team || words.noTeam} lines={lines} isHeading />}
            {[...Map.groupBy(lines, ({ technicianId }) => technicianId)].map(([id, own]) => (
              <Card key={id} isFlush>
                <HoursTable label={own[0]?.technicianName ?? ''} lines={own} />
                <Average of={data?.averages.find(({ technicianId }) => technicianId === id)} />
              </Card>
            ))}
          </section>
        ))}
      </Page>
    </>
  )
}

type SumsProps = {
  readonly title: string
  readonly lines: readonly HoursLine[]
  readonly isHeading?: boolean
}

/** One line of sums: of everybody, or of a team. */
const Sums = ({ title, lines, isHeading = false }: SumsProps) => {
  const words = useWords(hoursWords)
  const clock = useClock()
  const { planned, work, travel, pause } = sumHours(lines)
  const parts = [
    [words.planned, planned],
    [words.work, work],
    [words.travel, travel],
    [words.pauses, pause],
  ] as const
  const Title = isHeading ? 'h2' : 'span'
  return (
    <div className="nums flex flex-wrap items-baseline gap-x-3">
      <Title className="font-semibold">{title}</Title>
      <span className="text-ink-2">
        {parts.map(([name, minutes]) => `${name} ${clock.duration(minutes)}`).join(' · ')}
      </span>
    </div>
  )
}

/** Said before the average is passed, and once it is. */
const Average = ({ of }: { readonly of: HeavyAverage | undefined }) => {
  const words = useWords(hoursWords)
  const clock = useClock()
  if (!of) return null
  const { minutes, limitMinutes, since, until } = of
  const isOver = minutes > limitMinutes
  return (
    <p
      className={clsx(
        'nums flex items-start gap-1.5 border-line border-t px-2 py-1.5 text-sm',
        isOver ? 'text-bad' : 'text-warn',
      )}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {words.average(
          clock.duration(minutes),
          clock.duration(limitMinutes),
          clock.date(since, 'dated'),
          clock.date(until, 'dated'),
        )}
      </span>
    </p>
  )
}
