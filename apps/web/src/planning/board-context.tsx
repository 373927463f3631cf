// One board at a time: what it shows, what is selected, and what the planner may do with it.
import { getBoard } from '@regie/contract/planning'
import { type Reason, reasonSentence } from '@regie/contract/planning-reasons'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useClock } from '../lib/clock.ts'
import { useLanguage, useWords } from '../lib/language.tsx'
import { useCached } from '../lib/server-state.tsx'
import { useCan, useSession } from '../lib/session.tsx'
import type { Language } from '../lib/words.ts'
import { refusalToast } from './deed-refusal.ts'
import { showDeed } from './deed-toast.ts'
import type { BoardSurface } from './engine/surface.ts'
import { History } from './history.ts'
import { type Seat, ThoughtBetter } from './plan-writer.ts'
import { Planner } from './planner.ts'
import { useAskWhy } from './use-ask-why.ts'
import { useBoardData, useBoardLive, useMinute, useRuleBook } from './use-board-data.ts'
import { planningWords } from './words.ts'

export type Selection =
  | { readonly kind: 'bar'; readonly id: string }
  | { readonly kind: 'item'; readonly workOrderId: string }
  | null

const sentencesOf = (
  reasons: readonly Reason[],
  { language, zone, names }: { language: Language; zone: string; names: Record<string, string> },
): string[] => [
  ...new Set(reasons.map((one) => reasonSentence(one, { language, timeZone: zone, names }))),
]

const histories = new Map<string, History>()

/** The history outlives the screen: one can look at another day and still undo. */
const historyOf = (organizationId: string): History => {
  const known = histories.get(organizationId) ?? new History()
  histories.set(organizationId, known)
  return known
}

const useHistory = () => {
  const { organization } = useSession()
  const [history] = useState(() => historyOf(organization.id))
  const state = useSyncExternalStore(history.watch, history.get)
  return { history, state }
}

/** Does, undoes and redoes; every refusal becomes a toast that says why. */
const useDeeds = (range: { from: string; until: string }) => {
  const words = useWords(planningWords)
  const { language } = useLanguage()
  const clock = useClock()
  const cached = useCached()
  const { history, state } = useHistory()
  const { book, names } = useRuleBook(range)
  const [spoken, say] = useState('')
  const { question, askWhy } = useAskWhy()
  const latest = useRef({ range, words, language, zone: clock.zone, names })
  latest.current = { range, words, language, zone: clock.zone, names }
  const winners = useRef<Planner | null>(null)
  const refuse = useEffectEvent((error: unknown, id: string) => {
    if (error instanceof ThoughtBetter) return say(words.cancelled)
    const winner = winners.current?.writer.winner(id)
    const toast = refusalToast(error, { words, language, clock, names, winner })
    say([toast.title, toast.text].filter(Boolean).join('. '))
    showDeed(toast)
  })
  const goBack = useEffectEvent(async (which: 'undo' | 'redo') => {
    try {
      const deed = await history[which]()
      if (!deed) return
      const title = which === 'undo' ? words.undone(deed.label) : words.redone(deed.label)
      say(title)
      showDeed({ tone: 'info', title })
    } catch (error) {
      if (error instanceof ThoughtBetter) return say(words.cancelled)
      const toast = refusalToast(error, { words, language, clock, names, winner: undefined })
      showDeed({ ...toast, title: words.undoFailed, text: `${toast.title}. ${toast.text ?? ''}` })
    }
  })
  const done = useEffectEvent((label: string) => {
    say(label)
    const undo = { label: words.undo, run: () => void goBack('undo') }
    showDeed({ tone: 'good', title: label, action: undo })
  })
  const [planner] = useState(
    () =>
      new Planner({
        history,
        read: () => cached.get(getBoard, { query: latest.current.range }),
        write: (change) => cached.set(getBoard, { query: latest.current.range }, change),
        words: () => latest.current.words,
        askWhy: (reasons) => askWhy(sentencesOf(reasons, latest.current)),
        done: (label) => done(label),
      }),
  )
  winners.current = planner
  const attempt = useCallback((id: string, deed: Promise<unknown>) => {
    deed.catch((error: unknown) => refuse(error, id))
  }, [])
  const [back] = useState(() => ({
    undo: () => void goBack('undo'),
    redo: () => void goBack('redo'),
  }))
  return { planner, attempt, ...back, history: state, book, names, spoken, say, question, askWhy }
}

const useBoardState = () => {
  const data = useBoardData()
  const deeds = useDeeds(data.range)
  const settle = useBoardLive(data.range, deeds.planner)
  const can = useCan()
  const now = useMinute()
  const [selection, select] = useState<Selection>(null)
  const surface = useRef<BoardSurface | null>(null)
  const heldSeat = useRef<Seat | null>(null)
  const selectedBar = selection?.kind === 'bar' ? (data.byId.get(selection.id) ?? null) : null
  return {
    ...data,
    ...deeds,
    settle,
    now,
    mayPlan: can('planning.write'),
    // Somebody took it away meanwhile: nothing is selected any more.
    selection: selection?.kind === 'bar' && !selectedBar ? null : selection,
    selectedBar,
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
