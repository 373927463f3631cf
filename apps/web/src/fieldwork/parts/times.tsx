import { type FieldWork, secondsOf } from '@regie/contract/field-log'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { minutesBetween } from '../../lib/time.ts'
import { fieldworkWords } from '../words.ts'

type Timed = { readonly startsAt: string; readonly endsAt: string; readonly work: FieldWork }

/** Planned beside actual, travel and pauses apart. */
export const Times = ({ stop, now }: { stop: Timed; now: number }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const at = new Date(now).toISOString()
  const minutes = (activity: 'travel' | 'work' | 'pause') =>
    Math.round(secondsOf(stop.work.stretches, activity, at) / 60)
  const planned = minutesBetween(stop.startsAt, stop.endsAt)
  const cells = [
    [words.plannedTime, planned],
    [words.workTime, minutes('work')],
    [words.travelTime, minutes('travel')],
    [words.pauseTime, minutes('pause')],
  ] as const
  return (
    <dl className="mb-2 grid grid-cols-2 gap-2">
      {cells.map(([label, value]) => (
        <div key={label} className="rounded-control bg-canvas px-3 py-2">
          <dt className="text-ink-2 text-sm">{label}</dt>
          <dd className="nums font-semibold">{clock.duration(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
