import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { whenText } from '../describe-bar.ts'
import type { OpenBar } from '../open-bars.ts'
import { tellingWords } from '../telling-words.ts'

/** Seats of a crew that nobody has, beside the pointer: whose work, when, and which. */
export const OpenCard = ({ open: { seats } }: { open: OpenBar }) => {
  const more = useWords(tellingWords)
  const clock = useClock()
  const [first] = seats
  return (
    <>
      <p dir="auto" className="line-clamp-2 font-semibold">
        {first.siteName}
      </p>
      <p dir="auto" className="line-clamp-2 text-ink-2">
        {[first.title, first.clientName].filter(Boolean).join(' · ')}
      </p>
      <p className="nums mt-1.5 font-medium">{whenText(first, clock)}</p>
      <p className="font-medium text-bad text-xs">{more.open.seats(seats.length)}</p>
      <ul className="text-ink-2 text-xs">
        {seats.map(({ positionId, positionName, title }) => (
          <li key={positionId} dir="auto" className="truncate">
            {positionName || title}
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-xs">{more.crew(first.seats - seats.length, first.seats)}</p>
    </>
  )
}
