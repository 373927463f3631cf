import type { FileEncoding, ImportDraft, ImportKind, Separator } from '@regie/contract/integrations'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { importWords } from '../words.ts'

export type ReadingChange = Partial<
  Pick<ImportDraft, 'kind' | 'encoding' | 'separator' | 'hasHeader' | 'choices'>
>

const kinds: readonly ImportKind[] = ['sites', 'technicians', 'work-orders']
const encodings: readonly FileEncoding[] = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'macintosh',
]
const separators = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Record<Separator, string>

/** What was detected, to be corrected where it is wrong. */
export const ReadingCard = (props: {
  draft: ImportDraft
  isDisabled: boolean
  onChange: (change: ReadingChange) => void
}) => {
  const words = useWords(importWords)
  const { draft, isDisabled, onChange } = props
  return (
    <Card title={words.howRead}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label={words.kind}
          value={draft.kind}
          isDisabled={isDisabled}
          options={kinds.map((id) => ({ id, label: words.kinds[id] }))}
          onChange={(kind) => onChange({ kind })}
        />
        <Select
          label={words.encoding}
          value={draft.encoding}
          isDisabled={isDisabled}
          options={encodings.map((id) => ({ id, label: words.encodings[id] }))}
          onChange={(encoding) => onChange({ encoding })}
        />
        <Select
          label={words.separator}
          value={draft.separator}
          isDisabled={isDisabled}
          options={(Object.keys(separators) as Separator[]).map((id) => ({
            id,
            label: words.separators[separators[id]],
          }))}
          onChange={(separator) => onChange({ separator })}
        />
      </div>
      <div className="mt-3 flex flex-col gap-2">
        <Checkbox
          label={words.hasHeader}
          value={draft.hasHeader}
          isDisabled={isDisabled}
          onChange={(hasHeader) => onChange({ hasHeader })}
        />
        {draft.kind === 'technicians' && (
          <Checkbox
            label={words.createMissing}
            value={draft.choices.createMissing}
            isDisabled={isDisabled}
            onChange={(createMissing) => onChange({ choices: { createMissing } })}
          />
        )}
      </div>
    </Card>
  )
}
