import type { BoardTechnician } from '@regie/contract/planning'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import type { RowStack } from '../engine/rows.ts'
import { loadOf } from '../from-contract.ts'
import { planningWords } from '../words.ts'

const FULL = 0.85

const Load = ({ technician, isSmall }: { technician: BoardTechnician; isSmall: boolean }) => {
  const words = useWords(planningWords)
  const clock = useClock()
  const { planned, capacity } = loadOf(technician)
  if (capacity === 0) return <p className="truncate text-ink-3 text-xs">{words.noShift}</p>
  const share = planned / capacity
  const tone = share > 1 ? 'bg-bad' : share > FULL ? 'bg-warn' : 'bg-good'
  const text = words.planned(clock.duration(planned), clock.duration(capacity))
  return (
    <div title={text} className="flex items-center gap-2 text-xs">
      <span className="h-1.5 w-10 shrink-0 overflow-hidden rounded-full bg-sunken ring-1 ring-line">
        <span
          className={clsx('block h-full', tone)}
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

type Props = {
  readonly stack: RowStack
  readonly from: number
  readonly until: number
  readonly isSmall: boolean
}

/** The names of the rows in sight; as many elements as rows on screen, however many technicians there are. */
export const RowHeads = ({ stack, from, until, isSmall }: Props) => {
  const { technicians } = useBoard()
  return (
    <ul className="m-0 list-none p-0">
      {stack.boxes.slice(from, until).map((box, index) => {
        const technician = technicians[from + index]
        if (!technician || technician.id !== box.row.id) return null
        return (
          <li
            key={technician.id}
            className="absolute inset-x-0 flex flex-col justify-center border-line border-b px-3"
            style={{ top: stack.tops[from + index] ?? 0, height: box.height }}
          >
            <Link
              to={`/technicians/${technician.id}`}
              dir="auto"
              title={technician.name}
              className="block min-w-0 truncate font-medium text-[0.8125rem] leading-5 hover:underline"
            >
              {technician.name}
            </Link>
            <Load technician={technician} isSmall={isSmall} />
          </li>
        )
      })}
    </ul>
  )
}
