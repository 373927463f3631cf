import type { Phase } from '@regie/contract/productions'
import { clsx } from 'clsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { inLanes, placeOf } from '../coverage-rows.ts'
import { edgeAfter, type Moments, nearestStop, stopAfter } from '../plan-moment.ts'
import { planWords } from '../plan-words.ts'
import { usePhaseName } from './coverage-grid.tsx'

type Props = {
  readonly moments: Moments
  readonly at: number
  /** Of the stage and the day. */
  readonly phases: readonly Phase[]
  readonly onChange: (at: number) => void
}

const MINUTE = 60_000

/** Where a key of the slider leads: arrows by a quarter of an hour, pages from phase to phase. */
function keyed(key: string, moments: Moments, at: number): number | null {
  const { stops } = moments
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stopAfter(stops, at, 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return stopAfter(stops, at, -1)
    case 'PageUp':
      return edgeAfter(moments, at, 1)
    case 'PageDown':
      return edgeAfter(moments, at, -1)
    case 'Home':
      return stops[0] ?? at
    case 'End':
      return stops.at(-1) ?? at
    default:
      return null
  }
}

/** The day as a line: its phases above, the moment on it. */
export const MomentSlider = ({ moments, at, phases, onChange }: Props) => {
  const words = useWords(planWords)
  const clock = useClock()
  const phaseName = usePhaseName()
  const { from, until } = moments
  const running = phases.filter(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= at && at < Date.parse(endsAt),
  )
  const said = [clock.time(at), ...running.map(phaseName)].join(', ')
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(event.key, moments, at)
    if (next === null) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <div className="flex items-end gap-1">
      <IconButton
        icon={ChevronLeft}
        label={words.earlier}
        className="mb-4"
        isDisabled={edgeAfter(moments, at, -1) === at}
        onPress={() => onChange(edgeAfter(moments, at, -1))}
      />
      <div className="min-w-0 flex-1">
        <PhaseStrips moments={moments} at={at} phases={phases} />
        <input
          type="range"
          aria-label={words.moment}
          aria-valuetext={said}
          min={0}
          max={(until - from) / MINUTE}
          step={1}
          value={Math.round((at - from) / MINUTE)}
          onChange={(event) =>
            onChange(nearestStop(moments, from + Number(event.currentTarget.value) * MINUTE))
          }
          onKeyDown={onKeyDown}
          className="block h-(--control) w-full accent-accent"
        />
        <p className="nums flex justify-between px-2 text-ink-2 text-xs">
          <span>{clock.time(from)}</span>
          <span>{clock.time(until)}</span>
        </p>
      </div>
      <IconButton
        icon={ChevronRight}
        label={words.later}
        className="mb-4"
        isDisabled={edgeAfter(moments, at, 1) === at}
        onPress={() => onChange(edgeAfter(moments, at, 1))}
      />
    </div>
  )
}

/** In as few lanes as they need; those that run are lit. */
const PhaseStrips = ({ moments, at, phases }: Pick<Props, 'moments' | 'at' | 'phases'>) => {
  const clock = useClock()
  const phaseName = usePhaseName()
  const stretches = phases.map((phase) => ({
    phase,
    from: Date.parse(phase.startsAt),
    until: Date.parse(phase.endsAt),
  }))
  return (
    <div aria-hidden className="mx-2 flex flex-col gap-0.5">
      {inLanes(stretches).map((lane) => (
        <div key={lane[0]?.phase.id} className="relative h-5">
          {lane.map((one) => (
            <span
              key={one.phase.id}
              title={`${phaseName(one.phase)} · ${clock.range(one.phase.startsAt, one.phase.endsAt)}`}
              style={placeOf(moments, one)}
              className={clsx(
                'absolute inset-y-0 overflow-hidden truncate rounded-[3px] border px-1 text-[0.6875rem] leading-4.5',
                one.from <= at && at < one.until
                  ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                  : 'border-line bg-sunken text-ink-2',
              )}
            >
              {phaseName(one.phase)}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
