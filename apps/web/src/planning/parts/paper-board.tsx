import { clsx } from 'clsx'
import type { CSSProperties } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { gapsOf } from '../engine/gaps.ts'
import { layLanes, type RowLanes } from '../engine/lanes.ts'
import { type BoardBar, type BoardRow, overlaps } from '../engine/model.ts'
import { makeTicks } from '../engine/ticks.ts'
import { makeTimeScale, type TimeScale, xOf } from '../engine/time-scale.ts'
import { paceOf } from '../from-contract.ts'
import { useDayLoads } from '../use-day-loads.ts'
import { usePaperFacts } from '../use-paper-facts.ts'
import { viewWords } from '../view-words.ts'
import { paperLook } from './paper-look.ts'
import { PaperHeading, PaperRowHead } from './paper-row-head.tsx'
import { PaperCrew, PaperCup, PaperDocuments } from './paper-signs.tsx'

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

type BarProps = {
  readonly made: BoardBar
  readonly lane: number
  readonly scale: TimeScale
}

const PaperBar = ({ made, lane, scale }: BarProps) => {
  const factsOf = usePaperFacts()
  const { hours, state, detail } = factsOf(made)
  return (
    <div
      className="absolute overflow-hidden rounded-[0.8mm] pl-[0.8mm] leading-[1.15]"
      style={{
        ...placeOf(scale, made.from, made.until),
        ...paperLook(made),
        minWidth: `${LEAST_MM}mm`,
        top: `${lane * LANE_MM + 0.6}mm`,
        height: `${LANE_MM - 0.8}mm`,
      }}
    >
      <p dir="auto" className="truncate font-semibold text-[6.5pt]">
        {made.title}
      </p>
      <p dir="auto" className="nums truncate text-[5.5pt]">
        {hours} {made.crew && <PaperCrew crew={made.crew} />}{' '}
        <PaperDocuments count={made.attachments} /> · {state} · {detail}
      </p>
    </div>
  )
}

type GapsProps = {
  readonly row: BoardRow
  readonly lanes: RowLanes
  readonly scale: TimeScale
}

/** Breaks and meals where the board draws them; the time kept free is only white. */
const PaperGaps = ({ row, lanes, scale }: GapsProps) => {
  const clock = useClock()
  const { board } = useBoard()
  if (!row.loads) return null
  const gaps = gapsOf(lanes, row, paceOf(board?.pace)).filter(
    ({ kind, from, until }) =>
      (kind === 'break' || kind === 'meal') &&
      xOf(scale, until) > 0 &&
      xOf(scale, from) < scale.width,
  )
  return gaps.map(({ kind, lane, from, until }) => (
    <span
      key={`${kind} ${from}`}
      title={clock.range(new Date(from).toISOString(), new Date(until).toISOString())}
      className={clsx(
        'absolute flex items-center justify-center overflow-hidden text-[#465659]',
        kind === 'break' && 'rounded-[0.6mm] border-[#7d8e91] border-[0.2mm] bg-white',
      )}
      style={{
        ...placeOf(scale, from, until),
        minWidth: '2.4mm',
        top: `${lane * LANE_MM + 1.4}mm`,
        height: `${LANE_MM - 2.4}mm`,
      }}
    >
      <PaperCup />
    </span>
  ))
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
  const { heads, byRow, clear } = useBoard()
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
          <PaperGaps row={row} lanes={layLanes(byRow.get(row.id) ?? [], leastMs)} scale={scale} />
          {lanes.bars.map((made, rank) => (
            <PaperBar key={made.id} made={made} lane={lanes.lanes[rank] ?? 0} scale={scale} />
          ))}
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
