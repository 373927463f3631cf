import type { Bar, BoardTechnician } from '@regie/contract/planning'
import { clsx } from 'clsx'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText } from '../describe-bar.ts'
import { type BoardBar, type BoardRow, isLate } from '../engine/model.ts'
import { barOf } from '../from-contract.ts'
import type { RowHead } from '../grouped-rows.ts'
import { rowWords } from '../row-words.ts'
import { planningWords } from '../words.ts'

const cell = 'border-line border-t px-3 py-1.5 align-top'

const Line = ({ bar, isWork }: { bar: Bar; isWork: boolean }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { select, now } = useBoard()
  const made = barOf(bar)
  return (
    <tr>
      <td className={`${cell} nums whitespace-nowrap first-letter:uppercase`}>
        {clock.dateAt(bar.startsAt)}
      </td>
      <td className={`${cell} nums whitespace-nowrap`}>{clock.range(bar.startsAt, bar.endsAt)}</td>
      {isWork && (
        <td dir="auto" className={cell}>
          {bar.technicianName}
        </td>
      )}
      <td className={cell}>
        <button
          type="button"
          dir="auto"
          onClick={() => select({ kind: 'bar', id: bar.id })}
          className="break-words text-left font-medium hover:underline"
        >
          {bar.siteName}
        </button>
        <span dir="auto" className="block text-ink-2 text-xs">
          {[bar.positionName || bar.title, bar.clientName].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className={`${cell} max-xl:hidden`}>{bar.reference}</td>
      <td className={`${cell} max-lg:hidden`}>
        {bar.priorityName && <Badge colour={bar.colour}>{bar.priorityName}</Badge>}
      </td>
      <td className={cell}>
        <span className="mr-1.5">{stateText(bar, words)}</span>
        {isLate(made, now) && <Badge tone="warn">{words.late}</Badge>}
        {bar.locked && <Badge>{words.locked}</Badge>}
      </td>
      <td className={`${cell} nums text-right max-sm:hidden`}>
        {made.travelMinutes === null ? '' : words.travelShort(made.travelMinutes)}
      </td>
    </tr>
  )
}

/** Planned hours and how full, day by day. */
const Days = ({ technician }: { technician: BoardTechnician }) => {
  const names = useWords(rowWords)
  const clock = useClock()
  const days = technician.days.filter(({ plannedMinutes }) => plannedMinutes > 0)
  return (
    <span className="nums block font-normal text-ink-2 text-xs">
      {days
        .map(({ date, plannedMinutes, capacityMinutes }) => {
          const percent = capacityMinutes ? Math.round((100 * plannedMinutes) / capacityMinutes) : 0
          const [planned, capacity] = [
            clock.duration(plannedMinutes),
            clock.duration(capacityMinutes),
          ]
          const load = names.dayLoad(planned, capacity, percent)
          return technician.days.length > 1 ? `${clock.date(date, 'day')} : ${load}` : load
        })
        .join(' · ')}
    </span>
  )
}

const Head = ({ head, columns }: { head: RowHead; columns: number }) => {
  const names = useWords(rowWords)
  const clock = useClock()
  const { view } = useBoard()
  const isHeading = head.kind === 'heading'
  const name =
    head.kind === 'technician' ? head.technician.name : head.name || names.none[view.rows]
  return (
    <tr>
      <th
        scope={isHeading ? 'colgroup' : 'rowgroup'}
        colSpan={columns}
        className={clsx(
          'border-line-strong/60 border-t px-3 py-1.5 text-left font-semibold',
          isHeading ? 'bg-sunken' : 'bg-canvas',
        )}
      >
        <span dir="auto">{name}</span>
        {head.kind === 'technician' && <Days technician={head.technician} />}
        {head.kind === 'heading' && (
          <span className="nums ml-2 font-normal text-ink-2 text-xs">
            {names.people(head.people)} ·{' '}
            {names.dayLoad(
              clock.duration(head.planned),
              clock.duration(head.capacity),
              head.capacity ? Math.round((100 * head.planned) / head.capacity) : 0,
            )}
          </span>
        )}
        {head.kind === 'work' && (
          <span className="nums ml-2 font-normal text-ink-2 text-xs">
            {names.visits(head.visits)} · {clock.duration(Math.round(head.minutes))}
            {head.detail && ` · ${head.detail}`}
          </span>
        )}
      </th>
    </tr>
  )
}

type Props = {
  readonly row: BoardRow
  readonly bars: readonly BoardBar[]
  readonly isWork: boolean
}

/** A row of the board as lines of the table. */
export const TableGroup = ({ row, bars, isWork }: Props) => {
  const { heads, byId } = useBoard()
  const head = heads.get(row.id)
  if (!head) return null
  return (
    <tbody className="break-inside-avoid">
      <Head head={head} columns={isWork ? 8 : 7} />
      {bars.map(({ id }) => {
        const bar = byId.get(id)
        return bar ? <Line key={id} bar={bar} isWork={isWork} /> : null
      })}
    </tbody>
  )
}
