import type { Address } from '@regie/contract/kernel'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'
import { TextField } from './text-field.tsx'

const addressWords = defineWords({
  fr: { line: 'Adresse', postcode: 'Code postal', city: 'Ville' },
  en: { line: 'Address', postcode: 'Postcode', city: 'Town' },
})

type Props = {
  readonly value: Partial<Address> | null
  readonly onChange: (value: Partial<Address>) => void
  readonly onBlur?: () => void
}

/** Street, postcode and town of one address. */
export const AddressFields = ({ value, onChange, onBlur = () => undefined }: Props) => {
  const words = useWords(addressWords)
  const field = (name: 'line' | 'postcode' | 'city') => ({
    label: words[name],
    isOptional: true,
    value: value?.[name] ?? '',
    onChange: (text: string) => onChange({ ...value, [name]: text }),
    onBlur,
  })
  return (
    <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1.5fr]">
      <TextField {...field('line')} />
      <TextField {...field('postcode')} inputMode="numeric" />
      <TextField {...field('city')} />
    </div>
  )
}
