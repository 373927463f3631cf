// Does, undoes and redoes; every refusal becomes a toast that says why.
import { getBoard } from '@regie/contract/planning-board'
import { type Reason, reasonSentence } from '@regie/contract/planning-reasons'
import type { Run } from '@regie/contract/planning-runs'
import { useCallback, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { useClock } from '../lib/clock.ts'
import { useLanguage, useWords } from '../lib/language.tsx'
import { useCached } from '../lib/server-state.tsx'
import { useSession } from '../lib/session.tsx'
import type { Clock } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'
import { refusalToast } from './deed-refusal.ts'
import { showDeed } from './deed-toast.ts'
import { doingWords } from './doing-words.ts'
import type { Target } from './engine/drag.ts'
import { GroupPlanner } from './group-planner.ts'
import { History } from './history.ts'
import { type PlanWriter, ThoughtBetter, type Writing } from './plan-writer.ts'
import { Planner } from './planner.ts'
import { useAskWhy } from './use-ask-why.ts'
import { useRuleBook } from './use-board-data.ts'
import { planningWords } from './words.ts'

type Range = { readonly from: string; readonly until: string }
type Names = Readonly<Record<string, string>>

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

const sentencesOf = (
  reasons: readonly Reason[],
  { language, zone, names }: { language: Language; zone: string; names: Names },
): string[] => [
  ...new Set(reasons.map((one) => reasonSentence(one, { language, timeZone: zone, names }))),
]

const isPlannedBy = (run: Run, { from, until }: Target, clock: Clock): boolean =>
  from < Date.parse(clock.dayBounds(run.until).until) &&
  until > Date.parse(clock.dayBounds(run.from).from)

/** One after the other, each with one full stop. */
const sentences = (texts: readonly (string | undefined)[]): string =>
  texts.flatMap((text) => (text ? [text.replace(/\.$/, '')] : [])).join('. ')

type Telling = {
  readonly history: History
  readonly names: Names
  readonly runs: readonly Run[]
  readonly say: (text: string) => void
  readonly winnerOf: (id: string) => string | undefined
}

/** What was done, undone or refused, in words and with a way back. */
const useTelling = ({ history, names, runs, say, winnerOf }: Telling) => {
  const words = useWords(planningWords)
  const doing = useWords(doingWords)
  const { language } = useLanguage()
  const clock = useClock()
  const toastOf = (error: unknown, winner?: string) =>
    refusalToast(error, { words, language, clock, names, winner })
  const refuse = useEffectEvent((error: unknown, id: string) => {
    if (error instanceof ThoughtBetter) return say(words.cancelled)
    const toast = toastOf(error, winnerOf(id))
    say(sentences([toast.title, toast.text]))
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
      const toast = toastOf(error)
      say(sentences([words.undoFailed, toast.title]))
      showDeed({ ...toast, title: words.undoFailed, text: `${toast.title}. ${toast.text ?? ''}` })
    }
  })
  const done = useEffectEvent((label: string, places: readonly Target[]) => {
    // A run plans these days: it may be overtaken by what was just done.
    const isPlanned = places.some((place) => runs.some((run) => isPlannedBy(run, place, clock)))
    const warning = isPlanned ? { text: doing.together.running } : {}
    say([label, warning.text].filter(Boolean).join('. '))
    const undo = { label: words.undo, run: () => void goBack('undo') }
    showDeed({ tone: isPlanned ? 'info' : 'good', title: label, ...warning, action: undo })
  })
  // Kept for good: what is behind them is always the latest.
  const [told] = useState(() => {
    // Ctrl+Z pressed twice undoes two deeds, one after the other.
    let line: Promise<unknown> = Promise.resolve()
    const inLine = (which: 'undo' | 'redo') => () => {
      line = line.then(() => goBack(which))
    }
    return {
      refuse: (error: unknown, id: string) => refuse(error, id),
      done: (label: string, places: readonly Target[]) => done(label, places),
      undo: inLine('undo'),
      redo: inLine('redo'),
    }
  })
  return { ...told, words, doing }
}

type Around = {
  readonly range: Range
  /** At work on the days shown. */
  readonly runs: readonly Run[]
  readonly heard: Writing['heard'] & {}
}

export const useDeeds = ({ range, runs, heard }: Around) => {
  const { language } = useLanguage()
  const { zone } = useClock()
  const cached = useCached()
  const { history, state } = useHistory()
  const { book, names } = useRuleBook(range)
  const [spoken, say] = useState('')
  const { question, askWhy } = useAskWhy()
  const writer = useRef<PlanWriter | null>(null)
  const winnerOf = (id: string) => writer.current?.winner(id)
  const telling = useTelling({ history, names, runs, say, winnerOf })
  const { words, doing, refuse, done, undo, redo } = telling
  const latest = useRef({ range, words, doing, language, zone, names })
  latest.current = { range, words, doing, language, zone, names }
  const [planners] = useState(() => {
    const planner = new Planner({
      heard,
      history,
      done,
      read: () => cached.get(getBoard, { query: latest.current.range }),
      write: (change) => cached.set(getBoard, { query: latest.current.range }, change),
      words: () => latest.current.words,
      askWhy: (reasons) => askWhy(sentencesOf(reasons, latest.current)),
    })
    const groupWords = () => latest.current.doing.group
    return { planner, group: new GroupPlanner({ history, groupWords, done }, planner.writer) }
  })
  writer.current = planners.planner.writer
  const attempt = useCallback(
    (id: string, deed: Promise<unknown>) => {
      deed.catch((error: unknown) => refuse(error, id))
    },
    [refuse],
  )
  const told = { undo, redo, attempt, spoken, say, question, askWhy }
  return { ...planners, ...told, record: history, history: state, book, names }
}
