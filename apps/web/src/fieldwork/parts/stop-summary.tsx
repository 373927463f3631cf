import { Navigation } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { addressText, directionsUrl } from '../directions.ts'
import type { PhoneStop } from '../offline/overlay.ts'
import { fieldworkWords } from '../words.ts'
import { StateBadge } from './state-badge.tsx'

/** Who, what, when, where, and the way there. */
export const StopSummary = ({ stop, now }: { stop: PhoneStop; now: number }) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  const url = directionsUrl(stop.site, navigator.userAgent)
  return (
    <header
      className="rounded-card border border-line border-l-6 bg-surface p-4"
      style={{ borderLeftColor: stop.colour }}
    >
      <StateBadge stop={stop} now={now} />
      <h1 className="mt-2 break-words font-bold text-xl leading-tight">{stop.client.name}</h1>
      <p className="break-words text-ink-2">
        {stop.title}
        {stop.positionName && ` · ${stop.positionName}`}
      </p>
      <p className="nums mt-2 font-semibold first-letter:uppercase">
        {clock.dateAt(stop.startsAt, 'long')},{' '}
        <span className="whitespace-nowrap">{clock.range(stop.startsAt, stop.endsAt)}</span>
      </p>
      <p className="mt-2 break-words">{stop.site.name}</p>
      <p className="break-words text-ink-2">{addressText(stop.site)}</p>
      <p className="mt-1 text-ink-3 text-sm">{stop.reference}</p>
      {url && (
        <a className={`${buttonClass({})} mt-3 w-full`} href={url} target="_blank" rel="noreferrer">
          <Navigation aria-hidden className="size-5" />
          {words.directions}
        </a>
      )}
      {!stop.site.position && <p className="mt-2 text-sm text-warn">{words.noPosition}</p>}
    </header>
  )
}
