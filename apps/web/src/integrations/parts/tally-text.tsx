import type { Tallies } from '@regie/contract/integrations'
import { useWords } from '../../lib/language.tsx'
import { inOrder } from '../in-order.ts'
import { importWords } from '../words.ts'

/** « Sites : 547 nouveaux · Clients : 311 nouveaux » */
export const TallyText = ({ tallies }: { tallies: Tallies }) => {
  const words = useWords(importWords)
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {inOrder(tallies).map(([noun, { created, updated, unchanged }]) => {
        const parts = [
          created > 0 && words.created(created),
          updated > 0 && words.updated(updated),
          unchanged > 0 && words.unchanged(unchanged),
        ].filter(Boolean)
        if (parts.length === 0) return null
        return (
          <span key={noun} className="nums whitespace-nowrap">
            <span className="text-ink-2">{words.nouns[noun]} </span>
            {parts.join(', ')}
          </span>
        )
      })}
    </span>
  )
}
