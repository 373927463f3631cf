// Why a deed was refused, in the planner's words: the rules broken, or the colleague who was first.
import type { Assignment } from '@regie/contract/planning'
import { type Reason, reasonSentence } from '@regie/contract/planning-reasons'
import { type ProblemError, toProblem } from '../lib/problem.ts'
import type { Clock } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'
import type { ToastContent } from '../ui/toast-queue.ts'
import type { PlanningWords } from './words.ts'

type Telling = {
  readonly words: PlanningWords
  readonly language: Language
  readonly clock: Clock
  readonly names: Readonly<Record<string, string>>
  readonly winner: string | undefined
}

const overtaken = (error: ProblemError, { words, clock, winner }: Telling): ToastContent => {
  const current = error.current as Assignment | null
  const gone = !current || current.state === 'withdrawn' || current.state === 'declined'
  const by = typeof error.details.by === 'string' ? error.details.by : winner
  const text = gone
    ? words.refusals.gone
    : words.refusals.now(
        current.technicianName,
        `${clock.dateAt(current.startsAt)} ${clock.range(current.startsAt, current.endsAt)}`,
      )
  return { tone: 'bad', title: words.refusals.overtaken(by ?? words.refusals.somebody), text }
}

/** The toast for a refusal. */
export const refusalToast = (thrown: unknown, telling: Telling): ToastContent => {
  const error = toProblem(thrown)
  const { words, language, clock, names } = telling
  // What a colleague took away meanwhile is not there to be found.
  const isTaken = error.code === 'not_found' && typeof error.details.by === 'string'
  if (error.code === 'stale_version' || isTaken) return overtaken(error, telling)
  const reasons = error.details.reasons as readonly Reason[] | undefined
  if (reasons && reasons.length > 0) {
    const say = { language, timeZone: clock.zone, names }
    const sentences = new Set(reasons.map((reason) => reasonSentence(reason, say)))
    return { tone: 'bad', title: words.refusals.title, text: [...sentences].join(' · ') }
  }
  return { tone: 'bad', title: error.message, text: error.remedy }
}
