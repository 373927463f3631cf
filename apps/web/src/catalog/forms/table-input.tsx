import { type AnswerValue, inLanguage } from '@regie/contract/form-answers'
import type { FormField, TableColumn } from '@regie/contract/forms'
import { Plus, Trash2 } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { formWords } from './words.ts'

type Row = Record<string, string | number | null>
type Props = {
  readonly field: Extract<FormField, { kind: 'table' }>
  readonly label: string
  readonly value: AnswerValue
  readonly onChange: (value: AnswerValue) => void
}

/** Rows as cards: a table does not fit under a thumb. */
export const TableInput = ({ field, label, value, onChange }: Props) => {
  const words = useWords(formWords)
  const rows = Array.isArray(value) ? (value as Row[]) : []
  const set = (index: number, key: string, cell: string | number | null) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [key]: cell } : row)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1">{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
        <div key={index} className="flex items-end gap-2 rounded-control border border-line p-2">
          <div className="grid min-w-0 flex-1 grid-cols-2 gap-2">
            {field.columns.map((column) => (
              <Cell
                key={column.key}
                column={column}
                value={row[column.key] ?? null}
                onChange={(cell) => set(index, column.key, cell)}
              />
            ))}
          </div>
          <IconButton
            icon={Trash2}
            label={words.removeRow}
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {rows.length < field.mostRows && (
        <Button
          icon={Plus}
          onPress={() =>
            onChange([...rows, Object.fromEntries(field.columns.map(({ key }) => [key, null]))])
          }
        >
          {words.addRow}
        </Button>
      )}
    </fieldset>
  )
}

const Cell = ({
  column,
  value,
  onChange,
}: {
  column: TableColumn
  value: string | number | null
  onChange: (cell: string | number | null) => void
}) => {
  const words = useWords(formWords)
  const { language } = useLanguage()
  const label = inLanguage(column.label, language)
  if (column.kind === 'number')
    return (
      <NumberField
        label={label}
        isPlain
        unit={column.unit}
        format={{ maximumFractionDigits: 3 }}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    )
  if (column.kind === 'text')
    return (
      <TextField
        label={label}
        value={String(value ?? '')}
        onChange={(text) => onChange(text || null)}
      />
    )
  const options =
    column.kind === 'yes_no'
      ? [
          { id: 'yes', label: words.yes },
          { id: 'no', label: words.no },
          { id: 'na', label: words.na },
        ]
      : column.options.map((option) => ({
          id: option.key,
          label: inLanguage(option.label, language),
        }))
  return (
    <Select
      label={label}
      value={value === null ? null : String(value)}
      options={options}
      onChange={onChange}
    />
  )
}
