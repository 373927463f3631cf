import type { FormField, LocalText } from '@regie/contract/forms'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { KeyedList } from './keyed-list.tsx'
import { formWords } from './words.ts'

type Props = {
  readonly field: FormField
  readonly errorAt: (path: string) => string | undefined
  readonly onChange: (field: FormField) => void
}

/** Everything about one field. */
export const FieldEditor = ({ field, errorAt, onChange }: Props) => {
  const words = useWords(formWords)
  const set = (change: object) => onChange({ ...field, ...change } as FormField)
  return (
    <div className="flex flex-col gap-3">
      <LabelFields
        label={field.label}
        error={errorAt('label')}
        onChange={(label) => set({ label })}
      />
      <TextField
        label={words.key}
        value={field.key}
        error={errorAt('key')}
        onChange={(key) => set({ key })}
      />
      {field.kind !== 'computed' && (
        <Checkbox
          label={words.required}
          value={field.required}
          onChange={(required) => set({ required })}
        />
      )}
      <KindFields field={field} errorAt={errorAt} set={set} />
      <TextField
        label={words.visibleWhen}
        description={words.visibleHelp}
        value={field.visibleWhen}
        error={errorAt('visibleWhen')}
        onChange={(visibleWhen) => set({ visibleWhen })}
      />
      <TextField
        label={words.helpFr}
        value={field.help.fr}
        rows={2}
        onChange={(fr) => set({ help: { ...field.help, fr } })}
      />
    </div>
  )
}

export const LabelFields = ({
  label,
  error,
  onChange,
}: {
  label: LocalText
  error: string | undefined
  onChange: (label: LocalText) => void
}) => {
  const words = useWords(formWords)
  return (
    <>
      <TextField
        label={words.labelFr}
        value={label.fr}
        error={error}
        onChange={(fr) => onChange({ ...label, fr })}
      />
      <TextField
        label={words.labelEn}
        value={label.en}
        onChange={(en) => onChange({ ...label, en })}
      />
    </>
  )
}

type KindProps = Omit<Props, 'onChange'> & { readonly set: (change: object) => void }

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case for each kind, none longer than a few lines
const KindFields = ({ field, errorAt, set }: KindProps) => {
  const words = useWords(formWords)
  switch (field.kind) {
    case 'yes_no':
      return (
        <>
          <Select
            label={words.expected}
            value={field.expected}
            options={[
              { id: 'none', label: words.any },
              { id: 'yes', label: words.yes },
              { id: 'no', label: words.no },
            ]}
            onChange={(expected) => set({ expected })}
          />
          <TextField
            label={words.advice}
            value={field.advice.fr}
            onChange={(fr) => set({ advice: { ...field.advice, fr } })}
          />
        </>
      )
    case 'number':
    case 'reading':
      return (
        <>
          <div className="grid grid-cols-2 gap-3">
            <TextField label={words.unit} value={field.unit} onChange={(unit) => set({ unit })} />
            <NumberField
              label={words.decimals}
              value={field.decimals}
              min={0}
              max={6}
              onChange={(decimals) => set({ decimals: decimals ?? 0 })}
            />
            <NumberField label={words.min} value={field.min} onChange={(min) => set({ min })} />
            <NumberField
              label={words.max}
              value={field.max}
              error={errorAt('max')}
              onChange={(max) => set({ max })}
            />
          </div>
          <RangeFields field={field} errorAt={errorAt} set={set} />
          <TextField
            label={words.attribute}
            value={field.attribute}
            onChange={(attribute) => set({ attribute })}
          />
        </>
      )
    case 'computed':
      return (
        <>
          <TextField
            label={words.expression}
            value={field.expression}
            rows={3}
            error={errorAt('expression')}
            onChange={(expression) => set({ expression })}
          />
          <div className="grid grid-cols-2 gap-3">
            <TextField label={words.unit} value={field.unit} onChange={(unit) => set({ unit })} />
            <NumberField
              label={words.decimals}
              value={field.decimals}
              min={0}
              max={6}
              onChange={(decimals) => set({ decimals: decimals ?? 0 })}
            />
          </div>
          <RangeFields field={field} errorAt={errorAt} set={set} />
        </>
      )
    case 'choice':
      return (
        <>
          <Checkbox
            label={words.multiple}
            value={field.multiple}
            onChange={(multiple) => set({ multiple })}
          />
          <KeyedList
            label={words.options}
            add={words.addOption}
            items={field.options}
            onChange={(options) => set({ options })}
          />
        </>
      )
    case 'table':
      return (
        <KeyedList
          label={words.columns}
          add={words.addColumn}
          items={field.columns}
          onChange={(columns) =>
            set({
              columns: columns.map((column) => ({
                kind: 'text',
                unit: '',
                options: [],
                required: false,
                ...column,
              })),
            })
          }
        />
      )
    case 'text':
      return <Checkbox label={words.long} value={field.long} onChange={(long) => set({ long })} />
    case 'photo':
      return (
        <NumberField
          label={words.most}
          value={field.most}
          min={1}
          max={20}
          onChange={(most) => set({ most: most ?? 1 })}
        />
      )
    case 'signature':
      return null
    default:
      return field satisfies never
  }
}

const RangeFields = ({
  field,
  errorAt,
  set,
}: KindProps & { field: Extract<FormField, { range: unknown }> }) => {
  const words = useWords(formWords)
  const { range } = field
  const change = (part: object) => set({ range: { ...range, ...part } })
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.low}
          value={range.low}
          error={errorAt('range.low')}
          onChange={(low) => change({ low })}
        />
        <TextField
          label={words.high}
          value={range.high}
          error={errorAt('range.high')}
          onChange={(high) => change({ high })}
        />
      </div>
      <TextField
        label={words.adviceLow}
        description={words.adviceHelp}
        rows={2}
        value={range.adviceLow.fr}
        error={errorAt('range.adviceLow.fr')}
        onChange={(fr) => change({ adviceLow: { ...range.adviceLow, fr } })}
      />
      <TextField
        label={words.adviceHigh}
        rows={2}
        value={range.adviceHigh.fr}
        error={errorAt('range.adviceHigh.fr')}
        onChange={(fr) => change({ adviceHigh: { ...range.adviceHigh, fr } })}
      />
    </>
  )
}
