// Acceptance, response times and changes after the first assignment, counted from the facts as they were kept.
import type { Instant } from '@regie/contract/kernel'
import type { ReliefFigures } from '@regie/contract/relief-settings'
import type { Tx } from '../platform/work.ts'
import { type AnswerFact, answersBetween, countChanges } from './store/figures.ts'

/** A response within so long is good, beyond the second somebody has to act (decision X5). */
const GOOD_SECONDS = 10 * 60
const SLOW_SECONDS = 30 * 60

type Range = { readonly from: Instant; readonly until: Instant }

export async function readFigures(tx: Tx, range: Range): Promise<ReliefFigures> {
  return { ...answerFigures(await answersBetween(tx, range)), ...(await countChanges(tx, range)) }
}

/** Seconds of nobody's silence: those who have not answered count as unanswered, not as slow. */
export function answerFigures(facts: readonly AnswerFact[]) {
  const seconds = facts.flatMap((one) => one.seconds ?? []).toSorted((a, b) => a - b)
  const count = (kind: AnswerFact['kind']) => facts.filter((one) => one.kind === kind).length
  const middle = Math.floor(seconds.length / 2)
  const median =
    seconds.length % 2 === 1
      ? seconds[middle]
      : ((seconds[middle - 1] ?? 0) + (seconds[middle] ?? 0)) / 2
  const good = seconds.filter((one) => one <= GOOD_SECONDS).length
  const slow = seconds.filter((one) => one > SLOW_SECONDS).length
  return {
    given: facts.length,
    accepted: count('accepted'),
    declined: count('declined'),
    unanswered: count(null),
    answers: { good, fair: seconds.length - good - slow, slow },
    medianSeconds: seconds.length === 0 ? null : Math.round(median ?? 0),
    averageSeconds:
      seconds.length === 0
        ? null
        : Math.round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length),
  }
}
