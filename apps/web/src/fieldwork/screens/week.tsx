import type { FieldAssignment } from '@regie/contract/fieldwork'
import { CalendarDays } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMyAssignments } from '../api.ts'
import { Answer } from '../parts/answer.tsx'
import { DayFrame } from '../parts/day-frame.tsx'
import { Section } from '../parts/section.tsx'
import { StopCard } from '../parts/stop-card.tsx'
import { useNow } from '../use-now.ts'
import { fieldworkWords } from '../words.ts'

/** Today and the two weeks ahead, by day; days without work are left out. */
export const Week = () => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const now = useNow()
  const { data, isPending, error, refetch } = useMyAssignments()
  const { from } = clock.dayBounds(clock.today())
  const coming = (data?.items ?? []).filter(({ endsAt }) => endsAt > from)
  const waiting = coming.filter(({ state }) => state === 'offered').length
  return (
    <DayFrame
      title={words.week}
      subtitle={waiting > 0 ? words.toAnswer(waiting) : data && words.stops(coming.length)}
      isPending={isPending}
      error={error}
      onRetry={() => void refetch()}
    >
      {data && coming.length === 0 && (
        <EmptyState icon={CalendarDays} title={words.nothingComing} text={words.nothingTodayText} />
      )}
      {[...byDay(coming, clock.dateOf)].map(([date, stops]) => (
        <Section key={date} title={capital(clock.date(date, 'long'))}>
          {stops.map((stop) => (
            <StopCard key={stop.id} stop={stop} now={now}>
              {stop.state === 'offered' ? <Answer stop={stop} /> : null}
            </StopCard>
          ))}
        </Section>
      ))}
    </DayFrame>
  )
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function byDay(
  stops: readonly FieldAssignment[],
  dateOf: (at: string) => string,
): Map<string, FieldAssignment[]> {
  const days = new Map<string, FieldAssignment[]>()
  for (const stop of stops)
    days.set(dateOf(stop.startsAt), [...(days.get(dateOf(stop.startsAt)) ?? []), stop])
  return days
}
