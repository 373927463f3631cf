import { CloudUpload, PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import { makeId } from '../../lib/id.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { numberText } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { fieldworkWords } from '../words.ts'
import { PartDialog, type PartDraft } from './part-dialog.tsx'

/** What was used, beginning with what was to be brought: one tap takes it over. */
export const PartsUsed = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const { language } = useLanguage()
  const [draft, setDraft] = useState<PartDraft | null>(null)
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
