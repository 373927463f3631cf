// While something is held: what the rules say of every row in sight, a few milliseconds a frame.
import { useEffect, useEffectEvent, useState } from 'react'
import { standingOf } from './api.ts'
import { useBoard } from './board-context.tsx'
import type { DragState, Target } from './engine/drag.ts'
import { type BoardBar, overlaps } from './engine/model.ts'
import type { RowVerdict } from './engine/scene.ts'
import { useRefusalOfRow, useTargetOnto } from './row-target.ts'
import type { RuleBook } from './rule-book.ts'
import type { Standing } from './standing.ts'

const BUDGET_MS = 4

export type HeldVerdict = {
  readonly target: Target | null
  readonly allowed: boolean | null
  /** Not allowed without a word: the reason will be asked for. */
  readonly warned: boolean
  readonly reasons: readonly string[]
  readonly roads: { readonly before: number | null; readonly after: number | null } | null
}

export const NOTHING_HELD: HeldVerdict = {
  target: null,
  allowed: null,
  warned: false,
  reasons: [],
  roads: null,
}

type Question = {
  readonly book: RuleBook
  readonly positionId: string
  readonly standing: readonly Standing[]
  readonly target: Target
  /** The technician whom a row stands for, for what is held; null: nobody, and why. */
  readonly whoIn: (rowId: string) => string | null
  readonly nobody: (rowId: string) => string
}

/** Judges row after row, the one under the pointer first, and hands over what it has after each frame. */
const judgeRows = (
  { book, positionId, standing, target, whoIn, nobody }: Question,
  rowIds: readonly string[],
  tell: (verdicts: ReadonlyMap<string, RowVerdict>) => void,
): (() => void) => {
  const verdicts = new Map<string, RowVerdict>()
  const waiting = rowIds.filter((id) => id !== target.rowId)
  waiting.unshift(target.rowId)
  let frame = 0
  const turn = () => {
    const until = performance.now() + BUDGET_MS
    while (waiting.length > 0 && performance.now() < until) {
      const rowId = waiting.shift() as string
      const technicianId = whoIn(rowId)
      if (!technicianId) {
        verdicts.set(rowId, { enforcement: 'block', lasting: true, reason: nobody(rowId) })
        continue
      }
      const { from, until: ends } = target
      const judged = book.judge(standing, { positionId, technicianId, from, until: ends })
      if (judged) {
        const { enforcement, lasting, reasons } = judged
        verdicts.set(rowId, { enforcement, lasting, reason: reasons[0] ?? '' })
      }
    }
    tell(verdicts)
    if (waiting.length > 0) frame = requestAnimationFrame(turn)
  }
  // What is under the pointer was judged in this frame: the rows begin with the next.
  frame = requestAnimationFrame(turn)
  return () => cancelAnimationFrame(frame)
}

/** The seat that the held thing fills; the id of a bar of ours or of a seat of the backlog. */
const usePositionOf = () => {
  const { byId, open } = useBoard()
  return (state: DragState): string | null => {
    if (state.kind !== 'held') return null
    const { kind, id } = state.grip
    if (kind === 'place') return id
    return byId.get(id)?.positionId ?? open.get(id)?.seats[0].positionId ?? null
  }
}

const NO_CLASH: ReadonlySet<string> = new Set()

/** What stands in the row where the held thing would: outlined before it is dropped upon it. */
const clashesAt = (bars: readonly BoardBar[], target: Target, heldId: string) =>
  new Set(bars.flatMap((bar) => (bar.id !== heldId && overlaps(bar, target) ? [bar.id] : [])))

export const useVerdicts = (state: DragState): HeldVerdict => {
  const { book, board, surface, byId, byRow } = useBoard()
  const onto = useTargetOnto()
  const refusalOfRow = useRefusalOfRow()
  const [held, setHeld] = useState<HeldVerdict>(NOTHING_HELD)
  const positionOf = usePositionOf()
  const target = state.kind === 'held' ? state.target : null
  const resizing = state.kind === 'held' && state.grip.kind.startsWith('resize')
  const ask = useEffectEvent(() => {
    const positionId = positionOf(state)
    if (!target || !positionId || !book || !board) {
      surface.current?.judge(new Map())
      setHeld({ ...NOTHING_HELD, target })
      return undefined
    }
    const standing = standingOf(board)
    const { rowId, from, until } = target
    const bar = state.kind === 'held' ? (byId.get(state.grip.id) ?? null) : null
    const whoIn = (id: string) => onto(bar, { ...target, rowId: id })?.rowId ?? null
    const nobody = refusalOfRow
    const technicianId = whoIn(rowId)
    if (!technicianId) {
      setHeld({ ...NOTHING_HELD, target, allowed: false, reasons: [nobody(rowId)] })
      surface.current?.judge(
        new Map([[rowId, { enforcement: 'block', lasting: true, reason: nobody(rowId) }]]),
      )
      return undefined
    }
    const placement = { positionId, technicianId, from, until }
    const own = book.judge(standing, placement)
    const roads = book.roads(standing, placement)
    const warned = own?.enforcement === 'warn'
    const allowed = own && (own.allowed || warned)
    setHeld({ target, allowed: allowed ?? null, warned, reasons: own?.reasons ?? [], roads })
    const heldId = state.kind === 'held' ? state.grip.id : ''
    const clashes = own?.allowed ? NO_CLASH : clashesAt(byRow.get(rowId) ?? [], target, heldId)
    // A bar that is made longer stays in its row: the others have no say.
    const rows = resizing ? [] : (surface.current?.rowsInSight() ?? [])
    return judgeRows({ book, positionId, standing, target, whoIn, nobody }, rows, (verdicts) =>
      surface.current?.judge(verdicts, clashes),
    )
  })
  const key = target ? `${target.rowId} ${target.from} ${target.until}` : ''
  // A colleague may change what stands there, or archive whoever it is meant for, while it is held.
  const ground = state.kind === 'held' ? board : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each target, told by its key, and each change
  useEffect(() => ask(), [key, state.kind, ground])
  return held
}
