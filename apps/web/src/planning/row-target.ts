// Where a drop leads: a row of work keeps whoever does it, and takes nothing that is not its own.
import type { Bar } from '@regie/contract/planning'
import { useBoard } from './board-context.tsx'
import type { BoardView } from './board-view.ts'
import type { Target } from './engine/drag.ts'
import { technicianOfRow } from './engine/row-id.ts'
import type { RowWords } from './row-words.ts'

/** The target with the technician for its row; null where a drop on that row means nothing. `bar` null: from the backlog. */
export const useTargetOnto = () => {
  const { rowOfBar } = useBoard()
  return (bar: Bar | null, target: Target): Target | null => {
    const technicianId = technicianOfRow(target.rowId)
    if (technicianId) return { ...target, rowId: technicianId }
    return bar && rowOfBar(bar) === target.rowId ? { ...target, rowId: bar.technicianId } : null
  }
}

export const refusalOfRow = (words: RowWords, grouping: BoardView['rows']): string =>
  words.refusals[grouping]
