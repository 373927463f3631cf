import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { gapsOf } from '../engine/gaps.ts'
import { layLanes } from '../engine/lanes.ts'
import { type BoardBar, type BoardDay, type BoardRow, overlaps } from '../engine/model.ts'
import { paceOf } from '../from-contract.ts'
import { useDayLoads } from '../use-day-loads.ts'
import { usePaperFacts } from '../use-paper-facts.ts'
import { viewWords } from '../view-words.ts'
import { planningWords } from '../words.ts'
import { paperLook } from './paper-look.ts'
import { PaperHeading, PaperRowHead } from './paper-row-head.tsx'
import { PaperCrew, PaperCup, PaperDocuments } from './paper-signs.tsx'

const Visit = ({ made }: { made: BoardBar }) => {
  const factsOf = usePaperFacts()
  const { hours, state, detail } = factsOf(made)
  return (
    <li
      className="mb-[0.5mm] overflow-hidden rounded-[0.6mm] px-[0.8mm] leading-[1.2]"
      style={paperLook(made)}
    >
      <p dir="auto" className="truncate text-[6.5pt]">
        <span className="nums font-semibold">{hours}</span> {made.title}
      </p>
      <p dir="auto" className="truncate text-[#465659] text-[5.5pt]">
        {made.crew && <PaperCrew crew={made.crew} />} <PaperDocuments count={made.attachments} />{' '}
        {state} · {detail}
      </p>
    </li>
  )
}

/** The breaks that the work of that day calls for, with their hours. */
const Breaks = ({ row, day }: { row: BoardRow; day: BoardDay }) => {
  const clock = useClock()
  const { byRow, board } = useBoard()
  const bars = byRow.get(row.id)
  if (!row.loads || !bars) return null
  const gaps = gapsOf(layLanes(bars), row, paceOf(board?.pace)).filter(
    ({ kind, from }) => kind === 'break' && from >= day.from && from < day.until,
  )
  return gaps.map(({ from, until }) => (
    <p key={from} className="nums text-[#465659] text-[5.5pt]">
      <PaperCup /> {clock.range(new Date(from).toISOString(), new Date(until).toISOString())}
    </p>
  ))
}

const Cell = ({ row, day }: { row: BoardRow; day: BoardDay }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { heads, byRow, clear } = useBoard()
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
          .map((made) => (
            <Visit key={made.id} made={made} />
          ))}
      </ul>
      <Breaks row={row} day={day} />
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
