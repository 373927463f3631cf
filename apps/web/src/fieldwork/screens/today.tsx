import type { FieldAssignment } from '@regie/contract/fieldwork'
import { Link } from '@tanstack/react-router'
import { Sun } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMyAssignments } from '../api.ts'
import { Answer } from '../parts/answer.tsx'
import { DayFrame } from '../parts/day-frame.tsx'
import { Section } from '../parts/section.tsx'
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
  const { data, isPending, error, refetch } = useMyAssignments()
  const items = data?.items ?? []
  const { from, until } = clock.dayBounds(clock.today())
  const today = items.filter(
    (stop) => isUnderWay(stop.state) || (stop.startsAt < until && stop.endsAt > from),
  )
  const day = sortDay(today)
  const later = items.find((stop) => stop.startsAt >= until && stop.state !== 'declined')
  const open = today.length - day.done.length - day.declined.length
  return (
    <DayFrame
      title={words.today}
      subtitle={`${clock.date(clock.today(), 'long')} · ${words.stops(open)}`}
      isPending={isPending}
      error={error}
      onRetry={() => void refetch()}
    >
      {data && today.length === 0 && (
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
      {day.now && (
        <Section title={words.now}>
          <StopCard stop={day.now} now={now}>
            <StepButtons stop={day.now} />
          </StopCard>
        </Section>
      )}
      {day.toAnswer.length > 0 && (
        <Section title={words.toAnswer(day.toAnswer.length)}>
          {day.toAnswer.map((stop) => (
            <StopCard key={stop.id} stop={stop} now={now}>
              <Answer stop={stop} />
            </StopCard>
          ))}
        </Section>
      )}
      <Stops title={words.next} stops={day.next} now={now} />
      <Stops title={words.done} stops={day.done} now={now} />
      <Stops title={words.declined} stops={day.declined} now={now} />
    </DayFrame>
  )
}

const Stops = ({
  title,
  stops,
  now,
}: {
  title: string
  stops: readonly FieldAssignment[]
  now: number
}) =>
  stops.length > 0 && (
    <Section title={title}>
      {stops.map((stop) => (
        <StopCard key={stop.id} stop={stop} now={now} />
      ))}
    </Section>
  )
