// Writing new hours of phases, saying what came of it, and taking it back.
import { reasonSentence } from '@regie/contract/planning-reasons'
import type { PhaseMove, PhasesMoved } from '@regie/contract/production-timeline'
import type { Phase, Production } from '@regie/contract/productions'
import { useRef, useState } from 'react'
import { useClock } from '../lib/clock.ts'
import { useLanguage, useWords } from '../lib/language.tsx'
import { showProblem, showToast } from '../ui/toast-queue.ts'
import { useMovePhases } from './api-timeline.ts'
import { backOf, movesOf } from './timeline-moves.ts'
import type { Pending } from './timeline-rows.ts'
import { timelineWords } from './timeline-words.ts'

/** The others stand in the note above the chart. */
const MOST_NAMES = 2

export const useTimelineActs = ({ project, phases }: Pick<Production, 'project' | 'phases'>) => {
  const words = useWords(timelineWords)
  const { language } = useLanguage()
  const { zone } = useClock()
  const move = useMovePhases(project.id)
  /** Shown until the server has said what is so. */
  const [written, setWritten] = useState<Pending>(new Map())
  const last = useRef<PhaseMove[] | null>(null)
  const send = (moves: readonly PhaseMove[]) =>
    move.actAsync({ params: { projectId: project.id }, body: { moves: [...moves], crew: true } })

  const stayedText = ({ stayed }: PhasesMoved): string => {
    const why = ({ said, reasons }: PhasesMoved['stayed'][number]) => {
      const [first] = reasons
      return first ? reasonSentence(first, { language, timeZone: zone, names: {} }) : said
    }
    const names = stayed
      .slice(0, MOST_NAMES)
      .map((one) => words.because(one.technicianName, why(one)))
    const rest = stayed.length - names.length
    if (rest > 0) names.push(words.others(rest))
    return stayed.length > 0 ? words.stayed(names.join(', ')) : ''
  }
  const undo = () => {
    const back = last.current
    if (!back) return
    last.current = null
    send(back).then((answer) => {
      const text = stayedText(answer)
      showToast({ tone: text ? 'info' : 'good', title: words.undone, ...(text && { text }) })
    }, showProblem)
  }
  const write = (pending: Pending, before: readonly Phase[]) => {
    const moves = movesOf(before, pending)
    setWritten(pending)
    send(moves)
      .then((answer) => {
        last.current = backOf(moves, before, answer.production.phases)
        const text = [words.followed(answer.followed), stayedText(answer)].filter(Boolean).join(' ')
        showToast({
          tone: answer.stayed.length > 0 ? 'info' : 'good',
          title: words.moved(moves.length),
          ...(text && { text }),
          action: { label: words.undo, run: undo },
        })
      }, showProblem)
      .finally(() => setWritten(new Map()))
  }
  return { written, undo, write: (pending: Pending) => write(pending, phases) }
}
