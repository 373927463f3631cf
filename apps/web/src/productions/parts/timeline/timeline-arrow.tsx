import { clsx } from 'clsx'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { placeOf } from '../../coverage-rows.ts'
import type { TimelineArrow as Arrow, Span } from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import { ROW_REM } from './timeline-measures.ts'

const rem = (value: number): string => `${value}rem`
const HALF_BAR = 0.875
/** Ends nearer than this share of the axis are joined by a straight line. */
const NEAR = 0.004

/**
 * From the end of a phase to the start of one that waits for it: down (or up) and across. Where that one begins too
 * early the line is red and falls upon it, for its start lies behind. Made of boxes, so that it follows any width.
 */
export const TimelineArrow = ({ arrow, axis }: { arrow: Arrow; axis: Span }) => {
  const { from, to, earlyMinutes, isCritical } = arrow
  const isAcross = to.from - from.until > (axis.until - axis.from) * NEAR
  const isDown = to.row > from.row
  const middle = (row: number) => (row + 0.5) * ROW_REM
  const start = middle(from.row) + (isDown ? HALF_BAR : -HALF_BAR)
  const end = isAcross ? middle(to.row) : middle(to.row) + (isDown ? -HALF_BAR : HALF_BAR)
  const at = placeOf(axis, { from: from.until, until: Math.max(to.from, from.until) })
  const isEarly = earlyMinutes !== null
  const ink = isEarly ? 'border-bad' : isCritical ? 'border-violet' : 'border-ink-3'
  const weight = isEarly || isCritical ? 2 : 1
  if (from.until < axis.from || from.until > axis.until) return null
  return (
    <span aria-hidden className="pointer-events-none">
      <span
        style={{
          left: `calc(${at.left} - ${weight + 2}px)`,
          top: rem(Math.min(start, end)),
          height: rem(Math.abs(end - start)),
          borderLeftWidth: weight,
        }}
        className={clsx('absolute', ink, isEarly && 'z-20 border-dashed')}
      />
      {isAcross && (
        <span
          style={{
            left: `calc(${at.left} - ${weight + 2}px)`,
            width: `calc(${at.width} + ${weight}px)`,
            top: rem(end),
            borderTopWidth: weight,
          }}
          className={clsx('absolute', ink)}
        />
      )}
      <Tip
        left={isAcross ? `calc(${at.left} + ${at.width} - 6px)` : `calc(${at.left} - 6px)`}
        top={end}
        way={isAcross ? 'right' : isDown ? 'down' : 'up'}
        colour={isEarly ? 'text-bad' : isCritical ? 'text-violet' : 'text-ink-3'}
      />
      <Wait arrow={arrow} left={at.left} top={(start + end) / 2} />
    </span>
  )
}

const turns = { right: '', down: 'rotate-90', up: '-rotate-90' } as const

const Tip = (props: {
  readonly left: string
  readonly top: number
  readonly way: keyof typeof turns
  readonly colour: string
}) => {
  const { left, top, way, colour } = props
  const shift = way === 'right' ? -4 : way === 'down' ? -6 : -2
  return (
    <svg
      viewBox="0 0 6 8"
      style={{ left, top: `calc(${rem(top)} + ${shift}px)` }}
      className={clsx('absolute z-20 h-2 w-1.5', turns[way], colour)}
      aria-hidden="true"
    >
      <path d="M0 0 L6 4 L0 8 Z" fill="currentColor" />
    </svg>
  )
}

/** The wait asked for, or by how much it is not kept. */
const Wait = (props: { readonly arrow: Arrow; readonly left: string; readonly top: number }) => {
  const { lagMinutes, earlyMinutes } = props.arrow
  const words = useWords(timelineWords)
  const clock = useClock()
  if (earlyMinutes === null && lagMinutes === 0) return null
  return (
    <span
      style={{ left: props.left, top: `calc(${rem(props.top)} - 0.5rem)` }}
      className={clsx(
        'nums absolute z-20 whitespace-nowrap rounded border bg-surface px-1 text-[0.6875rem] leading-4',
        // Beside the line, so that a short phase below is not covered.
        earlyMinutes === null
          ? '-translate-x-[calc(100%+0.5rem)] border-line-strong text-ink-2'
          : '-translate-x-1/2 border-bad text-bad',
      )}
    >
      {earlyMinutes === null
        ? words.lag(clock.duration(lagMinutes))
        : words.earlyShort(clock.duration(earlyMinutes))}
    </span>
  )
}
