// One board at a time: what it shows, what is selected, and what the planner may do with it.
import type { BacklogItem } from '@regie/contract/planning-backlog'
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ProblemError } from '../lib/problem.ts'
import { useCan } from '../lib/session.tsx'
import { NO_OVERLAYS, type Overlays } from './engine/overlays.ts'
import type { BoardSurface } from './engine/surface.ts'
import { barOf } from './from-contract.ts'
import { overtaken } from './overtaken.ts'
import { isSamePlace } from './patch-board.ts'
import type { Seat, Writing } from './plan-writer.ts'
import { placeOf } from './planner.ts'
import type { Suggestion } from './rule-book-places.ts'
import { useBoardData } from './use-board-data.ts'
import { useBoardLive } from './use-board-live.ts'
import { useDeeds } from './use-deeds.ts'
import { useSuggestions, warmthOf } from './use-heat.ts'
import { usePicked } from './use-picked.ts'
import { usePresence } from './use-presence.ts'
import { useProposal } from './use-proposal.ts'
import { useShownRun } from './use-shown-run.ts'

export type Selection =
  | { readonly kind: 'bar'; readonly id: string }
  /** Seats of a crew that nobody has, by the id of their bar. */
  | { readonly kind: 'open'; readonly id: string }
  /** `item`: as it was when it was selected, where the list beside the board may not have read it. */
  | { readonly kind: 'item'; readonly workOrderId: string; readonly item?: BacklogItem }
  | null

/** What is shown over the plan: best slots, a proposal, colleagues, what is picked together. */
const useOverlays = (shown: Omit<Overlays, 'heat'> & { heat: readonly Suggestion[] }): Overlays => {
  const { picked, heat, moves, colleagues } = shown
  return useMemo(
    () =>
      picked.size + heat.length + moves.length + colleagues.length === 0
        ? NO_OVERLAYS
        : { picked, heat: warmthOf(heat), moves, colleagues },
    [picked, heat, moves, colleagues],
  )
}

/** Colleagues' changes glide; what was in our hand is taken out of it, and `overtake` is told. */
const useHeard = (surface: RefObject<BoardSurface | null>) => {
  const overtake = useRef<(problem: ProblemError, id: string) => void>(() => undefined)
  const heard = useCallback<Writing['heard'] & {}>(
    (now, before, by) => {
      const { drag } = surface.current ?? {}
      const state = drag?.get()
      const isHeld = state?.kind === 'held' && state.grip.id === now.id
      // What stands elsewhere now is not dropped where its former place led to.
      if (isHeld && before && !isSamePlace(now, before)) {
        drag?.cancel()
        overtake.current(overtaken(now, by), now.id)
      }
      surface.current?.glide(now.id, before ? placeOf(before) : null)
    },
    [surface],
  )
  return { heard, overtake }
}

const useBoardState = () => {
  const data = useBoardData()
  const can = useCan()
  const mayPlan = can('planning.write')
  const surface = useRef<BoardSurface | null>(null)
  const heldSeat = useRef<Seat | null>(null)
  const shownRun = useShownRun({ ...data, mayPlan })
  const proposal = useProposal(shownRun.runId)
  const { heard, overtake } = useHeard(surface)
  const deeds = useDeeds({ range: data.range, runs: shownRun.atWork, heard })
  overtake.current = (problem, id) => deeds.attempt(id, Promise.reject(problem))
  const settle = useBoardLive(data.range, deeds)
  const [selection, select] = useState<Selection>(null)
  const [askedSeat, askFor] = useState<string | null>(null)
  const suggestions = useSuggestions({ ...data, ...deeds }, askedSeat)
  const picking = usePicked(data.byId)
  const presence = usePresence(data, mayPlan)
  const overlays = useOverlays({
    picked: picking.picked,
    heat: suggestions,
    moves: proposal.ghosts,
    colleagues: presence.colleagues,
  })
  const selectedBar = selection?.kind === 'bar' ? (data.byId.get(selection.id) ?? null) : null
  const selectedOpen = selection?.kind === 'open' ? (data.open.get(selection.id) ?? null) : null
  const { rowOfBar } = data
  /** What is selected, in the row it stands in. */
  const standing = useMemo(
    () =>
      selectedBar
        ? { ...barOf(selectedBar), rowId: rowOfBar(selectedBar) }
        : (selectedOpen?.bar ?? null),
    [selectedBar, selectedOpen, rowOfBar],
  )
  return {
    ...data,
    ...deeds,
    ...shownRun,
    ...picking,
    ...presence,
    // biome-ignore lint/correctness/useExhaustiveDependencies: made anew only when a part of it changed
    proposal: useMemo(() => proposal, Object.values(proposal)),
    overlays,
    askedSeat,
    askFor,
    suggestions,
    settle,
    mayPlan,
    // Somebody took it away meanwhile: nothing is selected any more.
    selection: selection && selection.kind !== 'item' && !standing ? null : selection,
    selectedBar,
    selectedOpen,
    standing,
    select,
    surface,
    heldSeat,
  }
}

export type BoardState = ReturnType<typeof useBoardState>

const Context = createContext<BoardState | null>(null)

export const BoardProvider = ({ children }: { children: ReactNode }) => {
  const state = useBoardState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew only when something shown changed
  const value = useMemo(() => state, Object.values(state))
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export const useBoard = (): BoardState => {
  const state = useContext(Context)
  if (!state) throw new Error('useBoard stands outside a BoardProvider')
  return state
}
