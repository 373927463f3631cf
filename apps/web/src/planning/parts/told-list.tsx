import type { NewsOutlook } from '@regie/contract/news-outlook'
import type { PlanChange } from '@regie/contract/planning-publishing'
import { clsx } from 'clsx'
import { ArrowRight, Minus, Plus, Send, TriangleAlert, UserPlus } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { whenText } from '../describe-bar.ts'
import { isolated } from '../isolated.ts'
import { publishingWords } from '../publishing-words.ts'
import { isChange, type Told } from '../use-publishing.ts'

const icons = { new: Plus, given: UserPlus, moved: ArrowRight, withdrawn: Minus } as const
const tones = {
  new: 'text-good',
  given: 'text-good',
  moved: 'text-warn',
  withdrawn: 'text-bad',
} as const

const ChangeLine = ({ change }: { change: PlanChange }) => {
  const words = useWords(publishingWords)
  const clock = useClock()
  const Icon = icons[change.kind]
  const { from, kind } = change
  const isSameDay = from !== null && clock.dateOf(from.startsAt) === clock.dateOf(change.startsAt)
  return (
    <li className="flex gap-x-2 text-ink-2 text-xs leading-5">
      <span
        className={clsx('inline-flex w-20 shrink-0 items-center gap-1 font-medium', tones[kind])}
      >
        <Icon className="size-3.5 shrink-0" aria-hidden />
        {words.kinds[kind]}
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-2">
        <span className="nums">
          {from && (
            <>
              <s className="text-ink-3">{whenText(from, clock)}</s>{' '}
              <ArrowRight className="inline size-3" aria-label="→" />{' '}
            </>
          )}
          <span className={clsx(kind === 'withdrawn' && 'line-through')}>
            {isSameDay ? clock.range(change.startsAt, change.endsAt) : whenText(change, clock)}
          </span>
        </span>
        <span dir="auto" className="min-w-0 flex-1 basis-40 truncate text-ink" title={change.title}>
          {[change.siteName, change.city].filter(Boolean).join(', ')}
        </span>
      </span>
    </li>
  )
}

const at = (clock: ReturnType<typeof useClock>, instant: string): string => {
  const isToday = clock.today() === clock.dateOf(instant)
  return isToday ? clock.time(instant) : `${clock.dateAt(instant)} ${clock.time(instant)}`
}

/** By which channel and when, or why nobody can be told. */
const Channel = ({ told, outlook }: { told: Told; outlook: NewsOutlook }) => {
  const words = useWords(publishingWords)
  const clock = useClock()
  const name = (channel: NonNullable<NewsOutlook['channel']>) => words.channels[channel]
  const { channel, fallbacks, why, last, waitingUntil } = outlook
  const isHeard = channel !== null && why !== 'disabled' && why !== 'unreachable'
  return (
    <div className="ml-7 flex flex-col text-xs leading-5">
      {!isHeard && (
        <p className="flex items-start gap-1 text-warn">
          <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {why === 'disabled' ? words.disabled : words.unreachable(outlook.inbox)}
        </p>
      )}
      {isHeard && told.assignmentIds.length > 0 && (
        <p className="flex items-start gap-1 text-ink-2">
          <Send className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {words.by(name(channel), fallbacks.map(name))} · {words.when[why](at(clock, outlook.at))}
        </p>
      )}
      {isHeard && told.changes.some(isChange) && (
        <p className={clsx('pl-4.5', last?.state === 'failed' ? 'text-bad' : 'text-ink-2')}>
          {waitingUntil
            ? words.waiting(at(clock, waitingUntil))
            : last
              ? words.alreadyTold(
                  name(last.channel),
                  words.messageStates[last.state],
                  at(clock, last.at),
                )
              : words.notTold}
        </p>
      )}
    </div>
  )
}

const summary = (told: Told, words: (typeof publishingWords)['fr']): string => {
  const changed = told.changes.filter(isChange).length
  return [
    ...(told.assignmentIds.length > 0 ? [words.fresh(told.assignmentIds.length)] : []),
    ...(changed > 0 ? [words.changed(changed)] : []),
    ...(told.unchanged > 0 ? [words.unchanged(told.unchanged)] : []),
  ].join(' · ')
}

type Props = {
  readonly technicians: readonly Told[]
  readonly outlook: ReadonlyMap<string, NewsOutlook>
  readonly left: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

/** By technician: what is new, moved or withdrawn for them, how much stays, and how they hear of it. */
export const ToldList = ({ technicians, outlook, left, onToggle }: Props) => {
  const words = useWords(publishingWords)
  return (
    <ul className="flex flex-col">
      {technicians.map((told) => {
        const heard = outlook.get(told.technicianId)
        const isIn = !left.has(told.technicianId)
        return (
          // Thousands of lines are read by scrolling: what is out of sight costs nothing.
          <li
            key={told.technicianId}
            className="border-line border-t py-2 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]"
          >
            <Checkbox
              label={`${isolated(told.technicianName)} · ${summary(told, words)}`}
              value={isIn}
              onChange={() => onToggle(told.technicianId)}
            />
            {isIn && heard && <Channel told={told} outlook={heard} />}
            {isIn && (
              <ul className="mt-1 ml-7 flex flex-col gap-0.5">
                {told.changes.map((change) => (
                  <ChangeLine key={`${change.assignmentId}${change.kind}`} change={change} />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}
