import type { Rhythm } from '@regie/contract/recurrence'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { monthNames, weekdayNames } from '../calendar-names.ts'
import { seriesWords } from '../series-words.ts'

type Props = {
  readonly value: Rhythm
  readonly onChange: (value: Rhythm) => void
  readonly error?: string | undefined
}

const kinds = ['weekly', 'monthly_weekday', 'monthly_day', 'yearly', 'spread'] as const
const nths = ['1', '2', '3', '4', '-1'] as const

/** A rhythm to begin with when another kind is chosen. */
const fresh: Readonly<Record<Rhythm['kind'], Rhythm>> = {
  weekly: { kind: 'weekly', every: 1, weekdays: [1] },
  monthly_weekday: { kind: 'monthly_weekday', every: 1, nth: 1, weekday: 1 },
  monthly_day: { kind: 'monthly_day', every: 1, day: 1 },
  yearly: { kind: 'yearly', month: 1, day: 15 },
  spread: { kind: 'spread', visits: 2 },
}

/** How often: the kind of rhythm, and what that kind wants to know. */
export const RhythmFields = ({ value, onChange, error }: Props) => {
  const words = useWords(seriesWords)
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Select
        label={words.rhythm}
        className="w-full sm:w-64"
        value={value.kind}
        error={error}
        options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
        onChange={(kind) => kind && kind !== value.kind && onChange(fresh[kind])}
      />
      <Details value={value} onChange={onChange} />
    </div>
  )
}

/** A whole number of the rhythm. */
const Count = ({
  label,
  field,
  max,
  unit,
  value,
  onChange,
}: Props & { label: string; field: 'every' | 'day' | 'visits'; max: number; unit?: string }) => (
  <NumberField
    label={label}
    className="w-40"
    value={(value as unknown as Record<string, number>)[field] ?? 1}
    min={1}
    max={max}
    {...(unit ? { unit } : {})}
    onChange={(next) => onChange({ ...value, [field]: next ?? 1 } as Rhythm)}
  />
)

const numbered = (names: readonly string[]) =>
  names.map((label, index) => ({ id: String(index + 1), label }))

const Details = (props: Props) => {
  const { value } = props
  const words = useWords(seriesWords)
  switch (value.kind) {
    case 'weekly':
      return <Weekly {...props} />
    case 'monthly_weekday':
      return <NthWeekday {...props} />
    case 'monthly_day':
      return (
        <>
          <Count {...props} label={words.dayOfMonth} field="day" max={31} />
          <Count {...props} label={words.everyMonths} field="every" max={24} unit={words.months} />
        </>
      )
    case 'yearly':
      return <Yearly {...props} />
    case 'spread':
      return <Count {...props} label={words.visitsASeason} field="visits" max={366} />
    default:
      return value satisfies never
  }
}

const Weekly = (props: Props) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const { value, onChange } = props
  if (value.kind !== 'weekly') return null
  return (
    <>
      <Count {...props} label={words.everyWeeks} field="every" max={52} unit={words.weeks} />
      <MultiSelect
        label={words.weekdays}
        className="w-full sm:w-64"
        value={value.weekdays.map(String)}
        options={numbered(weekdayNames(language))}
        onChange={(days) =>
          onChange({ ...value, weekdays: days.map(Number).toSorted((a, b) => a - b) })
        }
      />
    </>
  )
}

const NthWeekday = (props: Props) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const { value, onChange } = props
  if (value.kind !== 'monthly_weekday') return null
  return (
    <>
      <Select
        label={words.nth}
        className="w-28"
        value={String(value.nth) as (typeof nths)[number]}
        options={nths.map((id) => ({ id, label: words.nths[id] }))}
        onChange={(nth) => onChange({ ...value, nth: Number(nth) as typeof value.nth })}
      />
      <Select
        label={words.weekday}
        className="w-36"
        value={String(value.weekday)}
        options={numbered(weekdayNames(language))}
        onChange={(next) => onChange({ ...value, weekday: Number(next) })}
      />
      <Count {...props} label={words.everyMonths} field="every" max={24} unit={words.months} />
    </>
  )
}

const Yearly = (props: Props) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const { value, onChange } = props
  if (value.kind !== 'yearly') return null
  return (
    <>
      <Count {...props} label={words.day} field="day" max={31} />
      <Select
        label={words.month}
        className="w-40"
        value={String(value.month)}
        options={numbered(monthNames(language))}
        onChange={(month) => onChange({ ...value, month: Number(month) })}
      />
    </>
  )
}
