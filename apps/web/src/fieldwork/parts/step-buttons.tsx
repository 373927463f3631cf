import type { Step } from '@regie/contract/field-entries'
import { CirclePause, CirclePlay, Flag, type LucideIcon, Navigation } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import type { PhoneStop } from '../offline/overlay.ts'
import { useTell } from '../offline/use-tell.ts'
import { nextSteps } from '../steps.ts'
import { fieldworkWords } from '../words.ts'

const icons: Readonly<Record<Step, LucideIcon>> = {
  en_route: Navigation,
  started: CirclePlay,
  paused: CirclePause,
  resumed: CirclePlay,
  finished: Flag,
}

/** One large button for the next step, a lesser one beside it. The moment is that of the tap, network or not. */
export const StepButtons = ({ stop }: { stop: PhoneStop }) => {
  const words = useWords(fieldworkWords)
  const tell = useTell(stop)
  const offer = nextSteps(stop.state)
  if (!offer || stop.goneAt !== null) return null
  const go = (step: Step) => void tell({ kind: 'step', step })
  const Icon = icons[offer.main]
  if (stop.state === 'finished')
    return (
      <Button icon={icons[offer.main]} onPress={() => go(offer.main)}>
        {words.reopen}
      </Button>
    )
  return (
    <div className="flex flex-col gap-2">
      <AriaButton
        onPress={() => go(offer.main)}
        className="flex min-h-18 w-full items-center justify-center gap-3 rounded-card bg-accent px-4 font-bold text-on-accent text-xl transition-colors pressed:bg-accent-hover"
      >
        <Icon aria-hidden className="size-7" />
        {words.steps[offer.main]}
      </AriaButton>
      {offer.other && (
        <Button icon={icons[offer.other]} onPress={() => offer.other && go(offer.other)}>
          {stop.state === 'accepted' ? words.startAtOnce : words.steps[offer.other]}
        </Button>
      )}
    </div>
  )
}
