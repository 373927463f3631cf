import type { DayHours } from '@regie/contract/availability'
import { TimeField } from '../../ui/time-field.tsx'

type Props = {
  readonly labels: readonly [from: string, until: string]
  readonly value: DayHours
  readonly onChange: (hours: DayHours) => void
  readonly isDisabled?: boolean
  /** Said under the end when it is on the next day. */
  readonly nextDay?: string
}

/** From and to, side by side. */
export const HoursFields = ({ labels, value, onChange, isDisabled = false, nextDay }: Props) => (
  <div className="grid grid-cols-2 gap-3">
    <TimeField
      label={labels[0]}
      value={value.from}
      isDisabled={isDisabled}
      onChange={(from) => from && onChange({ from, until: value.until })}
    />
    <TimeField
      label={labels[1]}
      value={value.until}
      isDisabled={isDisabled}
      {...(nextDay && value.until <= value.from ? { description: nextDay } : {})}
      onChange={(until) => until && onChange({ from: value.from, until })}
    />
  </div>
)
