// Bars that break a rule as they stand: worked out when the browser has nothing better to do.
import type { Bar, Board } from '@regie/contract/planning'
import { useEffect, useState } from 'react'
import { standingOf } from './api.ts'
import { useBoard } from './board-context.tsx'
import type { RuleBook } from './rule-book.ts'

const NONE: ReadonlySet<string> = new Set()
const BUDGET_MS = 6
const PAUSE_MS = 30

const breaks = (book: RuleBook, standing: ReturnType<typeof standingOf>, bar: Bar): boolean => {
  const from = Date.parse(bar.startsAt)
  const until = Date.parse(bar.endsAt)
  const { positionId, technicianId } = bar
  const judged = book.judge(standing, { positionId, technicianId, from, until })
  // What somebody answered for is marked as theirs, not as a fault nobody has seen.
  return judged?.enforcement === 'block' || (judged?.enforcement === 'warn' && !bar.override)
}

const judgeAll = (
  book: RuleBook,
  board: Board,
  tell: (found: ReadonlySet<string>) => void,
): (() => void) => {
  const standing = standingOf(board)
  // What has begun is past judging.
  const waiting = board.bars.filter(({ state }) => state === 'offered' || state === 'accepted')
  const found = new Set<string>()
  let timer: ReturnType<typeof setTimeout>
  const turn = () => {
    const until = performance.now() + BUDGET_MS
    while (waiting.length > 0 && performance.now() < until) {
      const bar = waiting.pop()
      if (bar && breaks(book, standing, bar)) found.add(bar.id)
    }
    if (waiting.length > 0) timer = setTimeout(turn, PAUSE_MS)
    else tell(found)
  }
  timer = setTimeout(turn, 200)
  return () => clearTimeout(timer)
}

export const useConflicts = (): ReadonlySet<string> => {
  const { book, board } = useBoard()
  const [conflicts, setConflicts] = useState(NONE)
  useEffect(() => {
    if (!book || !board) return undefined
    return judgeAll(book, board, (found) =>
      setConflicts((before) => (before.size === 0 && found.size === 0 ? before : found)),
    )
  }, [book, board])
  return conflicts
}
