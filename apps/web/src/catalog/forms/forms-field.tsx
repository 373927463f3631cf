import { inLanguage } from '@regie/contract/form-answers'
import { useLanguage } from '../../lib/language.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { useForms } from './api.ts'

type Props = {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly onBlur?: () => void
}

/** Which forms the work fills in. */
export const FormsField = ({ label, value, onChange }: Props) => {
  const { language } = useLanguage()
  const { items } = useForms({ limit: 200 })
  return (
    <MultiSelect
      label={label}
      value={[...value]}
      options={(items ?? []).map(({ id, title }) => ({ id, label: inLanguage(title, language) }))}
      onChange={(ids) => onChange([...ids])}
    />
  )
}
