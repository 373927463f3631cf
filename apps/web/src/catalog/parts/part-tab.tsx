import type { CatalogPart } from '@regie/contract/parts'
import { Package } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { moneyText } from '../../lib/words.ts'
import { useArchivePart, useParts } from '../api.ts'
import { partWords } from '../part-words.ts'
import { EntryList } from './entry-list.tsx'
import { PartDialog } from './part-dialog.tsx'

export const PartTab = () => {
  const words = useWords(partWords)
  const { language } = useLanguage()
  const [isArchived, setArchived] = useState(false)
  const [edited, setEdited] = useState<CatalogPart | 'new' | null>(null)
  const { actAsync: archive } = useArchivePart()
  return (
    <>
      <EntryList
        label={words.parts}
        permission="catalog.write"
        read={useParts(isArchived)}
        isArchived={isArchived}
        onArchivedChange={setArchived}
        add={words.newPart}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onArchive={({ id, version }, archived) =>
          archive({ params: { partId: id }, body: { version, archived } })
        }
        empty={{ icon: Package, title: words.noParts, text: words.noPartsText }}
        render={({ name, reference, unit, priceCents }) => (
          <span className="flex items-baseline gap-3">
            <span className="min-w-0 flex-1 truncate">
              {name} {reference && <span className="text-ink-3">{reference}</span>}
            </span>
            <span className={priceCents === null ? 'text-ink-3' : 'nums'}>
              {priceCents === null
                ? words.noPrice
                : words.per(moneyText(language, priceCents), unit)}
            </span>
          </span>
        )}
      />
      {edited && (
        <PartDialog
          {...(edited === 'new' ? {} : { part: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
