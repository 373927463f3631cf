import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { useBoard } from '../board-context.tsx'
import { namesOf, type OpenBar } from '../open-bars.ts'
import { tellingWords } from '../telling-words.ts'
import { useIsSmall } from '../use-room.ts'

const cell = 'border-line border-t px-3 py-1.5 align-top'

const Seats = ({ open: { bar, seats } }: { open: OpenBar }) => {
  const { select } = useBoard()
  const [first] = seats
  return (
    <>
      <button
        type="button"
        dir="auto"
        onClick={() => select({ kind: 'open', id: bar.id })}
        className="block min-h-6 text-left font-medium [overflow-wrap:anywhere] hover:underline"
      >
        {first.siteName}
      </button>
      <span dir="auto" className="block text-ink-2 text-xs [overflow-wrap:anywhere]">
        {[namesOf(seats), first.clientName].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

/** Seats that nobody has, as a line of the table. */
export const OpenLine = ({ open, isWork }: { open: OpenBar; isWork: boolean }) => {
  const more = useWords(tellingWords)
  const clock = useClock()
  const isSmall = useIsSmall()
  const { seats } = open
  const [first] = seats
  const state = (
    <>
      <span className="font-medium text-bad">{more.open.seats(seats.length)}</span>
      <span className="nums block text-ink-2 text-xs">
        {more.crew(first.seats - seats.length, first.seats)}
      </span>
    </>
  )
  if (isSmall)
    return (
      <tr>
        <td className={`${cell} nums whitespace-nowrap text-xs`}>
          <span className="block first-letter:uppercase">{clock.dateAt(first.startsAt)}</span>
          {clock.range(first.startsAt, first.endsAt)}
        </td>
        <td className={cell}>
          <Seats open={open} />
          <span className="block text-xs">{state}</span>
        </td>
      </tr>
    )
  return (
    <tr>
      <td className={`${cell} nums whitespace-nowrap first-letter:uppercase`}>
        {clock.dateAt(first.startsAt)}
      </td>
      <td className={`${cell} nums whitespace-nowrap`}>
        {clock.range(first.startsAt, first.endsAt)}
      </td>
      {isWork && <td className={`${cell} text-bad`}>{more.open.state}</td>}
      <td className={cell}>
        <Seats open={open} />
      </td>
      <td className={`${cell} nums whitespace-nowrap text-xs max-xl:hidden`}>{first.reference}</td>
      <td className={`${cell} max-lg:hidden`}>
        {first.priorityName && <Badge colour={first.colour}>{first.priorityName}</Badge>}
      </td>
      <td className={cell}>{state}</td>
      <td className={cell} />
    </tr>
  )
}
