import type { Bar } from '@regie/contract/planning'
import { clsx } from 'clsx'
import { Coffee, Lock, Paperclip, Route, TriangleAlert, UsersRound } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText, whenText } from '../describe-bar.ts'
import { isLate } from '../engine/model.ts'
import { barOf } from '../from-contract.ts'
import { tellingWords } from '../telling-words.ts'
import { useSlackText } from '../use-slack-text.ts'
import { useStandingVerdict } from '../use-standing-verdict.ts'
import { planningWords } from '../words.ts'
import { OpenCard } from './open-card.tsx'
import { UnseenNote } from './unseen-note.tsx'

const WIDTH = 300

const Marks = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  const { now } = useBoard()
  const made = barOf(bar)
  const slack = useSlackText(bar)
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-ink-2 text-xs">
      <span className="inline-flex items-center gap-1">
        <span className="size-2 rounded-full" style={{ background: bar.colour }} />
        {bar.priorityName || words.categories[bar.category]}
      </span>
      <span>{stateText(bar, words)}</span>
      {isLate(made, now) && <span className="font-medium text-warn">{words.late}</span>}
      {bar.locked && (
        <span className="inline-flex items-center gap-1">
          <Lock className="size-3" />
          {words.locked}
        </span>
      )}
      {made.travelMinutes !== null && (
        <span className="inline-flex items-center gap-1">
          <Route className="size-3" />
          {words.travelBefore(made.travelMinutes)}
        </span>
      )}
      {slack && (
        <span className="inline-flex items-center gap-1">
          <Coffee className="size-3" />
          {more.slackName} {slack}
        </span>
      )}
      {bar.attachments > 0 && (
        <span className="inline-flex items-center gap-1">
          <Paperclip className="size-3" />
          {more.documents(bar.attachments)}
        </span>
      )}
      {bar.seats > 1 && (
        <span
          className={clsx(
            'inline-flex items-center gap-1',
            bar.seats > bar.seatsFilled && 'font-medium text-bad',
          )}
        >
          <UsersRound className="size-3" />
          {more.crew(bar.seatsFilled, bar.seats)}
        </span>
      )}
    </p>
  )
}

const VisitCard = ({ bar }: { bar: Bar }) => {
  const clock = useClock()
  const reasons = useStandingVerdict(bar)
  return (
    <>
      <p dir="auto" className="line-clamp-2 font-semibold">
        {bar.siteName}
      </p>
      <p dir="auto" className="line-clamp-2 text-ink-2">
        {[bar.positionName || bar.title, bar.clientName].filter(Boolean).join(' · ')}
      </p>
      <p className="nums mt-1.5 font-medium">{whenText(bar, clock)}</p>
      <Marks bar={bar} />
      <UnseenNote bar={bar} />
      {reasons.length > 0 && (
        <ul className="mt-2 border-line border-t pt-1.5 text-bad text-xs">
          {reasons.map((reason) => (
            <li key={reason} className="flex items-start gap-1">
              <TriangleAlert className="mt-0.5 size-3 shrink-0" />
              {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What a bar has no room for, beside the pointer. */
export const BarCard = ({ id, x, y }: { id: string; x: number; y: number }) => {
  const { byId, open } = useBoard()
  const bar = byId.get(id)
  const seats = open.get(id)
  if (!bar && !seats) return null
  const left = Math.max(8, Math.min(x + 14, innerWidth - WIDTH - 12))
  const isLow = y > innerHeight * 0.62
  const place = isLow ? { bottom: innerHeight - y + 14 } : { top: y + 18 }
  return (
    <div
      aria-hidden
      style={{ left, width: WIDTH, ...place }}
      className="pointer-events-none fixed z-30 rounded-card border border-line bg-raised p-3 text-ink shadow-raised"
    >
      {bar ? <VisitCard bar={bar} /> : seats && <OpenCard open={seats} />}
    </div>
  )
}
