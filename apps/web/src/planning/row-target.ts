// Where a drop leads: a row of work keeps whoever does it, and takes nothing that is not its own.
import type { Bar } from '@regie/contract/planning'
import { useMemo } from 'react'
import { useWords } from '../lib/language.tsx'
import { useBoard } from './board-context.tsx'
import type { Target } from './engine/drag.ts'
import { technicianOfRow } from './engine/row-id.ts'
import { rowWords } from './row-words.ts'

/** Whose row it is, if they work here no more. */
const useGoneFrom = () => {
  const { board } = useBoard()
  const gone = useMemo(
    () => new Map(board?.technicians.flatMap((one) => (one.archived ? [[one.id, one.name]] : []))),
    [board],
  )
  return (rowId: string): string | null => gone.get(technicianOfRow(rowId) ?? '') ?? null
}

/** The target with the technician for its row; null where a drop on that row means nothing. `bar` null: from the backlog. */
export const useTargetOnto = () => {
  const { rowOfBar } = useBoard()
  const goneFrom = useGoneFrom()
  return (bar: Bar | null, target: Target): Target | null => {
    if (goneFrom(target.rowId) !== null) return null
    const technicianId = technicianOfRow(target.rowId)
    if (technicianId) return { ...target, rowId: technicianId }
    return bar && rowOfBar(bar) === target.rowId ? { ...target, rowId: bar.technicianId } : null
  }
}

/** Why a drop on a row means nothing. */
export const useRefusalOfRow = (): ((rowId: string) => string) => {
  const words = useWords(rowWords)
  const { view } = useBoard()
  const goneFrom = useGoneFrom()
  return (rowId) => {
    const gone = goneFrom(rowId)
    return gone === null ? words.refusals[view.rows] : words.archived(gone)
  }
}
