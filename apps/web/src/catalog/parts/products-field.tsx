import type { RequiredProduct } from '@regie/contract/catalog'
import { Plus, X } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { catalogWords } from '../words.ts'

type Draft = Partial<RequiredProduct> & { readonly label: string }

type Props = {
  readonly value: readonly Draft[] | null
  readonly onChange: (value: Draft[]) => void
  readonly onBlur: () => void
  readonly errorAt: (index: number, field: keyof RequiredProduct) => string | undefined
}

/** Material to bring, one line each. */
export const ProductsField = ({ value, onChange, onBlur, errorAt }: Props) => {
  const words = useWords(catalogWords)
  const products = value ?? []
  const set = (index: number, changes: Partial<RequiredProduct>) =>
    onChange(products.map((one, at) => (at === index ? { ...one, ...changes } : one)))
  return (
    <div className="flex flex-col gap-2">
      {products.length === 0 && <p className="text-ink-2">{words.noProducts}</p>}
      {products.map((one, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={index}
          className="grid grid-cols-[1fr_5rem_auto] items-start gap-2 sm:grid-cols-[1fr_8rem_6rem_auto]"
        >
          <TextField
            label={words.product}
            isLabelHidden
            className="col-span-3 sm:col-span-1"
            placeholder={words.product}
            value={one.label}
            onChange={(label) => set(index, { label })}
            onBlur={onBlur}
            error={errorAt(index, 'label')}
          />
          <NumberField
            label={words.quantity}
            isLabelHidden
            min={0}
            value={one.quantity ?? 1}
            onChange={(quantity) => set(index, { quantity: quantity ?? 0 })}
            onBlur={onBlur}
            error={errorAt(index, 'quantity')}
          />
          <TextField
            label={words.unit}
            isLabelHidden
            isOptional
            placeholder={words.unit}
            value={one.unit ?? ''}
            onChange={(unit) => set(index, { unit })}
            onBlur={onBlur}
          />
          <IconButton
            icon={X}
            label={words.remove}
            onPress={() => onChange(products.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={Plus}
          onPress={() => onChange([...products, { label: '', quantity: 1 }])}
        >
          {words.addProduct}
        </Button>
      </div>
    </div>
  )
}
