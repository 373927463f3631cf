import { followersOf } from '@regie/contract/production-timeline'
import type { Phase } from '@regie/contract/productions'
import { Minus, Plus } from 'lucide-react'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { timelineWords } from '../../timeline-words.ts'
import { type PhaseHands, STEP_MINUTES } from '../../use-phase-hands.ts'
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
  const text = said?.join(' · ')
  if (taken?.by === 'finger')
    return (
      <div className="fixed inset-x-2 bottom-2 z-50 mx-auto flex max-w-md flex-col gap-2 rounded-card border border-line bg-raised p-3 shadow-raised">
        <p role="status" className="nums font-medium">
          {text}
        </p>
        <FingerControls hands={hands} />
      </div>
    )
  return (
    <p
      role="status"
      className={
        said
          ? 'nums fixed inset-x-4 bottom-4 z-50 mx-auto w-fit rounded-card border border-line bg-raised px-4 py-2 font-medium shadow-raised'
          : 'sr-only'
      }
    >
      {text}
    </p>
  )
}

/** What a finger took is set to the quarter of an hour, and is so only once it is said. */
const FingerControls = ({ hands: { nudge, take, leave } }: Pick<Props, 'hands'>) => {
  const words = useWords(timelineWords)
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {(['whole', 'end'] as const).map((grip) => {
          const what = grip === 'whole' ? words.move : words.end
          return (
            <div key={grip} className="flex items-center gap-1">
              <span className="text-ink-2">{what}</span>
              <IconButton
                icon={Minus}
                label={words.earlier(what, STEP_MINUTES)}
                onPress={() => nudge(grip, -1)}
              />
              <IconButton
                icon={Plus}
                label={words.later(what, STEP_MINUTES)}
                onPress={() => nudge(grip, 1)}
              />
            </div>
          )
        })}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button onPress={leave}>{words.leave}</Button>
        <Button tone="primary" onPress={take}>
          {words.take}
        </Button>
      </div>
    </>
  )
}
