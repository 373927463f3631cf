import type { FieldAssignment, Step } from '@regie/contract/fieldwork'
import { clsx } from 'clsx'
import {
  CirclePause,
  CirclePlay,
  Flag,
  LoaderCircle,
  type LucideIcon,
  Navigation,
} from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useStep } from '../api.ts'
import { nextSteps } from '../steps.ts'
import { fieldworkWords } from '../words.ts'

const icons: Readonly<Record<Step, LucideIcon>> = {
  en_route: Navigation,
  started: CirclePlay,
  paused: CirclePause,
  resumed: CirclePlay,
  finished: Flag,
}

/** One large button for the next step, a lesser one beside it. The moment is that of the tap. */
export const StepButtons = ({ stop }: { stop: FieldAssignment }) => {
  const words = useWords(fieldworkWords)
  const step = useStep()
  const offer = nextSteps(stop.state)
  if (!offer) return null
  const tell = (which: Step) =>
    step.act({
      params: { assignmentId: stop.id },
      body: { step: which, at: new Date().toISOString() },
    })
  const Icon = step.isPending ? LoaderCircle : icons[offer.main]
  return (
    <div className="flex flex-col gap-2">
      {step.error && <ProblemNote problem={step.error} />}
      <AriaButton
        isPending={step.isPending}
        onPress={() => tell(offer.main)}
        className="flex min-h-16 w-full items-center justify-center gap-3 rounded-card bg-accent px-4 font-bold text-on-accent text-xl transition-colors pressed:bg-accent-hover"
      >
        <Icon aria-hidden className={clsx('size-7', step.isPending && 'animate-spin')} />
        {words.steps[offer.main]}
      </AriaButton>
      {offer.other && (
        <Button
          icon={icons[offer.other]}
          isDisabled={step.isPending}
          onPress={() => offer.other && tell(offer.other)}
        >
          {stop.state === 'accepted' ? words.startAtOnce : words.steps[offer.other]}
        </Button>
      )}
    </div>
  )
}
