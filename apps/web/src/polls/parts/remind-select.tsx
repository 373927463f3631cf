import { useWords } from '../../lib/language.tsx'
import { Select } from '../../ui/select.tsx'
import { pollWords } from '../words.ts'

type Props = {
  readonly value: number | null
  readonly onChange: (hours: number | null) => void
  readonly isDisabled?: boolean
}

const hours = { none: null, h12: 12, h24: 24, h48: 48 } as const
type Key = keyof typeof hours

/** How long before the deadline those who are silent are asked again. */
export const RemindSelect = ({ value, onChange, isDisabled = false }: Props) => {
  const words = useWords(pollWords)
  const keys = Object.keys(hours) as Key[]
  return (
    <Select<Key>
      label={words.remind}
      value={keys.find((key) => hours[key] === value) ?? 'none'}
      options={keys.map((id) => ({ id, label: words.reminds[id] }))}
      isDisabled={isDisabled}
      onChange={(key) => key && onChange(hours[key])}
    />
  )
}
