import type { Bar } from '@regie/contract/planning'
import { useMemo } from 'react'
import { standingOf } from './api.ts'
import { useBoard } from './board-context.tsx'

const NONE: readonly string[] = []

/** The rules a bar breaks where it stands, in sentences; none for what has begun or cannot be judged. */
export const useStandingVerdict = (bar: Bar | null): readonly string[] => {
  const { book, board } = useBoard()
  return useMemo(() => {
    if (!bar || !book || !board || !['offered', 'accepted'].includes(bar.state)) return NONE
    const from = Date.parse(bar.startsAt)
    const until = Date.parse(bar.endsAt)
    const placement = { positionId: bar.positionId, technicianId: bar.technicianId, from, until }
    return book.judge(standingOf(board), placement)?.reasons ?? NONE
  }, [bar, book, board])
}
