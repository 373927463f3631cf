import type { BoardTechnician } from '@regie/contract/planning'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { loadTone } from '../engine/paint-loads.ts'
import type { RowStack } from '../engine/rows.ts'
import { loadOf } from '../from-contract.ts'
import type { RowHead } from '../grouped-rows.ts'
import { rowWords } from '../row-words.ts'
import { tellingWords } from '../telling-words.ts'
import { planningWords } from '../words.ts'

const tones = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad' } as const

type LoadProps = {
  readonly planned: number
  readonly capacity: number
  readonly detail?: string
  readonly isSmall: boolean
}

const Load = ({ planned, capacity, detail, isSmall }: LoadProps) => {
  const words = useWords(planningWords)
  const clock = useClock()
  if (capacity === 0) return <p className="truncate text-ink-3 text-xs">{words.noShift}</p>
  const share = planned / capacity
  const text = words.planned(clock.duration(planned), clock.duration(capacity))
  return (
    <div title={detail ?? text} className="flex items-center gap-2 text-xs">
      <span className="h-1.5 w-10 shrink-0 overflow-hidden rounded-full bg-sunken ring-1 ring-line">
        <span
          className={clsx('block h-full', tones[loadTone(share)])}
          style={{ width: `${Math.min(100, Math.round(share * 100))}%` }}
        />
      </span>
      <span className={clsx('nums truncate', share > 1 ? 'font-medium text-bad' : 'text-ink-2')}>
        <span className="sr-only">{text}, </span>
        {words.load(Math.round(share * 100))}
        {!isSmall && <span aria-hidden> · {clock.duration(planned)}</span>}
      </span>
    </div>
  )
}

const Technician = ({ technician, isSmall }: { technician: BoardTechnician; isSmall: boolean }) => {
  const words = useWords(rowWords)
  const clock = useClock()
  const { planned, capacity } = loadOf(technician)
  const byDay = technician.days
    .filter(({ plannedMinutes, capacityMinutes }) => plannedMinutes > 0 || capacityMinutes > 0)
    .map(({ date, plannedMinutes, capacityMinutes }) => {
      const percent = capacityMinutes ? Math.round((100 * plannedMinutes) / capacityMinutes) : 0
      const hours = [clock.duration(plannedMinutes), clock.duration(capacityMinutes)] as const
      return `${clock.date(date)} : ${words.dayLoad(...hours, percent)}`
    })
  return (
    <>
      <Link
        to={`/technicians/${technician.id}`}
        dir="auto"
        title={technician.name}
        className="block min-w-0 truncate font-medium text-[0.8125rem] leading-6 hover:underline"
      >
        {technician.name}
      </Link>
      {technician.archived ? (
        <p className="truncate font-medium text-bad text-xs">{words.archivedShort}</p>
      ) : (
        <Load planned={planned} capacity={capacity} detail={byDay.join('\n')} isSmall={isSmall} />
      )}
    </>
  )
}

type HeadingProps = {
  readonly head: Extract<RowHead, { kind: 'heading' }>
  readonly isSmall: boolean
}

const Heading = ({ head, isSmall }: HeadingProps) => {
  const words = useWords(rowWords)
  const { view, fold } = useBoard()
  const name = head.name || words.none[view.rows]
  const Icon = head.isOpen ? ChevronDown : ChevronRight
  const share = head.capacity > 0 ? Math.round((100 * head.planned) / head.capacity) : null
  return (
    <button
      type="button"
      aria-expanded={head.isOpen}
      onClick={() => fold(head.key)}
      title={`${name} · ${words.people(head.people)}`}
      className="-mx-2 flex min-w-0 cursor-default items-center gap-1 rounded-control px-1 text-left font-semibold text-xs leading-6 hover:bg-sunken"
    >
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-2" />
      <span className="sr-only">{head.isOpen ? words.fold('') : words.unfold('')}</span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {name}
      </span>
      <span className="nums shrink-0 font-normal text-ink-2">
        {isSmall || share === null ? head.people : `${head.people} · ${share} %`}
      </span>
    </button>
  )
}

const Work = ({ head }: { head: Extract<RowHead, { kind: 'work' }> }) => {
  const words = useWords(rowWords)
  const more = useWords(tellingWords)
  const clock = useClock()
  const { view } = useBoard()
  const name = head.name || words.none[view.rows]
  return (
    <>
      <span
        dir="auto"
        title={name}
        className="block truncate font-medium text-[0.8125rem] leading-5"
      >
        {name}
      </span>
      <span dir="auto" className="nums block truncate text-ink-2 text-xs">
        {head.open > 0 && (
          <span className="font-medium text-bad">{more.open.seats(head.open)}</span>
        )}
        {head.open > 0 && head.visits > 0 && ' · '}
        {head.visits > 0 &&
          `${words.visits(head.visits)} · ${clock.duration(Math.round(head.minutes))}`}
        {head.detail && ` · ${head.detail}`}
      </span>
    </>
  )
}

const Seats = ({ head }: { head: Extract<RowHead, { kind: 'seats' }> }) => {
  const { open } = useWords(tellingWords)
  return (
    <>
      <span title={open.row} className="truncate font-medium text-[0.8125rem] leading-5">
        {open.row}
      </span>
      <span className="nums truncate font-medium text-bad text-xs">
        {head.open} <span className="font-normal text-ink-2">{open.works(head.works)}</span>
      </span>
    </>
  )
}

const TALL_PX = 160

type Props = {
  readonly stack: RowStack
  readonly from: number
  readonly until: number
  readonly isSmall: boolean
}

/** What stands before the rows in sight; as many elements as rows on screen, however many there are. */
export const RowHeads = ({ stack, from, until, isSmall }: Props) => {
  const { heads } = useBoard()
  return (
    <ul className="m-0 list-none p-0">
      {stack.boxes.slice(from, until).map((box, index) => {
        const head = heads.get(box.row.id)
        if (!head) return null
        return (
          <li
            key={box.row.id}
            className={clsx(
              'absolute inset-x-0 flex flex-col border-b px-3',
              // The middle of a tall row may be out of sight while its bars are in it.
              box.height > TALL_PX ? 'justify-start pt-2' : 'justify-center',
              head.kind === 'heading' ? 'border-line-strong/60 bg-canvas' : 'border-line',
            )}
            style={{ top: stack.tops[from + index] ?? 0, height: box.height }}
          >
            {head.kind === 'technician' && (
              <Technician technician={head.technician} isSmall={isSmall} />
            )}
            {head.kind === 'heading' && <Heading head={head} isSmall={isSmall} />}
            {head.kind === 'work' && <Work head={head} />}
            {head.kind === 'seats' && <Seats head={head} />}
          </li>
        )
      })}
    </ul>
  )
}
