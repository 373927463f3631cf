import type { OwnAvailability } from '@regie/contract/polls'
import { Link } from '@tanstack/react-router'
import { CalendarCheck, CalendarDays, CalendarOff } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useStops } from '../offline/phone.tsx'
import { Answer } from '../parts/answer.tsx'
import { DayFrame } from '../parts/day-frame.tsx'
import { Section } from '../parts/section.tsx'
import { StopCard } from '../parts/stop-card.tsx'
import { useNow } from '../use-now.ts'
import { fieldworkWords } from '../words.ts'

/** Today and the week ahead, by day; days without work are left out. */
export const Week = () => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const now = useNow()
  const { stops, news, meta } = useStops()
  const toSay = unanswered(meta?.availability)
  const from = Date.parse(clock.dayBounds(clock.dateOf(now)).from)
  const coming = (stops ?? []).filter(({ endsAt }) => Date.parse(endsAt) > from)
  const waiting = coming.filter(({ state }) => state === 'offered').length
  const days = Map.groupBy(coming, ({ startsAt }) => clock.dateOf(startsAt))
  return (
    <DayFrame
      title={words.week}
      subtitle={waiting > 0 ? words.toAnswer(waiting) : stops ? words.stops(coming.length) : ''}
      isPending={stops === null}
    >
      {toSay > 0 && <AvailabilityLink toSay={toSay} />}
      {stops && coming.length === 0 && (
        <EmptyState icon={CalendarDays} title={words.nothingComing} text={words.nothingTodayText} />
      )}
      {[...days].map(([date, some]) => (
        <Section key={date} title={capital(clock.date(date, 'long'))}>
          {some.map((stop) => (
            <StopCard key={stop.id} stop={stop} now={now} isNews={news.has(stop.id)}>
              {stop.state === 'offered' ? <Answer stop={stop} /> : null}
            </StopCard>
          ))}
        </Section>
      ))}
      {toSay === 0 && <AvailabilityLink toSay={toSay} />}
      <Link to="/absence" className={buttonClass({})}>
        <CalendarOff aria-hidden className="size-5" />
        {words.absence}
      </Link>
    </DayFrame>
  )
}

/** Above all when dates wait for an answer, else after the days. */
const AvailabilityLink = ({ toSay }: { toSay: number }) => {
  const words = useWords(fieldworkWords)
  return (
    <Link to="/availability" className={buttonClass({ tone: toSay > 0 ? 'primary' : 'plain' })}>
      <CalendarCheck aria-hidden className="size-5" />
      {words.availability(toSay)}
    </Link>
  )
}

/** Dates that are asked for and not answered yet. */
const unanswered = (availability: OwnAvailability | undefined): number =>
  (availability?.polls ?? []).reduce(
    (sum, { options, answers }) => sum + options.length - answers.length,
    0,
  )

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
