// Assisted planning: the best places for what is selected, worked out by the rules in the browser at once.
import type { Board } from '@regie/contract/planning'
import { useMemo } from 'react'
import { standingOf } from './api.ts'
import type { HeatSlot } from './engine/overlays.ts'
import type { RuleBook } from './rule-book.ts'
import type { Suggestion } from './rule-book-places.ts'

const MOST = 20

export const warmthOf = (slots: readonly Suggestion[]): HeatSlot[] => {
  const costs = slots.map(({ cost }) => cost)
  const [least, most] = [Math.min(...costs), Math.max(...costs)]
  const range = most - least || 1
  return slots.map(({ technicianId, from, until, cost }) => ({
    rowId: technicianId,
    from,
    until,
    warmth: 1 - (cost - least) / range,
  }))
}

const NONE: readonly Suggestion[] = []

type Around = { readonly book: RuleBook | null; readonly board: Board | undefined }

/** Up to twenty places, the best first; none while the rules are read. */
export const useSuggestions = (
  { book, board }: Around,
  positionId: string | null,
): readonly Suggestion[] =>
  useMemo(() => {
    if (!book || !board || !positionId) return NONE
    // Nobody can be sent into the past, whatever the rules say of it.
    return book.suggest(standingOf(board), positionId, { count: MOST, notBefore: Date.now() })
  }, [book, board, positionId])
