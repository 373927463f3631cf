import { followersOf } from '@regie/contract/production-timeline'
import type { Phase } from '@regie/contract/productions'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { timelineWords } from '../../timeline-words.ts'
import type { PhaseHands } from '../../use-phase-hands.ts'
import { usePhaseName } from '../coverage-grid.tsx'

type Props = {
  readonly hands: PhaseHands
  readonly along: boolean
  readonly phases: readonly Phase[]
}

/** What is being tried out, before it is so: the new hours, and how many phases would follow. */
export const TryingNote = ({ hands, along, phases }: Props) => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const nameOf = usePhaseName()
  const { taken, pending } = hands
  const hours =
    taken &&
    clock.range(new Date(taken.span.from).toISOString(), new Date(taken.span.until).toISOString())
  const waiting = taken ? followersOf(phases, taken.phaseId).length : 0
  const said = taken && [
    words.pending(nameOf(taken.phase), hours ?? ''),
    ...(along ? [words.following(pending.size - 1)] : waiting > 0 ? [words.left(waiting)] : []),
    ...(taken.by === 'keys' ? [words.confirmKeys] : []),
  ]
  return (
    <p
      role="status"
      className={
        said
          ? 'nums fixed inset-x-4 bottom-4 z-40 mx-auto w-fit rounded-card border border-line bg-raised px-4 py-2 font-medium shadow-raised'
          : 'sr-only'
      }
    >
      {said?.join(' · ')}
    </p>
  )
}
