import type { PartLine } from '@regie/contract/field-log'
import { CloudUpload, PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { makeId } from '../../lib/id.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { fieldworkWords } from '../words.ts'

type Draft = Pick<PartLine, 'id' | 'label' | 'unit'> & { readonly quantity: number | null }

/** What was used, beginning with what was to be brought: one tap takes it over. */
export const PartsUsed = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const { language } = useLanguage()
  const [draft, setDraft] = useState<Draft | null>(null)
  const used = new Set(stop.work.parts.map(({ label }) => label))
  const suggested = stop.products.filter(({ label }) => !used.has(label))
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col">
        {stop.work.parts.map((part) => (
          <li
            key={part.id}
            className="flex items-center gap-2 border-line border-b last:border-b-0"
          >
            <span className="min-w-0 flex-1 break-words py-2">
              <span className="nums font-semibold">
                {[numberText(language, part.quantity), part.unit].filter(Boolean).join(' ')}
              </span>{' '}
              {part.label}
            </span>
            {stop.unsent.has(part.entry.id) && (
              <CloudUpload aria-label={words.unsent} className="size-5 text-warn" />
            )}
            <IconButton icon={PenLine} label={words.editPart} onPress={() => setDraft(part)} />
          </li>
        ))}
      </ul>
      {suggested.map(({ label, quantity, unit }) => (
        <Button
          key={label}
          icon={Plus}
          className="justify-start text-left"
          onPress={() =>
            setDraft({ id: makeId(), label, quantity: quantity ?? 1, unit: unit ?? '' })
          }
        >
          {[quantity, unit, label].filter(Boolean).join(' ')}
        </Button>
      ))}
      <Button
        icon={Plus}
        onPress={() => setDraft({ id: makeId(), label: '', quantity: 1, unit: '' })}
      >
        {words.addPart}
      </Button>
      {draft && <PartDialog stop={stop} first={draft} onClose={() => setDraft(null)} />}
    </div>
  )
}

type DialogProps = {
  readonly stop: PhoneStop
  readonly first: Draft
  readonly onClose: () => void
}

const PartDialog = ({ stop, first, onClose }: DialogProps) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const [{ id, label, quantity, unit }, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
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
          onChange={(value) => setDraft((draft) => ({ ...draft, label: value }))}
          error={isTried && !label.trim() ? words.requiredField : undefined}
          maxLength={200}
        />
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={words.partQuantity}
            description={words.partZero}
            value={quantity}
            onChange={(value) => setDraft((draft) => ({ ...draft, quantity: value }))}
            error={isTried && quantity === null ? words.requiredField : undefined}
            min={0}
            max={1_000_000}
          />
          <TextField
            label={words.partUnit}
            value={unit}
            onChange={(value) => setDraft((draft) => ({ ...draft, unit: value }))}
            maxLength={20}
            isOptional
          />
        </div>
      </div>
    </Dialog>
  )
}
