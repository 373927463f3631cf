import type { AuditEntry } from '@regie/contract/identity'
import { Braces } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { auditWords } from '../settings-words.ts'
import { useAuditSentence } from './audit-sentence.ts'

export const AuditList = ({ pages, empty }: { pages: Pages<AuditEntry>; empty: ReactNode }) => {
  const words = useWords(auditWords)
  const clock = useClock()
  const sentenceOf = useAuditSentence()
  const [shown, setShown] = useState<AuditEntry | null>(null)
  const columns: readonly Column<AuditEntry>[] = [
    {
      id: 'when',
      header: words.when,
      from: 'sm',
      cell: ({ at }) => (
        <time dateTime={at} className="nums whitespace-nowrap text-ink-2">
          {clock.dateTime(at)}
        </time>
      ),
    },
    {
      id: 'who',
      header: words.who,
      width: '15rem',
      from: 'sm',
      cell: ({ by }) => (
        <span className="flex items-center gap-2.5">
          <Avatar name={by.name || words.program} size="small" />
          <span className="truncate">{by.name || words.program}</span>
        </span>
      ),
    },
    {
      id: 'what',
      header: words.what,
      isMain: true,
      cell: (entry) => (
        <span className="block max-sm:py-1.5">
          <span className="block text-[0.8125rem] text-ink-2 sm:hidden">
            {clock.dateTime(entry.at)}
          </span>
          <span className="font-medium sm:hidden">{entry.by.name || words.program} </span>
          {sentenceOf(entry)}
        </span>
      ),
    },
    {
      id: 'details',
      header: words.details,
      isHeaderHidden: true,
      width: '3rem',
      align: 'end',
      cell: (entry) => (
        <IconButton size="small" icon={Braces} label={words.open} onPress={() => setShown(entry)} />
      ),
    },
  ]
  return (
    <>
      <Table
        label={words.title}
        columns={columns}
        pages={pages}
        rowKey={({ id }) => id}
        empty={empty}
      />
      <Dialog
        title={words.technical}
        isOpen={shown !== null}
        onClose={() => setShown(null)}
        width="medium"
      >
        <pre className="overflow-x-auto rounded-control bg-sunken p-3 text-[0.8125rem] leading-relaxed">
          {shown && JSON.stringify(shown, null, 2)}
        </pre>
      </Dialog>
    </>
  )
}
