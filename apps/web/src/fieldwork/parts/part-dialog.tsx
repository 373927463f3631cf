import type { PartLine } from '@regie/contract/field-log'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'
import { PartMatches } from './part-matches.tsx'

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
        <PartMatches
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
