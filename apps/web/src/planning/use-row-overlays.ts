// What is shown over the plan speaks of technicians: here it finds the rows that stand for them.
import { useMemo } from 'react'
import { useBoard } from './board-context.tsx'
import type { Target } from './engine/drag.ts'
import { NO_OVERLAYS, type Overlays } from './engine/overlays.ts'
import { technicianOfRow } from './engine/row-id.ts'

export const useRowOverlays = (): Overlays => {
  const { overlays, rows, view } = useBoard()
  return useMemo(() => {
    if (overlays === NO_OVERLAYS || view.rows === 'technician' || view.rows === 'team')
      return overlays
    const rowOf = new Map<string, string>()
    for (const { id } of rows) {
      const technicianId = technicianOfRow(id)
      if (technicianId && !rowOf.has(technicianId)) rowOf.set(technicianId, id)
    }
    // Rows of work stand for nobody: a place for somebody has none there.
    const onRow = <T extends Target>(place: T): T | null => {
      const rowId = rowOf.get(place.rowId)
      return rowId ? { ...place, rowId } : null
    }
    return {
      ...overlays,
      heat: overlays.heat.flatMap((slot) => onRow(slot) ?? []),
      moves: overlays.moves.map((move) => ({
        ...move,
        from: move.from && onRow(move.from),
        to: move.to && onRow(move.to),
      })),
    }
  }, [overlays, rows, view.rows])
}
