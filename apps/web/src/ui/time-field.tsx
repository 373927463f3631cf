import { parseTime } from '@internationalized/date'
import type { LocalTime } from '@regie/contract/kernel'
import { TimeField as AriaTimeField, DateInput, DateSegment, Group } from 'react-aria-components'
import { ariaField, boxClass, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { segmentClass } from './segment-class.ts'
import { useHalfTyped } from './use-half-typed.ts'

/** A wall-clock time `HH:MM`, 24 hours, in the organisation's zone. */
export const TimeField = (props: FieldProps<LocalTime | null>) => {
  const half = useHalfTyped()
  const error = half.fault ?? props.error
  return (
    <AriaTimeField
      {...ariaField({ ...props, error })}
      value={props.value ? parseTime(props.value) : null}
      onChange={(time) => props.onChange(time ? time.toString().slice(0, 5) : null)}
      hourCycle={24}
      shouldForceLeadingZeros
    >
      <FieldLabel isOptional={props.isOptional} isHidden={props.isLabelHidden}>
        {props.label}
      </FieldLabel>
      <Group
        data-half-typed={half.mark}
        onBlur={half.onBlur}
        className={`${boxClass} px-2.5 field:px-3.5`}
      >
        <DateInput className="nums flex flex-1 items-center whitespace-nowrap">
          {(segment) => <DateSegment segment={segment} className={segmentClass} />}
        </DateInput>
      </Group>
      <FieldNotes description={props.description} error={error} />
    </AriaTimeField>
  )
}
