import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { mondayOf } from '../../lib/time.ts'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { hoursWords } from '../hours-words.ts'
import { useOwnHours } from '../offline/use-own-hours.ts'
import { Back } from '../parts/back.tsx'
import { HoursDay } from '../parts/hours-day.tsx'
import { WeekSwitch } from '../parts/week-switch.tsx'
import { sumHours } from '../sum-hours.ts'

/** The technician's own week, as the office will read it; without network too. */
export const MyHours = () => {
  const words = useWords(hoursWords)
  const clock = useClock()
  const now = mondayOf(clock.today())
  const [from, setFrom] = useState(now)
  const { items, isPending, keptAt, isPartial, isMissing } = useOwnHours(from)
  const { planned, work, travel, pause } = sumHours(items)
  const cells = [
    [words.planned, planned],
    [words.work, work],
    [words.travel, travel],
    [words.pauses, pause],
  ] as const
  return (
    <div className="flex flex-col pb-8">
      <Back to="/me" />
      <div className="flex flex-col gap-3 px-4">
        <h1 className="font-bold text-2xl">{words.mine}</h1>
        <WeekSwitch from={from} now={now} onChange={setFrom} />
        {isMissing && <Note tone="warn">{words.notKept}</Note>}
        {isPartial && <Note tone="warn">{words.partial}</Note>}
        {keptAt && <Note>{words.kept(clock.relative(keptAt))}</Note>}
        {isPending && items.length === 0 && <Skeleton className="h-40 w-full" />}
        {!isMissing && (items.length > 0 || !isPending) && (
          <dl className="grid grid-cols-2 gap-2">
            {cells.map(([label, minutes]) => (
              <div key={label} className="rounded-control border border-line bg-surface px-3 py-2">
                <dt className="text-ink-2 text-sm">{label}</dt>
                <dd className="nums font-semibold text-lg">{clock.duration(minutes)}</dd>
              </div>
            ))}
          </dl>
        )}
        {!isPending && !isMissing && items.length === 0 && (
          <p className="text-ink-2">{words.noneMine}</p>
        )}
        {[...Map.groupBy(items, ({ date }) => date)].map(([date, lines]) => (
          <HoursDay key={date} date={date} lines={lines} />
        ))}
      </div>
    </div>
  )
}
