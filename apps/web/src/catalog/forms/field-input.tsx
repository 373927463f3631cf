import { type AnswerValue, inLanguage } from '@regie/contract/form-answers'
import type { FormField } from '@regie/contract/forms'
import { Camera } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { TableInput } from './table-input.tsx'
import { formWords } from './words.ts'

type Props = {
  readonly field: Exclude<FormField, { kind: 'computed' }>
  readonly value: AnswerValue
  readonly isReadOnly: boolean
  readonly onChange: (value: AnswerValue) => void
  readonly photos?: (
    field: Extract<FormField, { kind: 'photo' }>,
    value: readonly string[],
  ) => ReactNode
}

/** What one answers with, by the kind of field. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each kind, none longer than a few lines
export const FieldInput = ({ field, value, isReadOnly, onChange, photos }: Props) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const label = `${inLanguage(field.label, language)}${field.required ? ' *' : ''}`
  switch (field.kind) {
    case 'yes_no':
      return (
        <fieldset className="flex flex-col gap-1.5" disabled={isReadOnly}>
          <legend className="mb-1.5">{label}</legend>
          <Segmented
            label={label}
            value={String(value ?? '')}
            choices={[
              { id: 'yes', label: words.yes },
              { id: 'no', label: words.no },
              { id: 'na', label: words.na },
            ]}
            onChange={onChange}
          />
        </fieldset>
      )
    case 'number':
    case 'reading':
      return (
        <NumberField
          label={label}
          value={typeof value === 'number' ? value : null}
          unit={field.unit}
          format={{ maximumFractionDigits: Math.max(field.decimals, 3) }}
          isReadOnly={isReadOnly}
          onChange={onChange}
        />
      )
    case 'text':
      return (
        <TextField
          label={label}
          value={typeof value === 'string' ? value : ''}
          rows={field.long ? 4 : 1}
          isReadOnly={isReadOnly}
          onChange={(text) => onChange(text || null)}
        />
      )
    case 'choice':
      return (
        <Choice
          field={field}
          label={label}
          value={value}
          isReadOnly={isReadOnly}
          onChange={onChange}
        />
      )
    case 'table':
      return <TableInput field={field} label={label} value={value} onChange={onChange} />
    case 'signature':
      return (
        <div className="flex flex-col gap-2">
          <TextField
            label={`${label} : ${words.name}`}
            value={isSigned(value) ? value.name : ''}
            onChange={(name) => onChange({ name, strokes: isSigned(value) ? value.strokes : [] })}
          />
          <SignaturePad
            label={label}
            onChange={(strokes) => onChange({ name: isSigned(value) ? value.name : '', strokes })}
          />
        </div>
      )
    case 'photo': {
      const ids = Array.isArray(value) ? (value as string[]) : []
      return (
        <div className="flex flex-col gap-2">
          <p>{label}</p>
          {photos ? (
            photos(field, ids)
          ) : (
            <Camera aria-label={words.photosHere} className="size-8 text-ink-3" />
          )}
        </div>
      )
    }
    default:
      return field satisfies never
  }
}

type Signed = Extract<AnswerValue, { name: string }>
const isSigned = (value: AnswerValue): value is Signed =>
  typeof value === 'object' && value !== null && 'strokes' in value

const Choice = ({
  field,
  label,
  value,
  isReadOnly,
  onChange,
}: Omit<Props, 'field' | 'photos'> & {
  field: Extract<FormField, { kind: 'choice' }>
  label: string
}) => {
  const { language } = useLanguage()
  const options = field.options.map((option) => ({
    id: option.key,
    label: inLanguage(option.label, language),
  }))
  if (!field.multiple)
    return (
      <Select
        label={label}
        value={typeof value === 'string' ? value : null}
        options={options}
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
    )
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <fieldset disabled={isReadOnly} className="flex flex-col gap-1">
      <legend>{label}</legend>
      {options.map(({ id, label: text }) => (
        <Checkbox
          key={id}
          label={text}
          value={chosen.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  )
}
