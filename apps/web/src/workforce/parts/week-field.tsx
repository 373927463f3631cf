import type { WeeklyShift } from '@regie/contract/workforce'
import { Copy, Plus, X } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { FaultText } from '../../ui/fault-text.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { isOvernight, weekdayName, weekdays } from '../week.ts'
import { workforceWords } from '../words.ts'

type Props = {
  readonly value: readonly WeeklyShift[] | null
  readonly onChange: (value: WeeklyShift[]) => void
  readonly onBlur: () => void
  /** What is wrong with the shift at this place of the list. */
  readonly errorAt: (index: number) => string | undefined
}

const usual = { start: '08:00', end: '20:00' }
/** After a first shift of the morning the next one is of the afternoon. */
const next = (last: WeeklyShift | undefined) =>
  last && !isOvernight(last) && last.end < '22:00' ? { start: last.end, end: '22:00' } : usual

/** The ordinary week: any number of shifts a day, also past midnight. */
export const WeekField = ({ value, onChange, onBlur, errorAt }: Props) => {
  const words = useWords(workforceWords)
  const shifts = value ?? []
  const copyMonday = () => {
    const monday = shifts.filter(({ weekday }) => weekday === 1)
    const others = shifts.filter(({ weekday }) => weekday === 1 || weekday > 5)
    onChange([
      ...others,
      ...[2, 3, 4, 5].flatMap((day) => monday.map((one) => ({ ...one, weekday: day }))),
    ])
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-line">
        {weekdays.map((weekday) => (
          <Day key={weekday} {...{ weekday, shifts, onChange, onBlur, errorAt }} />
        ))}
      </ul>
      <div>
        <Button size="small" icon={Copy} onPress={copyMonday}>
          {words.copyMonday}
        </Button>
      </div>
    </div>
  )
}

const Day = ({
  weekday,
  shifts,
  onChange,
  onBlur,
  errorAt,
}: Omit<Props, 'value'> & { weekday: number; shifts: readonly WeeklyShift[] }) => {
  const words = useWords(workforceWords)
  const { language } = useLanguage()
  const name = weekdayName(language, weekday)
  const own = shifts
    .map((shift, index) => ({ shift, index }))
    .filter(({ shift }) => shift.weekday === weekday)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2">
      <span className="w-24 pt-1.5 font-medium first-letter:uppercase">{name}</span>
      <div className="flex min-w-56 flex-1 flex-col gap-2">
        {own.length === 0 && <span className="pt-1.5 text-ink-3">{words.dayOff}</span>}
        {own.map(({ shift, index }) => (
          <Shift
            key={index}
            shift={shift}
            error={errorAt(index)}
            onBlur={onBlur}
            onChange={(changes) =>
              onChange(shifts.map((one, at) => (at === index ? { ...one, ...changes } : one)))
            }
            onRemove={() => onChange(shifts.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <IconButton
        icon={Plus}
        label={words.addShift(name)}
        onPress={() => onChange([...shifts, { weekday, ...next(own.at(-1)?.shift) }])}
      />
    </li>
  )
}

const Shift = (props: {
  readonly shift: WeeklyShift
  readonly error: string | undefined
  readonly onBlur: () => void
  readonly onChange: (changes: Partial<WeeklyShift>) => void
  readonly onRemove: () => void
}) => {
  const words = useWords(workforceWords)
  const { shift, error, onBlur, onChange } = props
  const field = (edge: 'start' | 'end', label: string) => (
    <TimeField
      label={label}
      isLabelHidden
      className="w-20"
      value={shift[edge]}
      onChange={(time) => time && onChange({ [edge]: time })}
      onBlur={onBlur}
    />
  )
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-center gap-2">
        {field('start', words.from)}
        <span aria-hidden className="text-ink-3">
          –
        </span>
        {field('end', words.until)}
        {isOvernight(shift) && <span className="text-ink-2 text-xs">{words.nextDay}</span>}
        <IconButton size="small" icon={X} label={words.removeShift} onPress={props.onRemove} />
      </span>
      <FaultText>{error}</FaultText>
    </div>
  )
}
