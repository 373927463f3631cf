import type { Production } from '@regie/contract/productions'
import { clsx } from 'clsx'
import { useClock } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/language.tsx'
import { placeOf } from '../../coverage-rows.ts'
import {
  arrowsOf,
  type TimelineAxis,
  type TimelineGroup,
  type TimelineLine,
} from '../../timeline-rows.ts'
import { timelineWords } from '../../timeline-words.ts'
import type { PhaseHands } from '../../use-phase-hands.ts'
import { looks, usePhaseName } from '../coverage-grid.tsx'
import { TimelineArrow } from './timeline-arrow.tsx'
import { TimelineBar } from './timeline-bar.tsx'
import { topOf } from './timeline-measures.ts'

type Props = {
  readonly groups: readonly TimelineGroup[]
  readonly axis: TimelineAxis
  readonly criticalPath: Production['criticalPath']
  readonly now: number
  /** Absent on paper and for those who may not write: bars only open, or do nothing. */
  readonly hands?: PhaseHands | undefined
  readonly isPaper?: boolean
}

/** Phases below each other along time, with arrows to what waits for them. */
export const TimelineChart = (props: Props) => {
  const { groups, axis, criticalPath, now, hands, isPaper = false } = props
  const rows = groups.flatMap(({ lines }) => lines).length + groups.length
  const isHourly = axis.ticks.length > 0
  const units = isHourly ? axis.ticks.length : axis.days.length
  const least = axis.days.length > 1 && isHourly && axis.ticks.length > 30 ? 1.6 : 2.6
  return (
    <div
      ref={hands?.scrollerRef}
      className={clsx(
        !isPaper && 'overflow-auto overscroll-x-contain lg:max-h-[calc(100dvh-15rem)]',
      )}
    >
      <div
        style={isPaper ? undefined : { minWidth: `${8 + units * (isHourly ? least : 4.5)}rem` }}
        className={clsx(
          'grid',
          isPaper ? 'grid-cols-[21rem_1fr]' : 'grid-cols-[7.5rem_1fr] sm:grid-cols-[15rem_1fr]',
        )}
      >
        <Heads groups={groups} isPaper={isPaper} />
        <div>
          <Axis axis={axis} isPaper={isPaper} />
          <div data-track className="relative" style={{ height: topOf(rows) }}>
            <Grid axis={axis} groups={groups} />
            {arrowsOf(groups, criticalPath).map((arrow) => (
              <TimelineArrow key={arrow.key} arrow={arrow} axis={axis} />
            ))}
            {groups.map(({ key, title, lines }) => (
              <ul key={key} aria-label={title}>
                {lines.map((line) => (
                  <li key={line.phase.id}>
                    <TimelineBar line={line} axis={axis} hands={hands?.handsOf(line.phase)} />
                  </li>
                ))}
              </ul>
            ))}
            {now > axis.from && now < axis.until && <Now axis={axis} now={now} />}
          </div>
        </div>
      </div>
    </div>
  )
}

const Heads = ({ groups, isPaper }: Required<Pick<Props, 'groups' | 'isPaper'>>) => (
  <div className="sticky left-0 z-40 border-line border-r bg-surface">
    <div
      className={clsx('h-11 border-line border-b bg-surface', !isPaper && 'sticky top-0 z-10')}
    />
    {groups.map(({ key, title, lines }) => (
      <div key={key}>
        <h3
          dir="auto"
          title={title}
          className="h-9 truncate border-line border-b bg-sunken px-3 pt-1.5 font-semibold"
        >
          {title}
        </h3>
        {lines.map((line) => (
          <Head key={line.phase.id} line={line} />
        ))}
      </div>
    ))}
  </div>
)

const inks = { covered: 'text-good', offered: 'text-warn', uncovered: 'text-bad' } as const

/** The phase, and how many of its seats are held. */
const Head = ({ line }: { line: TimelineLine }) => {
  const { phase, detail, coverage, covered, offered, wanted } = line
  const name = [usePhaseName()(phase), detail].filter(Boolean).join(' · ')
  const Icon = coverage && looks[coverage].icon
  return (
    <p className="flex h-9 items-center gap-2 border-line/60 border-b pr-2 pl-3 text-[0.8125rem]">
      <span
        dir="auto"
        title={name}
        className="min-w-0 flex-1 truncate max-sm:line-clamp-2 max-sm:whitespace-normal max-sm:text-xs max-sm:leading-4"
      >
        {name}
      </span>
      {coverage && Icon && (
        <span className={clsx('nums flex shrink-0 items-center gap-1 text-xs', inks[coverage])}>
          <Icon aria-hidden className="size-3.5 max-sm:hidden" />
          {covered + offered}/{wanted}
        </span>
      )}
    </p>
  )
}

const Axis = ({ axis, isPaper }: Required<Pick<Props, 'axis' | 'isPaper'>>) => {
  const clock = useClock()
  return (
    <div
      aria-hidden
      className={clsx(
        'relative h-11 border-line border-b bg-surface text-xs',
        !isPaper && 'sticky top-0 z-30',
      )}
    >
      {axis.days.map((day) => (
        <span
          key={day.date}
          style={placeOf(axis, {
            from: Math.max(day.from, axis.from),
            until: Math.min(day.until, axis.until),
          })}
          className="absolute top-1 truncate px-1.5 font-medium first-letter:uppercase"
        >
          {clock.date(day.date, axis.days.length > 14 ? 'day' : 'medium')}
        </span>
      ))}
      {axis.ticks
        .filter((at) => at < axis.until)
        .map((at) => (
          <span
            key={at}
            style={{ left: placeOf(axis, { from: at, until: at }).left }}
            className="nums absolute bottom-0.5 -translate-x-1/2 text-ink-2 first-of-type:translate-x-0"
          >
            {at > axis.from ? clock.timeOf(at).slice(0, 2) : ''}
          </span>
        ))}
    </div>
  )
}

/** Lines of hours and days, and the ground of groups. */
const Grid = ({ axis, groups }: Pick<Props, 'axis' | 'groups'>) => (
  <div aria-hidden className="absolute inset-0">
    {groups.map(({ key, row }) => (
      <div
        key={key}
        style={{ top: topOf(row) }}
        className="absolute inset-x-0 h-9 border-line border-b bg-sunken"
      />
    ))}
    {groups
      .flatMap(({ lines }) => lines)
      .map(({ phase, row }) => (
        <div
          key={phase.id}
          style={{ top: topOf(row + 1) }}
          className="absolute inset-x-0 -mt-px h-px bg-line/60"
        />
      ))}
    {axis.ticks.map((at) => (
      <span
        key={at}
        style={{ left: placeOf(axis, { from: at, until: at }).left }}
        className="absolute inset-y-0 w-px bg-line"
      />
    ))}
    {axis.days.map(
      ({ date, from }) =>
        from > axis.from && (
          <span
            key={date}
            style={{ left: placeOf(axis, { from, until: from }).left }}
            className="absolute inset-y-0 w-px bg-line-strong"
          />
        ),
    )}
  </div>
)

const Now = ({ axis, now }: Pick<Props, 'axis' | 'now'>) => {
  const words = useWords(timelineWords)
  return (
    <span
      role="img"
      aria-label={words.now}
      style={{ left: placeOf(axis, { from: now, until: now }).left }}
      className="pointer-events-none absolute inset-y-0 z-10 w-0.5 bg-tally"
    />
  )
}
