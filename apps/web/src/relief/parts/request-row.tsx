import type { ReliefRequest } from '@regie/contract/relief'
import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { reliefWords } from '../words.ts'
import { StateBadges } from './state-badges.tsx'

type Props = { readonly request: ReliefRequest; readonly onOpen: () => void }

/** One seat that changes hands, in a line or two. */
export const RequestRow = ({ request, onOpen }: Props) => {
  const words = useWords(reliefWords)
  const clock = useClock()
  const { title, siteName, positionName, startsAt, endsAt, kind, asks, from, taker, exhausted } =
    request
  const count = (state: string) => asks.filter((ask) => ask.state === state).length
  return (
    <Button
      onPress={onOpen}
      className="flex w-full cursor-default items-center gap-3 px-4 py-3 text-left outline-none data-hovered:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-focus data-focus-visible:-outline-offset-2"
    >
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">
            {title}
            {positionName && ` · ${positionName}`}
          </span>
          <StateBadges request={request} />
        </span>
        <span className="text-ink-2">
          <span className="nums">{`${clock.dateTime(startsAt)} – ${clock.time(endsAt)}`}</span>
          {` · ${siteName}`}
        </span>
        <span className="text-[0.8125rem] text-ink-2">
          {[
            words.kinds[kind],
            from && (kind === 'replacement' ? words.ill(from.name) : words.from(from.name)),
            taker
              ? words.takenBy(taker.name)
              : asks.length === 0 && exhausted
                ? words.nobodyCan
                : words.answers(count('yes'), count('no'), count('asked')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
    </Button>
  )
}
