import { useLanguage, useWords } from '../../lib/language.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { monthNames } from '../calendar-names.ts'
import { seriesWords } from '../series-words.ts'

type Props = {
  readonly label: string
  /** `MM-DD` */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A day of any year. */
export const MonthDayField = ({ label, value, onChange, error }: Props) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const [month, day] = [Number(value.slice(0, 2)), Number(value.slice(3))]
  return (
    <div className="flex items-end gap-2">
      <NumberField
        label={label}
        className="w-24"
        value={day}
        min={1}
        max={31}
        error={error}
        onChange={(next) => onChange(`${two(month)}-${two(next ?? 1)}`)}
      />
      <Select
        label={words.month}
        isLabelHidden
        className="w-36"
        value={String(month)}
        options={monthNames(language).map((name, index) => ({
          id: String(index + 1),
          label: name,
        }))}
        onChange={(next) => onChange(`${two(Number(next))}-${two(day)}`)}
      />
    </div>
  )
}
