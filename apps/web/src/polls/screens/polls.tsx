import type { Poll } from '@regie/contract/polls'
import { Link } from '@tanstack/react-router'
import { CalendarCheck, CalendarClock, Plus, Repeat } from 'lucide-react'
import { z } from 'zod'
import { useAddressState } from '../../lib/address-state.ts'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePolls } from '../api.ts'
import { dayText } from '../day-text.ts'
import { WeeklyTab } from '../parts/weekly-tab.tsx'
import { pollWords } from '../words.ts'

const viewSchema = z.object({ view: z.enum(['polls', 'weekly']).optional() })

/** What was asked and what waits for answers. */
export const Polls = () => {
  const words = useWords(pollWords)
  const [{ view = 'polls' }, setView] = useAddressState(viewSchema)
  const can = useCan()
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          can('polls.write') && (
            <Link to="/availability/new" className={buttonClass({ tone: 'primary' })}>
              <Plus aria-hidden className="size-4" />
              {words.ask}
            </Link>
          )
        }
      />
      <Tabs
        label={words.title}
        value={view}
        onChange={(id) => setView({ view: id === 'polls' ? undefined : 'weekly' })}
        tabs={[
          { id: 'polls', label: words.polls, icon: CalendarCheck, content: <List /> },
          { id: 'weekly', label: words.weekly, icon: Repeat, content: <WeeklyTab /> },
        ]}
      />
    </>
  )
}

const List = () => {
  const words = useWords(pollWords)
  const read = usePolls()
  return (
    <Page>
      <Loaded read={read}>
        {(polls) =>
          polls.length === 0 ? (
            <EmptyState icon={CalendarCheck} title={words.none} text={words.noneText} />
          ) : (
            <ul className="flex flex-col gap-2 pt-4">
              {polls.map((poll) => (
                <li key={poll.id}>
                  <Row poll={poll} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}

const Row = ({ poll }: { poll: Poll }) => {
  const words = useWords(pollWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { id, title, projectName, open, options, weekOf, answered, asked, closesAt } = poll
  const dates = options.map(({ date }) => date).toSorted()
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? '']
  const span =
    first === last
      ? dayText(language, first)
      : `${dayText(language, first)} – ${dayText(language, last)}`
  return (
    <Link
      to={`/availability/${id}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-card border border-line bg-surface px-4 py-3 hover:border-line-strong"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{title}</span>
          {weekOf && <Repeat aria-label={words.isWeekly} className="size-4 shrink-0 text-ink-3" />}
        </p>
        <p className="text-ink-2">
          {[span, words.dates(options.length), projectName].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="w-44">
        <Progress part={asked === 0 ? 0 : answered / asked} />
        <p className="nums mt-1 text-ink-2 text-sm">{words.answered(answered, asked)}</p>
      </div>
      <p className="nums flex w-72 items-center gap-1.5 text-ink-2">
        <CalendarClock aria-hidden className="size-4 shrink-0" />
        {(open ? words.before : words.endedOn)(clock.dateTime(closesAt))}
      </p>
      <Badge tone={open ? 'info' : 'neutral'}>{open ? words.open : words.ended}</Badge>
    </Link>
  )
}

const Progress = ({ part }: { part: number }) => (
  <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunken">
    <div
      className="h-full rounded-full bg-accent"
      style={{ width: `${Math.round(part * 100)}%` }}
    />
  </div>
)
