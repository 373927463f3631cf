import { Link } from '@tanstack/react-router'
import { Ban, ChevronRight, CloudUpload, MapPin } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { addressText } from '../directions.ts'
import type { PhoneStop } from '../offline/overlay.ts'
import { fieldworkWords } from '../words.ts'
import { NewsMark } from './block.tsx'
import { StateBadge } from './state-badge.tsx'

type Props = {
  readonly stop: PhoneStop
  /** It changed since it was last looked at. */
  readonly isNews?: boolean
  readonly now: number
  /** What can be done from here, below the summary. */
  readonly children?: ReactNode
}

/** One stop: hours, who, where, in which state. The whole summary opens it. */
export const StopCard = ({ stop, now, isNews = false, children }: Props) => {
  const words = useWords(fieldworkWords)
  const clock = useClock()
  return (
    <article
      className="overflow-hidden rounded-card border border-line border-l-6 bg-surface"
      style={{ borderLeftColor: stop.colour }}
    >
      <Link
        to="/assignment/$assignmentId"
        params={{ assignmentId: stop.id }}
        className="flex items-start gap-2 p-4 active:bg-canvas"
      >
        <div className="min-w-0 flex-1">
          <p className="nums font-semibold text-lg leading-tight">
            {clock.range(stop.startsAt, stop.endsAt)}
          </p>
          <p className="mt-1 break-words font-medium">{stop.client.name}</p>
          <p className="break-words text-ink-2">
            {stop.title}
            {stop.positionName && ` · ${stop.positionName}`}
          </p>
          <p className="mt-1 flex items-start gap-1.5 text-ink-2 text-sm">
            <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0 break-words">
              {[stop.site.name, addressText(stop.site)].filter(Boolean).join(' · ')}
            </span>
          </p>
          <div className="mt-2.5 flex flex-wrap items-center gap-2">
            <StateBadge stop={stop} now={now} />
            {stop.goneAt !== null && (
              <Badge tone="warn" icon={Ban}>
                {words.takenAway}
              </Badge>
            )}
            {isNews && <NewsMark />}
            {stop.unsent.size > 0 && (
              <CloudUpload aria-label={words.unsent} className="size-5 text-warn" />
            )}
          </div>
        </div>
        <ChevronRight aria-hidden className="mt-1 size-5 shrink-0 text-ink-3" />
      </Link>
      {children && <div className="border-line border-t p-3">{children}</div>}
    </article>
  )
}
