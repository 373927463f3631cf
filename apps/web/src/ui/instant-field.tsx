import type { Instant } from '@regie/contract/kernel'
import { useClock } from '../lib/clock.ts'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'
import { DateField } from './date-field.tsx'
import type { FieldProps } from './field-parts.tsx'
import { TimeField } from './time-field.tsx'

const instantWords = defineWords({ fr: { time: 'Heure' }, en: { time: 'Time' } })

type Props = FieldProps<Instant | null> & {
  /** The time of day that a date gets when it is chosen first. */
  readonly usualTime: string
}

/** A day and a time of day in the organisation's zone. Without a day it is null. */
export const InstantField = ({ usualTime, ...props }: Props) => {
  const words = useWords(instantWords)
  const clock = useClock()
  const date = props.value ? clock.dateOf(props.value) : null
  const time = props.value ? clock.timeOf(props.value) : usualTime
  return (
    <div className="grid grid-cols-[1.6fr_1fr] items-start gap-2">
      <DateField
        {...props}
        value={date}
        onChange={(next) => props.onChange(next ? clock.instantOf(next, time) : null)}
      />
      <TimeField
        label={`${props.label} : ${words.time}`}
        isLabelHidden
        isOptional
        className="pt-[1.375rem]"
        isDisabled={date === null}
        value={date ? time : null}
        onChange={(next) => next && date && props.onChange(clock.instantOf(date, next))}
      />
    </div>
  )
}
