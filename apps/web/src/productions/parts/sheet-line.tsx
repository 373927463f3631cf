import type { SheetChange } from '@regie/contract/call-sheet-content'
import type { SheetLine } from '@regie/contract/call-sheet-text'
import { clsx } from 'clsx'
import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { sheetViewWords } from '../sheet-words.ts'

type Props = {
  readonly line: SheetLine
  /** How it differs from what the reader knew. */
  readonly change: SheetChange | undefined
  /** With its hours at the left. */
  readonly isTimed?: boolean
  readonly children?: ReactNode
}

/** One line of a call sheet; what changed says so in a word, and what it was. */
export const SheetLineRow = ({ line, change, isTimed = false, children }: Props) => {
  const words = useWords(sheetViewWords)
  const { part, time, title, details } = line
  const isText = part === 'safety' || part === 'notes'
  return (
    <li
      className={clsx(
        'break-inside-avoid py-2',
        isTimed && 'grid grid-cols-[4.5rem_1fr] gap-x-3 sm:grid-cols-[8rem_1fr]',
        change && '-mx-2 rounded-control border-info border-l-3 bg-info-soft/60 px-2',
      )}
    >
      {isTimed && <span className="nums font-semibold">{time}</span>}
      <div className="min-w-0">
        <p className={clsx('break-words', isText ? 'whitespace-pre-wrap' : 'font-medium')}>
          {title}
          {change && (
            <span className="ml-2 align-middle">
              <Badge tone="info" icon={Sparkles}>
                {words.kinds[change.kind]}
              </Badge>
            </span>
          )}
        </p>
        {details.map((text) => (
          <p key={text} className="whitespace-pre-wrap break-words text-ink-2">
            {text}
          </p>
        ))}
        {change?.kind === 'changed' && (
          <p className="mt-0.5 break-words text-[0.8125rem] text-ink-2">{words.was(change.was)}</p>
        )}
        {children}
      </div>
    </li>
  )
}
