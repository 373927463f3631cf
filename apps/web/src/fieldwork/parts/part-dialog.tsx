import type { PartLine } from '@regie/contract/field-log'
import type { FieldPart } from '@regie/contract/fieldwork'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { moneyText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { alongWords } from '../along-words.ts'
import { findParts } from '../find-parts.ts'
import type { PhoneStop } from '../offline/overlay.ts'
import { usePartList } from '../offline/use-parts.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'

export type PartDraft = Pick<PartLine, 'id' | 'label' | 'unit'> & {
  readonly quantity: number | null
}

type Props = {
  readonly stop: PhoneStop
  readonly first: PartDraft
  readonly onClose: () => void
}

/** One line of what was used: typed, or taken from the list. */
export const PartDialog = ({ stop, first, onClose }: Props) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [{ id, label, quantity, unit }, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<PartDraft>) => setDraft((draft) => ({ ...draft, ...change }))
  const send = async () => {
    setTried(true)
    if (!label.trim() || quantity === null) return
    if (await tell({ kind: 'part', partId: id, label, quantity, unit })) onClose()
  }
  return (
    <Dialog
      title={words.addPart}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" onPress={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={words.partLabel}
          value={label}
          onChange={(value) => set({ label: value })}
          error={isTried && !label.trim() ? words.requiredField : undefined}
          maxLength={200}
        />
        <Matches
          typed={label}
          onTake={(part) => set({ label: part.name, unit: part.unit || unit })}
        />
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={words.partQuantity}
            description={words.partZero}
            value={quantity}
            onChange={(value) => set({ quantity: value })}
            error={isTried && quantity === null ? words.requiredField : undefined}
            min={0}
            max={1_000_000}
          />
          <TextField
            label={words.partUnit}
            value={unit}
            onChange={(value) => set({ unit: value })}
            maxLength={20}
            isOptional
          />
        </div>
      </div>
    </Dialog>
  )
}

/** Parts of the list that fit what is typed; gone once one of them is taken. */
const Matches = ({ typed, onTake }: { typed: string; onTake: (part: FieldPart) => void }) => {
  const words = useWords(alongWords)
  const { language } = useLanguage()
  const list = usePartList()
  const found = findParts(list, typed)
  if (found.length === 0) return null
  return (
    <section aria-label={words.fromList} className="-mt-2 flex flex-col gap-1.5">
      {found.map((part) => (
        <Button
          key={part.id}
          className="justify-start! py-1.5 text-left"
          onPress={() => onTake(part)}
        >
          <span className="min-w-0">
            <span className="block break-words">{part.name}</span>
            <span className="nums block font-normal text-ink-2 text-sm">
              {[
                part.reference,
                part.priceCents === null
                  ? part.unit
                  : words.price(moneyText(language, part.priceCents), part.unit),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </Button>
      ))}
    </section>
  )
}
