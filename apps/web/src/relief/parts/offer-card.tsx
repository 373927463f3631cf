import type { OwnAsk } from '@regie/contract/own-relief'
import { ArrowLeftRight, Check, MapPin, Siren, X } from 'lucide-react'
import { durationText } from '../../lib/duration.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { localeOf } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ownReliefWords } from '../own-words.ts'

type Props = {
  readonly offer: OwnAsk
  readonly timeZone: string
  readonly onAnswer: (answer: 'yes' | 'no') => void
  readonly isPending: boolean
  readonly error: ProblemError | null
}

const tones = {
  asked: 'info',
  yes: 'good',
  no: 'neutral',
  missed: 'neutral',
  unable: 'warn',
} as const

/** A seat one is asked to take; in the app and behind a link alike, so it needs no session. */
export const OfferCard = ({ offer, timeZone, onAnswer, isPending, error }: Props) => {
  const words = useWords(ownReliefWords)
  const { language } = useLanguage()
  const { state, requestState, open, kind, title, positionName, siteName, city, reason } = offer
  const isWaiting = state === 'yes' && requestState === 'to_approve'
  return (
    <article className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <Hours offer={offer} timeZone={timeZone} />
        {!(open && state === 'asked') && (
          <Badge
            tone={isWaiting ? 'warn' : tones[state]}
            icon={state === 'yes' ? Check : undefined}
          >
            {isWaiting ? words.waiting : words.states[state]}
          </Badge>
        )}
      </div>
      <div>
        <p className="flex items-center gap-1.5 text-ink-2">
          {kind === 'emergency' ? (
            <Siren aria-hidden className="size-4 shrink-0 text-bad" />
          ) : (
            <ArrowLeftRight aria-hidden className="size-4 shrink-0" />
          )}
          {words.kinds[kind](offer.from)}
        </p>
        <p className="mt-1 font-medium">
          {title}
          {positionName && ` · ${positionName}`}
        </p>
        <p className="flex items-center gap-1.5 text-ink-2">
          <MapPin aria-hidden className="size-4 shrink-0" />
          {siteName}
          {city && `, ${city}`}
        </p>
        {offer.addedTravelSeconds > 0 && (
          <p className="text-ink-2">
            {words.travel(durationText(language, Math.round(offer.addedTravelSeconds / 60)))}
          </p>
        )}
        {reason && <p className="mt-1 italic">{words.quoted(reason)}</p>}
      </div>
      {offer.inReturn && (
        <div className="rounded-control bg-sunken px-3 py-2">
          <p className="text-[0.8125rem] text-ink-2">{words.inReturn}</p>
          <p className="font-medium">{offer.inReturn.title}</p>
          <Hours offer={offer.inReturn} timeZone={timeZone} isSmall />
        </div>
      )}
      {open && (
        <div className="grid grid-cols-2 gap-2">
          <Button
            icon={X}
            className="min-h-12"
            isDisabled={state === 'no' || isPending}
            onPress={() => onAnswer('no')}
          >
            {words.leave}
          </Button>
          <Button
            tone="primary"
            icon={Check}
            className="min-h-12"
            isPending={isPending}
            onPress={() => onAnswer('yes')}
          >
            {words.take}
          </Button>
        </div>
      )}
      {error && <ProblemNote problem={error} />}
    </article>
  )
}

type HoursProps = {
  readonly offer: Pick<OwnAsk, 'startsAt' | 'endsAt'>
  readonly timeZone: string
  readonly isSmall?: boolean
}

const Hours = ({ offer, timeZone, isSmall = false }: HoursProps) => {
  const { language } = useLanguage()
  const day = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const time = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [from, until] = [Date.parse(offer.startsAt), Date.parse(offer.endsAt)]
  const hours = `${time.format(from)} – ${time.format(until)}`
  if (isSmall) return <p className="nums text-ink-2">{`${day.format(from)}, ${hours}`}</p>
  return (
    <div>
      <p className="font-semibold text-lg first-letter:uppercase">{day.format(from)}</p>
      <p className="nums text-lg">{hours}</p>
    </div>
  )
}
