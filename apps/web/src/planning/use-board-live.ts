// Keeps the board true: patched by every event; what only the server can compute is asked for a moment later, and only
// for the rows concerned.
import type { LiveEvent } from '@regie/contract/kernel'
import type { Assignment, Board } from '@regie/contract/planning'
import { getProblem } from '@regie/contract/planning'
import { getBoard } from '@regie/contract/planning-board'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../lib/call.ts'
import { useLive, useLiveState } from '../lib/live.tsx'
import { toProblem } from '../lib/problem.ts'
import { useCached } from '../lib/server-state.tsx'
import { assignmentEventNames, type Range, rowEventNames, workEventNames } from './api.ts'
import { markPublished, markSeen, putRows } from './patch-board.ts'
import type { Planner } from './planner.ts'
import type { RuleBook } from './rule-book.ts'

const SETTLE_MS = 900
/** Who holds what the rules read off the board itself; the rest of what they know changes slowly. */
const RULES_SETTLE_MS = 6000
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
    } catch (error) {
      // Without a line there is nobody to ask: these rows wait until it is back.
      if (toProblem(error).mayRetry) for (const id of ids) waiting.current.add(id)
      else cached.refresh(getBoard)
    }
  }, [cached, planner])
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return useCallback(
    (technicianIds: readonly string[]) => {
      for (const id of technicianIds) waiting.current.add(id)
      if (waiting.current.size === 0) return
      // Not put off by what comes after it: where something always happens it would never be asked.
      timer.current ??= setTimeout(() => {
        timer.current = null
        void ask()
      }, SETTLE_MS)
    },
    [ask],
  )
}

const useRulesSettling = () => {
  const cached = useCached()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      cached.refresh(getProblem)
    }, RULES_SETTLE_MS)
  }, [cached])
}

/** The rows that show what an event tells of; where nobody has the work, any row's answer brings the open seats. */
const rowsOf = (board: Board, { payload }: Pick<LiveEvent, 'payload'>): readonly string[] => {
  const { technicianId, workOrderId, siteId } = payload as Record<string, string | undefined>
  if (technicianId) return [technicianId]
  const shown = board.bars.filter((bar) =>
    workOrderId ? bar.workOrderId === workOrderId : bar.siteId === siteId,
  )
  const anybody = board.technicians.slice(0, 1).map(({ id }) => id)
  return shown.length > 0 ? shown.map((bar) => bar.technicianId) : workOrderId ? anybody : []
}

/** Only then may work be planned that could not before, or the other way round. */
const opensOrCloses = ({ name, payload }: Pick<LiveEvent, 'name' | 'payload'>): boolean =>
  name !== 'work_order_moved' ||
  ['requested', 'cancelled'].some((state) => state === payload.from || state === payload.to)

type Told = { assignment: Assignment; previous?: { technicianId: string } }

type Around = { readonly planner: Planner; readonly book: RuleBook | null }

/** Returns what asks for everything anew, for changes that come without events of their own. */
export const useBoardLive = (range: Range, { planner, book }: Around): (() => void) => {
  const cached = useCached()
  const settleRows = useRowsSettling(range, planner)
  const settleRules = useRulesSettling()
  const line = useLiveState()
  useEffect(() => {
    if (line === 'open') settleRows([])
  }, [line, settleRows])
  useLive([...rowEventNames, ...workEventNames], (event) => {
    const board = cached.get(getBoard, { query: range })
    if (board) settleRows(rowsOf(board, event))
  })
  useLive(workEventNames, (event) => {
    if (opensOrCloses(event)) settleRules()
  })
  useLive(assignmentEventNames, ({ payload, by }) => {
    const { assignment, previous } = payload as Told
    const crew = cached
      .get(getBoard, { query: range })
      ?.bars.filter(
        ({ workOrderId, id }) =>
          id === assignment.id || (assignment.seats > 1 && workOrderId === assignment.workOrderId),
      )
    planner.writer.hear(assignment, by.name, by.memberId === null)
    settleRows([
      assignment.technicianId,
      ...(previous ? [previous.technicianId] : []),
      ...(crew ?? []).map(({ technicianId }) => technicianId),
    ])
    const [from, until] = [Date.parse(assignment.startsAt), Date.parse(assignment.endsAt)]
    if (!book?.knows({ ...assignment, from, until })) settleRules()
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
