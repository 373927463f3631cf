import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { hoursWords } from '../hours-words.ts'

type Props = {
  /** Its Monday. */
  readonly from: string
  readonly now: string
  readonly onChange: (from: string) => void
}

export const WeekSwitch = ({ from, now, onChange }: Props) => {
  const words = useWords(hoursWords)
  const clock = useClock()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="flex min-w-0 flex-1 items-center gap-1 sm:flex-none">
        <IconButton
          icon={ChevronLeft}
          label={words.before}
          onPress={() => onChange(addDays(from, -7))}
        />
        <span className="nums min-w-0 flex-1 text-center font-medium">
          {words.week(clock.date(from, 'medium'), clock.date(addDays(from, 6), 'medium'))}
        </span>
        <IconButton
          icon={ChevronRight}
          label={words.after}
          isDisabled={from >= now}
          onPress={() => onChange(addDays(from, 7))}
        />
      </div>
      {from !== now && <Button onPress={() => onChange(now)}>{words.thisWeek}</Button>}
    </div>
  )
}
