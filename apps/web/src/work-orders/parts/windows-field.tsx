import type { TimeWindow } from '@regie/contract/work-orders'
import { Plus, X } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FaultText } from '../../ui/fault-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { workOrderWords } from '../words.ts'

type Props = {
  readonly value: readonly TimeWindow[] | null
  readonly onChange: (value: TimeWindow[]) => void
  readonly onBlur: () => void
  readonly errorAt: (index: number) => string | undefined
}

/** Windows in which the work may be done, each a day from one time to another, also past midnight. */
export const WindowsField = ({ value, onChange, onBlur, errorAt }: Props) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const windows = value ?? []
  const make = (date: string, start: string, end: string): TimeWindow => ({
    from: clock.instantOf(date, start),
    until: clock.instantOf(end <= start ? addDays(date, 1) : date, end),
  })
  const last = windows.at(-1)
  const next = addDays(last ? clock.dateOf(last.from) : clock.today(), 1)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-[0.8125rem]">{words.windows}</legend>
      {windows.length === 0 && <p className="text-ink-2">{words.noWindows}</p>}
      {windows.map((one, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          window={one}
          error={errorAt(index)}
          onBlur={onBlur}
          onChange={(date, start, end) =>
            onChange(windows.map((other, at) => (at === index ? make(date, start, end) : other)))
          }
          onRemove={() => onChange(windows.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() => onChange([...windows, make(next, '08:00', '12:00')])}
        >
          {words.addWindow}
        </Button>
      </div>
    </fieldset>
  )
}

const Line = (props: {
  readonly window: TimeWindow
  readonly error: string | undefined
  readonly onBlur: () => void
  readonly onChange: (date: string, start: string, end: string) => void
  readonly onRemove: () => void
}) => {
  const words = useWords(workOrderWords)
  const clock = useClock()
  const { from, until } = props.window
  const [date, start, end] = [clock.dateOf(from), clock.timeOf(from), clock.timeOf(until)]
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <DateField
          label={words.date}
          isLabelHidden
          className="w-36"
          value={date}
          onChange={(next) => next && props.onChange(next, start, end)}
          onBlur={props.onBlur}
        />
        <TimeField
          label={words.from}
          isLabelHidden
          className="w-20"
          value={start}
          onChange={(next) => next && props.onChange(date, next, end)}
          onBlur={props.onBlur}
        />
        <span aria-hidden className="text-ink-3">
          –
        </span>
        <TimeField
          label={words.until}
          isLabelHidden
          className="w-20"
          value={end}
          onChange={(next) => next && props.onChange(date, start, next)}
          onBlur={props.onBlur}
        />
        {clock.dateOf(until) > date && <span className="text-ink-2 text-xs">{words.nextDay}</span>}
        <IconButton size="small" icon={X} label={words.remove} onPress={props.onRemove} />
      </div>
      <FaultText>{props.error}</FaultText>
    </div>
  )
}
