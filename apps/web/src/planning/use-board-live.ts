// Keeps the board true: patched by every event; what only the server can compute is asked for a moment later, and only
// for the rows concerned.
import type { Assignment } from '@regie/contract/planning'
import { getBoard, getProblem } from '@regie/contract/planning'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../lib/call.ts'
import { useLive } from '../lib/live.tsx'
import { useCached } from '../lib/server-state.tsx'
import { assignmentEventNames, type Range, workEventNames } from './api.ts'
import { markPublished, markSeen, putRows } from './patch-board.ts'
import type { Planner } from './planner.ts'

const SETTLE_MS = 900
/** Who holds what the rules read off the board itself; the rest of what they know changes slowly. */
const RULES_SETTLE_MS = 6000
/** Seats and names of the work come and go with it, and an import makes thousands. */
const WORK_SETTLE_MS = 2500
/** More rows than that are asked for as a whole: their names alone would fill an address. */
const MOST_ROWS = 60

/** Roads and hours of the rows that changed, and of those who share their work. */
const useRowsSettling = (range: Range, planner: Planner) => {
  const cached = useCached()
  const waiting = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef(range)
  latest.current = range
  const ask = useCallback(async () => {
    const ids = [...waiting.current]
    waiting.current.clear()
    const asked = latest.current
    if (ids.length > MOST_ROWS) return cached.refresh(getBoard)
    try {
      const rows = await call(getBoard, { query: { ...asked, technicianId: ids } })
      cached.set(getBoard, { query: asked }, (board) =>
        putRows(board, rows, new Set(ids), (id) => planner.writer.isPending(id)),
      )
    } catch {
      cached.refresh(getBoard)
    }
  }, [cached, planner])
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return useCallback(
    (technicianIds: readonly string[]) => {
      for (const id of technicianIds) waiting.current.add(id)
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => void ask(), SETTLE_MS)
    },
    [ask],
  )
}

/** Asked anew once after many calls. */
const useSettling = (endpoint: typeof getProblem | typeof getBoard, afterMs: number) => {
  const cached = useCached()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      cached.refresh(endpoint)
    }, afterMs)
  }, [cached, endpoint, afterMs])
}

type Told = { assignment: Assignment; previous?: { technicianId: string } }

/** Returns what asks for everything anew, for changes that come without events of their own. */
export const useBoardLive = (range: Range, planner: Planner): (() => void) => {
  const cached = useCached()
  const settleRows = useRowsSettling(range, planner)
  const settleRules = useSettling(getProblem, RULES_SETTLE_MS)
  const settleWork = useSettling(getBoard, WORK_SETTLE_MS)
  useLive(workEventNames, settleWork)
  useLive(assignmentEventNames, ({ payload, by }) => {
    const { assignment, previous } = payload as Told
    const crew = cached
      .get(getBoard, { query: range })
      ?.bars.filter(
        ({ workOrderId, id }) =>
          id === assignment.id || (assignment.seats > 1 && workOrderId === assignment.workOrderId),
      )
    planner.writer.hear(assignment, by.name)
    settleRows([
      assignment.technicianId,
      ...(previous ? [previous.technicianId] : []),
      ...(crew ?? []).map(({ technicianId }) => technicianId),
    ])
    settleRules()
  })
  useLive(['assignments_published'], ({ payload, at }) => {
    const ids = payload.assignmentIds as readonly string[]
    cached.set(getBoard, { query: range }, (board) => markPublished(board, ids, at))
    settleRows([payload.technicianId as string])
  })
  useLive(['changes_seen'], ({ payload }) => {
    const ids = payload.assignmentIds as readonly string[]
    cached.set(getBoard, { query: range }, (board) =>
      markSeen(board, payload.technicianId as string, ids),
    )
  })
  return useCallback(() => cached.refresh(getBoard, getProblem), [cached])
}
