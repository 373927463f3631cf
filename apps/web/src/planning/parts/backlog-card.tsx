import type { BacklogItem } from '@regie/contract/planning-backlog'
import { clsx } from 'clsx'
import { CalendarClock, Clock, TriangleAlert, UsersRound, UserX } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Clock as ZoneClock } from '../../lib/time.ts'
import { useBacklogHands } from '../backlog-hands.tsx'
import { type PlanningWords, planningWords } from '../words.ts'

/** When the work may be done, in as few words as will do. */
export const windowText = (item: BacklogItem, words: PlanningWords, clock: ZoneClock): string => {
  const [first, ...others] = item.windows
  if (first) {
    const more = others.length > 0 ? ` (+${others.length})` : ''
    return `${clock.dateAt(first.from)} ${clock.range(first.from, first.until)}${more}`
  }
  return item.dueAt ? words.backlog.due(clock.dateAt(item.dueAt)) : words.backlog.anyTime
}

const Facts = ({ item }: { item: BacklogItem }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const declined = item.open.find((seat) => seat.declined)?.declined
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-2 text-xs">
      <span className="nums inline-flex items-center gap-1">
        <Clock aria-hidden className="size-3" />
        {item.durationMinutes === null
          ? words.backlog.noDuration
          : clock.duration(item.durationMinutes)}
      </span>
      <span className="nums inline-flex min-w-0 items-center gap-1">
        <CalendarClock aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{windowText(item, words, clock)}</span>
      </span>
      {item.seats > 1 && (
        <span className="nums inline-flex items-center gap-1">
          <UsersRound aria-hidden className="size-3" />
          {words.backlog.seats(item.seats - item.open.length, item.seats)}
        </span>
      )}
      {item.gaps.map((gap) => (
        <span key={gap} className="inline-flex items-center gap-1 font-medium text-warn">
          <TriangleAlert aria-hidden className="size-3" />
          {words.gaps[gap]}
        </span>
      ))}
      {declined && (
        <span className="inline-flex min-w-0 items-center gap-1 text-bad">
          <UserX aria-hidden className="size-3 shrink-0" />
          <span className="truncate">
            {words.backlog.declined(declined.technicianName, declined.reason)}
          </span>
        </span>
      )}
    </span>
  )
}

/** One work order that waits: drag it to the board, or press it for its best slots. */
export const BacklogCard = ({ item }: { item: BacklogItem }) => {
  const words = useWords(planningWords)
  const { mayPlan, select, press, pick, drag } = useBacklogHands()
  return (
    <button
      type="button"
      data-testid="backlog-card"
      onPointerDown={(event) => press(item, event)}
      onClick={() => select(item)}
      draggable={mayPlan && drag !== undefined}
      onDragStart={(event) => drag?.start(item, event)}
      onDragEnd={() => drag?.end()}
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        pick(item, 'keys')
      }}
      // Space on a button is also a click, when it is let go.
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      className={clsx(
        'relative block w-full select-none overflow-hidden rounded-control border border-line bg-surface py-2 pr-2.5 pl-4 text-left hover:border-line-strong',
        mayPlan ? 'cursor-grab' : 'cursor-default',
      )}
    >
      <span
        aria-hidden
        className="absolute inset-y-0 left-0 w-1.5"
        style={{ background: item.colour }}
      />
      <span dir="auto" className="line-clamp-2 break-words font-medium leading-5">
        {item.siteName}
      </span>
      <span dir="auto" className="line-clamp-1 text-ink-2 text-xs">
        {[item.title, item.city].filter(Boolean).join(' · ')}
      </span>
      <span className="sr-only">{words.categories[item.category]}</span>
      <Facts item={item} />
    </button>
  )
}
