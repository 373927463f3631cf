import type { Bar } from '@regie/contract/planning'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText } from '../describe-bar.ts'
import { type BoardBar, type BoardDay, type BoardRow, overlaps } from '../engine/model.ts'
import { barColours, paperTheme } from '../engine/palette.ts'
import { useDayLoads } from '../use-day-loads.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import { PaperHeading, PaperRowHead } from './paper-row-head.tsx'

const Visit = ({ bar, made }: { bar: Bar; made: BoardBar }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const colours = barColours(bar.colour, paperTheme, false)
  const isDraft = made.state === 'draft'
  return (
    <li
      className="mb-[0.5mm] overflow-hidden rounded-[0.6mm] px-[0.8mm] leading-[1.2]"
      style={{
        background: isDraft ? colours.quiet : colours.fill,
        border: `0.2mm ${isDraft ? 'dashed' : 'solid'} ${colours.band}`,
        borderLeft: `1.4mm ${bar.category === 'urgent' ? 'double' : 'solid'} ${colours.band}`,
      }}
    >
      <p dir="auto" className="truncate text-[6.5pt]">
        <span className="nums font-semibold">{clock.range(bar.startsAt, bar.endsAt)}</span>{' '}
        {made.title}
      </p>
      <p dir="auto" className="truncate text-[5.5pt] text-[#465659]">
        {stateText(bar, words)}
        {bar.locked && ` · ${words.locked}`} · {made.detail}
      </p>
    </li>
  )
}

const Cell = ({ row, day }: { row: BoardRow; day: BoardDay }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { heads, byRow, byId, clear } = useBoard()
  const own = (byRow.get(row.id) ?? []).filter(
    ({ id, from }) => from >= day.from && from < day.until && (!clear || clear.has(id)),
  )
  const head = heads.get(row.id)
  const load =
    head?.kind === 'technician'
      ? head.technician.days.find(({ date }) => date === day.date)
      : undefined
  const absence = row.absences.find((one) => overlaps(one, day))
  const isOff = !row.work.some((span) => overlaps(span, day))
  return (
    <td
      className="border border-[#7d8e91] p-[0.5mm] align-top"
      style={isOff ? { background: '#eef1f1' } : {}}
    >
      {absence && (
        <p className="text-[6pt] text-[#465659] italic">
          {words.absences[absence.reason as keyof typeof words.absences] ?? words.absences.other}
        </p>
      )}
      <ul className="m-0 list-none p-0">
        {own
          .toSorted((a, b) => a.from - b.from)
          .map((made) => {
            const bar = byId.get(made.id)
            return bar ? <Visit key={made.id} bar={bar} made={made} /> : null
          })}
      </ul>
      {load && load.plannedMinutes > 0 && (
        <p className="nums text-right text-[5.5pt] text-[#465659]">
          {clock.duration(load.plannedMinutes)}
          {load.capacityMinutes > 0 &&
            ` · ${words.load(Math.round((100 * load.plannedMinutes) / load.capacityMinutes))}`}
        </p>
      )}
    </td>
  )
}

const Days = ({ days }: { days: readonly BoardDay[] }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const loads = useDayLoads()
  return (
    <tr>
      <td className="w-[44mm] border border-[#7d8e91]" />
      {days.map(({ date }) => {
        const share = loads.get(date)
        return (
          <th
            key={date}
            className="border border-[#7d8e91] px-[1mm] py-[0.8mm] text-left font-semibold text-[8pt] first-letter:uppercase"
          >
            {clock.date(date)}
            {share !== undefined && ` · ${words.load(share)}`}
          </th>
        )
      })}
    </tr>
  )
}

/** Several days side by side: visits as lines one can read at arm's length, in the order of the day. */
export const PaperDays = () => {
  const { paper } = useWords(viewWords)
  const { rows, days, heads } = useBoard()
  if (rows.length === 0) return <p className="p-[4mm]">{paper.none}</p>
  return (
    <table className="w-full table-fixed border-collapse">
      <thead>
        <Days days={days} />
      </thead>
      <tbody>
        {rows.map((row) => {
          const head = heads.get(row.id)
          if (!head) return null
          if (head.kind === 'heading')
            return <PaperHeading key={row.id} head={head} columns={days.length + 1} />
          return (
            <tr key={row.id}>
              <PaperRowHead head={head} />
              {days.map((day) => (
                <Cell key={day.date} row={row} day={day} />
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
