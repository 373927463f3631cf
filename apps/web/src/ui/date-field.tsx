import { parseDate } from '@internationalized/date'
import type { LocalDate } from '@regie/contract/kernel'
import { CalendarDays } from 'lucide-react'
import {
  DatePicker as AriaDatePicker,
  Button,
  DateInput,
  DateSegment,
  Dialog,
  Group,
} from 'react-aria-components'
import { CalendarSheet } from './calendar-sheet.tsx'
import { ariaField, boxClass, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import { Popover } from './popover.tsx'
import { segmentClass } from './segment-class.ts'
import { useHalfTyped } from './use-half-typed.ts'

type Props = FieldProps<LocalDate | null> & {
  readonly min?: LocalDate
  readonly max?: LocalDate
}

const toDate = (date: LocalDate | null | undefined) => (date ? parseDate(date) : null)

/** A civil date `YYYY-MM-DD`, typed segment by segment or picked from a calendar. */
export const DateField = (props: Props) => {
  const half = useHalfTyped()
  const error = half.fault ?? props.error
  return (
    <AriaDatePicker
      {...ariaField({ ...props, error })}
      value={toDate(props.value)}
      onChange={(date) => props.onChange(date ? date.toString().slice(0, 10) : null)}
      minValue={toDate(props.min)}
      maxValue={toDate(props.max)}
      shouldForceLeadingZeros
    >
      <FieldLabel isOptional={props.isOptional} isHidden={props.isLabelHidden}>
        {props.label}
      </FieldLabel>
      <Group
        data-half-typed={half.mark}
        onBlur={half.onBlur}
        className={`${boxClass} pl-2.5 field:pl-3.5`}
      >
        <DateInput className="nums flex flex-1 items-center whitespace-nowrap">
          {(segment) => <DateSegment segment={segment} className={segmentClass} />}
        </DateInput>
        <Button className="mr-1 grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-sunken field:size-11">
          <CalendarDays aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldNotes description={props.description} error={error} />
      <Popover>
        <Dialog className="p-3 outline-none">
          <CalendarSheet />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
