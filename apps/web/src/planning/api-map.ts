// Server state of the map beside the board.
import { getMapSettings, listBacklogPoints } from '@regie/contract/board-map'
import { refreshOn } from '../lib/live.tsx'
import { useRead } from '../lib/server-state.tsx'

refreshOn(
  [
    'assignment_created',
    'assignment_removed',
    'assignment_declined',
    'work_order_created',
    'work_order_changed',
    'work_order_moved',
    'run_applied',
    'priority_changed',
  ],
  [listBacklogPoints],
)

export const useMapSettings = () => useRead(getMapSettings, {}, { staleMs: 3_600_000 })
export const useBacklogPoints = () => useRead(listBacklogPoints, {}, { staleMs: 60_000 })
