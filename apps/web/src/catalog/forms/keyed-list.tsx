import type { LocalText } from '@regie/contract/forms'
import { Plus, Trash2 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { formWords } from './words.ts'

type Keyed = { readonly key: string; readonly label: LocalText }
type Props<T extends Keyed> = {
  readonly label: string
  readonly add: string
  readonly items: readonly T[]
  readonly onChange: (items: (T | Keyed)[]) => void
}

/** Choices of a field, columns of a table: a key and words in both languages each. */
export const KeyedList = <T extends Keyed>({ label, add, items, onChange }: Props<T>) => {
  const words = useWords(formWords)
  const set = (index: number, change: Partial<Keyed>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...change } : item)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: keys are being typed
        <div key={index} className="flex items-end gap-1.5">
          <TextField
            label={words.key}
            isLabelHidden={index > 0}
            value={item.key}
            onChange={(key) => set(index, { key })}
          />
          <TextField
            label="FR"
            isLabelHidden={index > 0}
            value={item.label.fr}
            onChange={(fr) => set(index, { label: { ...item.label, fr } })}
          />
          <TextField
            label="EN"
            isLabelHidden={index > 0}
            value={item.label.en}
            onChange={(en) => set(index, { label: { ...item.label, en } })}
          />
          <IconButton
            size="small"
            icon={Trash2}
            label={words.remove}
            isDisabled={items.length === 1}
            onPress={() => onChange(items.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        className="self-start"
        onPress={() =>
          onChange([...items, { key: `k${items.length + 1}`, label: { fr: '', en: '' } }])
        }
      >
        {add}
      </Button>
    </fieldset>
  )
}
