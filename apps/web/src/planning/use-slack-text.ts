// The time kept free before a visit, in words.
import type { Bar } from '@regie/contract/planning'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import { slackBefore } from './engine/gaps.ts'
import { barOf } from './from-contract.ts'
import { tellingWords } from './telling-words.ts'

/** Null for the first visit of a tour, and where two overlap. */
export const useSlackText = (bar: Bar | null): string | null => {
  const words = useWords(tellingWords)
  const { bars, board } = useBoard()
  if (!bar) return null
  const own = bars
    .filter(({ technicianId }) => technicianId === bar.technicianId)
    .map(barOf)
    .sort((a, b) => a.from - b.from)
  const minutes = slackBefore(own, bar.id)
  return minutes === null || minutes < 0
    ? null
    : words.slack(minutes, board?.pace.bufferMinutes ?? 0)
}
