import { Link } from '@tanstack/react-router'
import { ScanLine, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useStops } from '../offline/phone.tsx'
import { Answer } from '../parts/answer.tsx'
import { DayFrame } from '../parts/day-frame.tsx'
import { Section } from '../parts/section.tsx'
import { SheetCards } from '../parts/sheet-cards.tsx'
import { StepButtons } from '../parts/step-buttons.tsx'
import { StopCard } from '../parts/stop-card.tsx'
import { isUnderWay, sortDay } from '../steps.ts'
import { useNow } from '../use-now.ts'
import { fieldworkWords } from '../words.ts'

/** The day in the order it asks for: what to do now, what to answer, what comes next, what is done. */
export const Today = () => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const now = useNow()
  const { stops, news } = useStops()
  const { from, until } = clock.dayBounds(clock.dateOf(now))
  const isToday = (stop: PhoneStop) =>
    isUnderWay(stop.state) ||
    (Date.parse(stop.startsAt) < Date.parse(until) && Date.parse(stop.endsAt) > Date.parse(from))
  const today = (stops ?? []).filter(isToday)
  const day = sortDay(today)
  const later = stops?.find(
    ({ startsAt, state }) => Date.parse(startsAt) >= Date.parse(until) && state !== 'declined',
  )
  const open = today.length - day.done.length - day.declined.length
  const list = (title: string, some: readonly PhoneStop[], more?: (stop: PhoneStop) => ReactNode) =>
    some.length > 0 && (
      <Section title={title}>
        {some.map((stop) => (
          <StopCard key={stop.id} stop={stop} now={now} isNews={news.has(stop.id)}>
            {more?.(stop)}
          </StopCard>
        ))}
      </Section>
    )
  return (
    <DayFrame
      title={words.today}
      subtitle={`${clock.date(clock.dateOf(now), 'long')} · ${words.stops(open)}`}
      isPending={stops === null}
    >
      {stops && today.length === 0 && (
        <EmptyState
          icon={Sun}
          title={words.nothingToday}
          text={later ? words.nothingNext(clock.dateTime(later.startsAt)) : words.nothingTodayText}
        >
          <Link to="/week" className={buttonClass({})}>
            {words.week}
          </Link>
        </EmptyState>
      )}
      <SheetCards />
      {list(words.now, day.now ? [day.now] : [], (stop) => (
        <StepButtons stop={stop} />
      ))}
      {list(words.toAnswer(day.toAnswer.length), day.toAnswer, (stop) => (
        <Answer stop={stop} />
      ))}
      {list(words.next, day.next)}
      {list(words.done, day.done)}
      {list(words.declined, day.declined)}
      <Link to="/scan" className={buttonClass({})}>
        <ScanLine aria-hidden className="size-5" />
        {words.scan}
      </Link>
    </DayFrame>
  )
}
