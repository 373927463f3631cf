import { clsx } from 'clsx'
import { CircleAlert } from 'lucide-react'
import type { RefObject } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { HeldVerdict } from '../use-verdicts.ts'
import { planningWords } from '../words.ts'

const MOST_REASONS = 3

const GhostLabel = ({ verdict }: { verdict: HeldVerdict }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { target, allowed, warned, reasons, roads } = verdict
  if (!target) return null
  const minutes = (value: number | null) => (value === null ? '?' : words.travelShort(value))
  return (
    <div
      className={clsx(
        'absolute top-full left-0 z-10 my-1 w-max max-w-72 rounded-control px-2 py-1 text-xs shadow-raised',
        'group-data-[end]/ghost:right-0 group-data-[end]/ghost:left-auto group-data-[up]/ghost:top-auto group-data-[up]/ghost:bottom-full',
        allowed === false && 'bg-bad-solid text-on-bad',
        warned && 'border border-warn bg-warn-soft text-warn',
        allowed !== false && !warned && 'bg-accent text-on-accent',
      )}
    >
      <p className="nums font-semibold">
        {clock.time(target.from)} – {clock.time(target.until)}
      </p>
      {roads && allowed !== false && (
        <p className="nums">{words.roads(minutes(roads.before), minutes(roads.after))}</p>
      )}
      {(allowed === false || warned) &&
        reasons.slice(0, MOST_REASONS).map((reason) => (
          <p key={reason} className="flex items-start gap-1">
            <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            {reason}
          </p>
        ))}
    </div>
  )
}

type Props = { readonly anchor: RefObject<HTMLDivElement | null>; readonly verdict: HeldVerdict }

/** Where the held thing would stand: its snapped time, the roads on both sides, or why it may not. */
export const Ghost = ({ anchor, verdict }: Props) => (
  <div
    ref={anchor}
    data-testid="ghost"
    data-allowed={verdict.warned ? 'warn' : (verdict.allowed ?? 'unknown')}
    style={{ display: 'none' }}
    className={clsx(
      'group/ghost pointer-events-none absolute top-0 left-0 z-10 rounded border-2',
      verdict.allowed === false && 'border-bad bg-bad-soft/70',
      verdict.warned && 'border-warn border-dashed bg-warn-soft/70',
      verdict.allowed !== false && !verdict.warned && 'border-accent bg-accent-soft/70',
    )}
  >
    <GhostLabel verdict={verdict} />
  </div>
)
