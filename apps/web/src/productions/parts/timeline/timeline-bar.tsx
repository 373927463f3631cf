import { clsx } from 'clsx'
import { Route, TriangleAlert } from 'lucide-react'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { placeOf } from '../../coverage-rows.ts'
import type { Span, TimelineLine } from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import type { PhaseHands } from '../../use-phase-hands.ts'
import { looks, usePhaseName } from '../coverage-grid.tsx'
import { topOf } from './timeline-measures.ts'

type Props = {
  readonly line: TimelineLine
  readonly axis: Span
  readonly hands: ReturnType<PhaseHands['handsOf']> | undefined
}

const MINUTE = 60_000

/** What the line says beside its colour and place. */
const useLineText = (line: TimelineLine): string => {
  const words = useWords(timelineWords)
  const clock = useClock()
  const name = usePhaseName()(line.phase)
  const { slackMinutes: slack, earlyMinutes, wanted, covered, offered } = line
  return [
    name,
    `${clock.dateAt(line.phase.startsAt)} ${clock.range(line.phase.startsAt, line.phase.endsAt)}`,
    wanted > 0 ? words.crewOf(covered, wanted) : words.nobodyAsked,
    offered > 0 && words.offeredToo(offered),
    earlyMinutes !== null && words.early(clock.duration(earlyMinutes)),
    slack !== null && slack > 0 && words.slackOf(clock.duration(slack)),
    slack === 0 && words.noSlack,
    line.isCritical && words.critical,
  ]
    .filter(Boolean)
    .join(', ')
}

/** One phase: its hours, how far its crew is there, and the slack behind it. */
export const TimelineBar = ({ line, axis, hands }: Props) => {
  const text = useLineText(line)
  const { row, from, until, slackMinutes, isPending } = line
  const shown = { from: Math.max(from, axis.from), until: Math.min(until, axis.until) }
  return (
    <>
      {slackMinutes !== null && slackMinutes > 0 && until < axis.until && (
        <Slack axis={axis} line={line} />
      )}
      <button
        type="button"
        data-phase={line.phase.id}
        aria-label={text}
        title={text}
        {...hands}
        style={{ ...placeOf(axis, shown), top: `calc(${topOf(row)} + 0.25rem)` }}
        className={clsx(
          'group absolute z-10 flex h-7 min-w-6 touch-manipulation select-none [-webkit-touch-callout:none] items-center gap-1 overflow-hidden rounded-control border px-1 text-left font-medium text-xs outline-offset-1',
          line.coverage ? looks[line.coverage].bar : 'border-line-strong bg-surface text-ink-2',
          line.isCritical && 'border-2 border-violet border-solid',
          line.earlyMinutes !== null && 'border-l-4 border-l-bad',
          hands && 'cursor-grab hover:outline-2 hover:outline-focus',
          isPending && 'cursor-grabbing opacity-90 shadow-raised outline-2 outline-focus',
        )}
      >
        <Inside line={line} />
        {hands && (
          <>
            <span data-grip="start" className={`${grip} left-0`} />
            <span data-grip="end" className={`${grip} right-0`} />
          </>
        )}
      </button>
    </>
  )
}

const grip = 'absolute inset-y-0 w-1.5 cursor-ew-resize group-hover:bg-focus/40 pointer-coarse:w-3'

/** What finds no room on the first line of the bar is not cut but left out. */
const Inside = ({ line }: { line: TimelineLine }) => {
  const clock = useClock()
  const { coverage, earlyMinutes, isCritical } = line
  const Icon = coverage && looks[coverage].icon
  return (
    <span
      aria-hidden
      className="pointer-events-none flex h-full min-w-0 flex-1 flex-wrap items-center gap-x-1 overflow-hidden *:h-full *:items-center"
    >
      {Icon && (
        <span className="flex">
          <Icon className="size-3.5" />
        </span>
      )}
      {earlyMinutes !== null && (
        <span className="flex">
          <TriangleAlert className="size-3.5 text-bad" />
        </span>
      )}
      {isCritical && (
        <span className="flex">
          <Route className="size-3.5 text-violet" />
        </span>
      )}
      <span className="nums flex whitespace-nowrap font-normal text-ink">
        {clock.range(line.phase.startsAt, line.phase.endsAt)}
      </span>
    </span>
  )
}

/** How far the phase may run over before what waits for it has to start later. */
const Slack = ({ axis, line }: { axis: Span; line: TimelineLine }) => {
  const clock = useClock()
  const minutes = line.slackMinutes ?? 0
  const end = Math.min(line.until + minutes * MINUTE, axis.until)
  return (
    <span
      aria-hidden
      style={{ ...placeOf(axis, { from: line.until, until: end }), top: topOf(line.row) }}
      className="absolute flex h-9 flex-wrap items-center overflow-hidden"
    >
      <span className="h-full w-2" />
      <span className="absolute inset-x-0 top-1/2 border-line-strong border-t-2 border-dotted" />
      <span className="nums relative flex h-full items-center whitespace-nowrap text-[0.6875rem] text-ink-2">
        <span className="bg-surface px-1">{clock.duration(minutes)}</span>
      </span>
    </span>
  )
}
