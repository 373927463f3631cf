import type { SheetVersion } from '@regie/contract/call-sheets'
import { FileText, History } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { paperAddress } from '../api-sheets.ts'
import { sheetDeskWords } from '../sheet-desk-words.ts'

type Props = { readonly projectId: string; readonly versions: readonly SheetVersion[] }

/** Every version there was, the newest first; each can still be read. */
export const SheetVersions = ({ projectId, versions }: Props) => {
  const words = useWords(sheetDeskWords)
  const clock = useClock()
  if (versions.length === 0)
    return (
      <Card>
        <EmptyState icon={History} title={words.noVersions} text={words.noVersionsText} />
      </Card>
    )
  return (
    <Card isFlush>
      <ul className="divide-y divide-line/60">
        {versions.map(({ number, publishedAt, publishedBy, note, told }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-semibold">{words.versionNumber(number)}</span>
                <span className="text-ink-2">
                  {' · '}
                  {clock.dateTime(publishedAt)} · {publishedBy} · {words.publishedText(told)}
                </span>
              </p>
              {note && <p className="mt-0.5 whitespace-pre-wrap break-words">{note}</p>}
            </div>
            <a
              className={buttonClass({ size: 'small' })}
              href={paperAddress(projectId, { number })}
              target="_blank"
              rel="noreferrer"
            >
              <FileText aria-hidden className="size-4" />
              {words.pdfAll}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
