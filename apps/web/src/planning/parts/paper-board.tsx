import type { Bar } from '@regie/contract/planning'
import type { CSSProperties } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText } from '../describe-bar.ts'
import { layLanes } from '../engine/lanes.ts'
import { type BoardBar, type BoardRow, overlaps } from '../engine/model.ts'
import { barColours, paperTheme } from '../engine/palette.ts'
import { makeTicks } from '../engine/ticks.ts'
import { makeTimeScale, type TimeScale, xOf } from '../engine/time-scale.ts'
import { useDayLoads } from '../use-day-loads.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import { PaperHeading, PaperRowHead } from './paper-row-head.tsx'

/** Of the paper's 400 mm what is left beside the names. */
const TRACK_MM = 348
const LANE_MM = 8.5
const LEAST_MM = 3
const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`

const placeOf = (scale: TimeScale, from: number, until: number): CSSProperties => {
  const x = Math.max(0, xOf(scale, from))
  const end = Math.min(scale.width, xOf(scale, until))
  return { left: percent(x, scale.width), width: percent(Math.max(0, end - x), scale.width) }
}

const PaperBar = ({
  bar,
  made,
  lane,
  scale,
}: {
  bar: Bar
  made: BoardBar
  lane: number
  scale: TimeScale
}) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const colours = barColours(bar.colour, paperTheme, false)
  const isDraft = made.state === 'draft'
  return (
    <div
      className="absolute overflow-hidden rounded-[0.8mm] pl-[0.8mm] leading-[1.15]"
      style={{
        ...placeOf(scale, made.from, made.until),
        minWidth: `${LEAST_MM}mm`,
        top: `${lane * LANE_MM + 0.6}mm`,
        height: `${LANE_MM - 0.8}mm`,
        background: isDraft ? colours.quiet : colours.fill,
        border: `0.25mm ${isDraft ? 'dashed' : 'solid'} ${colours.band}`,
        borderLeft: `1.4mm ${bar.category === 'urgent' ? 'double' : 'solid'} ${colours.band}`,
      }}
    >
      <p dir="auto" className="truncate font-semibold text-[6.5pt]">
        {bar.locked && `${words.locked} · `}
        {made.title}
      </p>
      <p dir="auto" className="nums truncate text-[5.5pt]">
        {clock.range(bar.startsAt, bar.endsAt)} · {stateText(bar, words)} · {made.detail}
      </p>
    </div>
  )
}

const Ground = ({ row, scale }: { row: BoardRow; scale: TimeScale }) => (
  <>
    {row.work.map((span) => (
      <span
        key={span.from}
        className="absolute inset-y-0 bg-white"
        style={placeOf(scale, span.from, span.until)}
      />
    ))}
    {scale.segments.slice(1).map(({ day, x }) => (
      <span
        key={day.date}
        className="absolute inset-y-0 border-[#7d8e91] border-l"
        style={{ left: percent(x, scale.width) }}
      />
    ))}
  </>
)

const Row = ({ row, scale }: { row: BoardRow; scale: TimeScale }) => {
  const { heads, byRow, byId, clear } = useBoard()
  const head = heads.get(row.id)
  if (!head) return null
  if (head.kind === 'heading') return <PaperHeading head={head} columns={2} />
  const bars = (byRow.get(row.id) ?? []).filter(({ id }) => !clear || clear.has(id))
  const leastMs = (LEAST_MM / TRACK_MM) * (scale.width / scale.pxPerMs)
  const lanes = layLanes(bars, leastMs)
  return (
    <tr>
      <PaperRowHead head={head} />
      <td className="border border-[#7d8e91] bg-[#eef1f1] p-0">
        <div
          className="relative overflow-hidden"
          style={{ height: `${Math.max(1, lanes.count) * LANE_MM + 0.6}mm` }}
        >
          <Ground row={row} scale={scale} />
          {lanes.bars.map((made, rank) => {
            const bar = byId.get(made.id)
            return bar ? (
              <PaperBar
                key={made.id}
                bar={bar}
                made={made}
                lane={lanes.lanes[rank] ?? 0}
                scale={scale}
              />
            ) : null
          })}
        </div>
      </td>
    </tr>
  )
}

const Axis = ({ scale }: { scale: TimeScale }) => {
  const clock = useClock()
  const loads = useDayLoads()
  const ticks = makeTicks(scale).filter(({ labelled }) => labelled)
  return (
    <div className="relative h-[9mm] overflow-hidden font-normal text-[6.5pt]">
      {scale.segments.map(({ day, x, width }) => (
        <span
          key={day.date}
          className="absolute top-0 truncate border-[#7d8e91] border-l pl-[1mm] font-semibold text-[8pt] first-letter:uppercase"
          style={{ left: percent(x, scale.width), width: percent(width, scale.width) }}
        >
          {clock.date(day.date)}
          {loads.has(day.date) && ` · ${loads.get(day.date)} %`}
        </span>
      ))}
      {ticks.map(({ at, x, minutes }) => (
        <span
          key={at}
          className="nums absolute bottom-0 pl-[0.5mm]"
          style={{ left: percent(x, scale.width) }}
        >
          {String(Math.floor(minutes / 60)).padStart(2, '0')}
          {minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`}
        </span>
      ))}
    </div>
  )
}

/** One day, hours from left to right, as text and lines: it prints sharp, and its words can be searched and copied. */
export const PaperBoard = () => {
  const { paper } = useWords(viewWords)
  const { rows, days, view, byRow } = useBoard()
  const shown = days.reduce((sum, day) => sum + day.closes - day.opens, 0)
  // As many pixels as the track has on paper: hours are labelled as far apart as they can be read.
  const scale = makeTimeScale(days, (TRACK_MM * 3.2) / Math.max(1, shown))
  const span = { from: days[0]?.from ?? 0, until: days.at(-1)?.until ?? 0 }
  // Who neither works nor has anything to do would only be white paper.
  const kept = rows.filter(
    (row) =>
      row.heading ||
      view.rows === 'technician' ||
      byRow.has(row.id) ||
      row.work.some((one) => overlaps(one, span)),
  )
  if (kept.length === 0) return <p className="p-[4mm]">{paper.none}</p>
  return (
    <table className="w-full table-fixed border-collapse">
      <thead>
        <tr>
          <td className="w-[44mm] border border-[#7d8e91]" />
          <th className="border border-[#7d8e91] p-0 text-left">
            <Axis scale={scale} />
          </th>
        </tr>
      </thead>
      <tbody>
        {kept.map((row) => (
          <Row key={row.id} row={row} scale={scale} />
        ))}
      </tbody>
    </table>
  )
}
