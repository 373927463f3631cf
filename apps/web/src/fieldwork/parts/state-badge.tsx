import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { AssignmentState } from '@regie/contract/planning'
import { clsx } from 'clsx'
import {
  Ban,
  Check,
  CircleDashed,
  CirclePause,
  CirclePlay,
  Flag,
  type LucideIcon,
  Navigation,
  TriangleAlert,
} from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { minutesLate } from '../steps.ts'
import { fieldworkWords } from '../words.ts'

const looks: Readonly<Record<AssignmentState, readonly [LucideIcon, string]>> = {
  offered: [CircleDashed, 'bg-warn-soft text-warn'],
  accepted: [Check, 'bg-accent-soft text-accent-ink'],
  declined: [Ban, 'bg-sunken text-ink-2'],
  withdrawn: [Ban, 'bg-sunken text-ink-2'],
  en_route: [Navigation, 'bg-info-soft text-info'],
  started: [CirclePlay, 'bg-good-soft text-good'],
  paused: [CirclePause, 'bg-violet-soft text-violet'],
  finished: [Flag, 'bg-sunken text-ink-2'],
}

const pill = 'inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 font-semibold text-sm'

/** The state in colour, icon and word; besides, how late it is. */
export const StateBadge = ({ stop, now }: { stop: FieldAssignment; now: number }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const [Icon, colour] = looks[stop.state]
  const late = minutesLate(stop, now)
  return (
    <span className="flex flex-wrap gap-1.5">
      <span className={clsx(pill, colour)}>
        <Icon aria-hidden className="size-4" />
        {words.states[stop.state]}
      </span>
      {late > 0 && (
        <span className={clsx(pill, 'bg-bad-soft text-bad')}>
          <TriangleAlert aria-hidden className="size-4" />
          {words.late(clock.duration(late))}
        </span>
      )}
    </span>
  )
}
