import type { Bar, BoardTechnician } from '@regie/contract/planning'
import { clsx } from 'clsx'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { useBoard } from '../board-context.tsx'
import { stateText } from '../describe-bar.ts'
import { type BoardBar, type BoardRow, isLate } from '../engine/model.ts'
import { barOf } from '../from-contract.ts'
import { nameOfHead, type RowHead } from '../grouped-rows.ts'
import { rowWords } from '../row-words.ts'
import { tellingWords } from '../telling-words.ts'
import { useIsSmall } from '../use-room.ts'
import { planningWords } from '../words.ts'
import { OpenLine } from './open-line.tsx'

const cell = 'border-line border-t px-3 py-1.5 align-top'

const State = ({ bar }: { bar: Bar }) => {
  const words = useWords(planningWords)
  const more = useWords(tellingWords)
  const { now } = useBoard()
  return (
    <>
      <span className="mr-1.5">{stateText(bar, words)}</span>
      {isLate(barOf(bar), now) && <Badge tone="warn">{words.late}</Badge>}
      {bar.locked && <Badge>{words.locked}</Badge>}
      {bar.seats > 1 && (
        <span
          className={clsx(
            'nums block text-xs',
            bar.seats > bar.seatsFilled ? 'text-bad' : 'text-ink-2',
          )}
        >
          {more.crew(bar.seatsFilled, bar.seats)}
        </span>
      )}
      {bar.attachments > 0 && (
        <span className="nums block text-ink-2 text-xs">{more.documents(bar.attachments)}</span>
      )}
    </>
  )
}

const Visit = ({ bar }: { bar: Bar }) => {
  const { select } = useBoard()
  return (
    <>
      <button
        type="button"
        dir="auto"
        onClick={() => select({ kind: 'bar', id: bar.id })}
        className="block min-h-6 text-left font-medium [overflow-wrap:anywhere] hover:underline"
      >
        {bar.siteName}
      </button>
      <span dir="auto" className="block text-ink-2 text-xs [overflow-wrap:anywhere]">
        {[bar.positionName || bar.title, bar.clientName].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

type LineProps = { readonly bar: Bar; readonly isWork: boolean }

/** On a phone, and at 400 %: when in the one column, all else in the other. */
const ShortLine = ({ bar, isWork }: LineProps) => {
  const clock = useClock()
  return (
    <tr>
      <td className={`${cell} nums whitespace-nowrap text-xs`}>
        <span className="block first-letter:uppercase">{clock.dateAt(bar.startsAt)}</span>
        {clock.range(bar.startsAt, bar.endsAt)}
      </td>
      <td className={cell}>
        <Visit bar={bar} />
        {isWork && (
          <span dir="auto" className="block text-xs">
            {bar.technicianName}
          </span>
        )}
        <span className="block text-xs">
          <State bar={bar} />
        </span>
      </td>
    </tr>
  )
}

const Line = ({ bar, isWork }: LineProps) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { travelMinutes } = barOf(bar)
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
        <Visit bar={bar} />
      </td>
      <td className={`${cell} nums whitespace-nowrap text-xs max-xl:hidden`}>{bar.reference}</td>
      <td className={`${cell} max-lg:hidden`}>
        {bar.priorityName && <Badge colour={bar.colour}>{bar.priorityName}</Badge>}
      </td>
      <td className={cell}>
        <State bar={bar} />
      </td>
      <td className={`${cell} nums whitespace-nowrap text-right`}>
        {travelMinutes === null ? '' : words.travelShort(travelMinutes)}
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
  const more = useWords(tellingWords)
  const clock = useClock()
  const { view } = useBoard()
  const isHeading = head.kind === 'heading'
  const name = nameOfHead(head, names.none[view.rows], more.open.row)
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
        <span dir="auto" className="[overflow-wrap:anywhere]">
          {name}
        </span>
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
        {head.kind === 'seats' && (
          <span className="nums ml-2 font-normal text-bad text-xs">
            {more.open.seats(head.open)}
          </span>
        )}
        {head.kind === 'work' && (
          <span className="nums ml-2 font-normal text-ink-2 text-xs">
            {head.open > 0 && <span className="text-bad">{more.open.seats(head.open)} · </span>}
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
  const { heads, byId, open } = useBoard()
  const isSmall = useIsSmall()
  const head = heads.get(row.id)
  if (!head) return null
  const columns = isSmall ? 2 : isWork ? 8 : 7
  const One = isSmall ? ShortLine : Line
  return (
    <tbody className="break-inside-avoid">
      <Head head={head} columns={columns} />
      {bars.map(({ id }) => {
        const bar = byId.get(id)
        if (bar) return <One key={id} bar={bar} isWork={isWork} />
        const seats = open.get(id)
        return seats ? <OpenLine key={id} open={seats} isWork={isWork} /> : null
      })}
    </tbody>
  )
}
