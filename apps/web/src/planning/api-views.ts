// Server state of looking at the board: its load, the views that are kept, the files one takes away.
import { exportCsv, exportIcs, exportXlsx } from '@regie/contract/board-exports'
import {
  chooseDefaultView,
  createView,
  getLoad,
  listViews,
  removeView,
  restoreView,
  updateView,
} from '@regie/contract/board-views'
import { addressOf } from '../lib/call.ts'
import { refreshOn } from '../lib/live.tsx'
import { useAct, useRead } from '../lib/server-state.tsx'
import { assignmentEventNames, type Range } from './api.ts'
import { type BoardView, filterNames } from './board-view.ts'

refreshOn(['board_view_changed'], [listViews])
refreshOn(
  [
    ...assignmentEventNames,
    'run_applied',
    'technician_created',
    'technician_changed',
    'technician_archived',
    'absence_changed',
    'days_told',
    'absence_removed',
    'availability_changed',
  ],
  [getLoad],
)

const given = <K extends keyof BoardView>(view: BoardView, names: readonly K[]) =>
  Object.fromEntries(
    names.filter((name) => view[name] !== undefined).map((name) => [name, view[name]]),
  ) as { [P in K]?: NonNullable<BoardView[P]> }

export const useLoad = (range: Range, view: BoardView) => {
  const people = given(view, ['technician', 'team', 'skill'])
  return useRead(
    getLoad,
    { query: { ...range, ...people, by: view.by } },
    { keepPrevious: true, staleMs: 60_000 },
  )
}

export const useViews = () => useRead(listViews, {}, { staleMs: 60_000 })
export const useCreateView = () => useAct(createView, { invalidates: [listViews] })
export const useUpdateView = () => useAct(updateView, { invalidates: [listViews] })
export const useRemoveView = () => useAct(removeView, { invalidates: [listViews] })
export const useRestoreView = () => useAct(restoreView, { invalidates: [listViews] })
export const useChooseDefaultView = () => useAct(chooseDefaultView, { invalidates: [listViews] })

const files = { csv: exportCsv, xlsx: exportXlsx, ics: exportIcs } as const
export type FileKind = keyof typeof files

/** Where the browser saves the visible range from, with the very filters of the screen. */
export const fileAddress = (kind: FileKind, range: Range, view: BoardView): string =>
  addressOf(files[kind], {
    query: { ...range, rows: view.rows, ...given(view, filterNames) },
  })
