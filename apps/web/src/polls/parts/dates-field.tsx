import type { LocalDate } from '@regie/contract/kernel'
import { MOST_OPTIONS, type PollOption } from '@regie/contract/polls'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { dayText, hoursText } from '../day-text.ts'
import { pollWords } from '../words.ts'
import { HoursFields } from './hours-fields.tsx'

type Props = {
  readonly value: readonly PollOption[]
  readonly onChange: (options: PollOption[]) => void
}

const DAY_MS = 86_400_000
const everyDay = ['1', '2', '3', '4', '5', '6', '7']

const daysOf = (from: LocalDate, until: LocalDate, days: readonly string[]): LocalDate[] => {
  const first = Date.parse(`${from}T12:00:00Z`)
  const count = Math.round((Date.parse(`${until}T12:00:00Z`) - first) / DAY_MS) + 1
  return Array.from(
    { length: Math.min(366, Math.max(0, count)) },
    (_, index) => new Date(first + index * DAY_MS),
  )
    .filter((day) => days.includes(String(day.getUTCDay() || 7)))
    .map((day) => day.toISOString().slice(0, 10))
}

const keyOf = ({ date, hours }: PollOption): string => `${date} ${hours.from}`

type Range = {
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  readonly hours: PollOption['hours']
  readonly peak: PollOption['peak']
  /** ISO weekdays. */
  readonly days: readonly string[]
}

const blank: Range = {
  ...{ from: null, until: null, hours: { from: '08:00', until: '20:00' } },
  ...{ peak: null, days: everyDay },
}

const isBackwards = ({ from, until }: Range): boolean =>
  from !== null && until !== null && until < from

/** Dates or ranges of dates, each with its hours; several hours of a day are several dates. */
export const DatesField = ({ value, onChange }: Props) => {
  const words = useWords(pollWords)
  const [range, setRange] = useState(blank)
  const [fault, setFault] = useState<string>()
  const add = () => {
    const { from, until, days, hours, peak } = range
    if (!from) return
    const known = new Set(value.map(keyOf))
    const made = daysOf(from, until ?? from, days).map((date) => ({ date, hours, peak }))
    const fresh = made.filter((option) => !known.has(keyOf(option)))
    if (fresh.length === 0) return setFault(words.twice)
    if (value.length + fresh.length > MOST_OPTIONS) return setFault(words.tooMany(MOST_OPTIONS))
    setFault(undefined)
    setRange({ ...range, from: null, until: null })
    onChange([...value, ...fresh].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))))
  }
  return (
    <div className="flex flex-col gap-4">
      <RangeFields value={range} onChange={(change) => setRange({ ...range, ...change })} />
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={Plus} isDisabled={range.from === null || isBackwards(range)} onPress={add}>
          {words.add}
        </Button>
        <p role="status" className={fault ? 'text-bad' : 'text-ink-2'}>
          {fault ?? words.asked(value.length)}
        </p>
      </div>
      <Chosen value={value} onChange={onChange} />
    </div>
  )
}

type RangeProps = { readonly value: Range; readonly onChange: (change: Partial<Range>) => void }

const RangeFields = ({ value, onChange }: RangeProps) => {
  const words = useWords(pollWords)
  const { from, until, hours, peak, days } = value
  const weekdays = Object.values(words.weekdays).map((label, index) => ({
    ...{ id: String(index + 1), label },
  }))
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <DateField label={words.from} value={from} onChange={(date) => onChange({ from: date })} />
      <DateField
        label={words.until}
        value={until}
        isOptional
        error={isBackwards(value) ? words.backwards : undefined}
        onChange={(date) => onChange({ until: date })}
      />
      <HoursFields
        labels={[words.hoursFrom, words.hoursUntil]}
        value={hours}
        onChange={(next) => onChange({ hours: next })}
      />
      <MultiSelect
        label={words.days}
        value={days}
        options={weekdays}
        onChange={(next) => onChange({ days: next })}
      />
      <div className="sm:col-span-2">
        <Checkbox
          label={words.peak}
          description={words.peakText}
          value={peak !== null}
          onChange={(isOn) => onChange({ peak: isOn ? { ...hours } : null })}
        />
      </div>
      {peak && (
        <HoursFields
          labels={[words.peakFrom, words.peakUntil]}
          value={peak}
          onChange={(next) => onChange({ peak: next })}
        />
      )}
    </div>
  )
}

const Chosen = ({ value, onChange }: Props) => {
  const words = useWords(pollWords)
  const { language } = useLanguage()
  return (
    <ul className="flex flex-wrap gap-2">
      {value.map((option) => {
        const day = dayText(language, option.date)
        return (
          <li
            key={keyOf(option)}
            className="flex items-center gap-1 rounded-control border border-line bg-sunken py-0.5 pr-0.5 pl-2.5"
          >
            <span>{day}</span>
            <span className="nums text-ink-2">{hoursText(option.hours)}</span>
            <IconButton
              icon={X}
              size="small"
              label={words.removeDate(day)}
              onPress={() => onChange(value.filter((one) => one !== option))}
            />
          </li>
        )
      })}
    </ul>
  )
}
