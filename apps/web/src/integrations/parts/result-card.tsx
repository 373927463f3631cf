import type { ImportDraft, ImportResult } from '@regie/contract/integrations'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { inOrder, type Noun } from '../in-order.ts'
import { importWords } from '../words.ts'

const lists = {
  sites: '/sites',
  technicians: '/technicians',
  'work-orders': '/work-orders',
} as const
const listOf: Readonly<Record<string, string>> = { ...lists, clients: '/clients' }

/** What the import did, with the ways to it. */
export const ResultCard = ({ draft, result }: { draft: ImportDraft; result: ImportResult }) => {
  const words = useWords(importWords)
  return (
    <Card title={words.resultTitle}>
      <ul className="grid gap-3 sm:grid-cols-3">
        {inOrder(result.tallies).map(([noun, tally]) => (
          <li key={noun} className="rounded-control border border-line px-4 py-3">
            <Name noun={noun} />
            <p className="nums mt-1 font-semibold text-2xl">
              {tally.created + tally.updated + tally.unchanged}
            </p>
            <p className="nums text-ink-2">
              {words.created(tally.created)} · {words.updated(tally.updated)} ·{' '}
              {words.unchanged(tally.unchanged)}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-col gap-2">
        {result.skippedLines > 0 && <Note tone="warn">{words.skipped(result.skippedLines)}</Note>}
        {result.geocoding > 0 && <Note>{words.geocoding(result.geocoding)}</Note>}
        {result.geocoding === 0 && result.withoutPosition > 0 && (
          <Note tone="warn">
            {words.withoutPosition(result.withoutPosition)}.{' '}
            <Link to="/sites?position=missing" className="font-medium underline">
              {words.showThem}
            </Link>
          </Note>
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Link to={lists[draft.kind]} className={buttonClass({ tone: 'primary', size: 'medium' })}>
          {words.showThem}
        </Link>
        <Link to="/imports" className={buttonClass({ tone: 'plain', size: 'medium' })}>
          {words.again}
        </Link>
      </div>
    </Card>
  )
}

const Name = ({ noun }: { noun: Noun }) => {
  const words = useWords(importWords)
  const name = words.nouns[noun]
  const to = listOf[noun]
  return to ? (
    <Link to={to} className="font-medium text-accent hover:underline">
      {name}
    </Link>
  ) : (
    <span className="font-medium">{name}</span>
  )
}
