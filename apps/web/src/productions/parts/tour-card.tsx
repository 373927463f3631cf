import { getTour, type TourLeg } from '@regie/contract/production-tour'
import { productionEvents } from '@regie/contract/productions'
import { Truck } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { refreshOn } from '../../lib/live.tsx'
import { useRead } from '../../lib/server-state.tsx'
import { numberText } from '../../lib/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { tourWords } from '../tour-words.ts'

refreshOn(Object.keys(productionEvents), [getTour])

/** The ways between the dates of a tour; nothing where all is in one place. */
export const TourCard = ({ projectId }: { projectId: string }) => {
  const words = useWords(tourWords)
  const { data } = useRead(getTour, { params: { projectId } }, { keepPrevious: true })
  if (!data || data.legs.length === 0) return null
  return (
    <Card title={words.title} description={words.text} isFlush>
      <ol>
        {data.legs.map((leg) => (
          <Leg key={leg.from.phaseId + leg.to.phaseId} leg={leg} />
        ))}
      </ol>
    </Card>
  )
}

const placeOf = ({ stageName, city }: TourLeg['from']): string =>
  city && city !== stageName ? `${stageName}, ${city}` : stageName

const Leg = ({ leg }: { leg: TourLeg }) => {
  const words = useWords(tourWords)
  const clock = useClock()
  const { language } = useLanguage()
  const { from, to, leavesAt, arrivesBy, travelSeconds, travelMetres, estimated } = leg
  const minutes = (Date.parse(arrivesBy) - Date.parse(leavesAt)) / 60_000
  const way = [
    travelMetres !== null && `${numberText(language, Math.round(travelMetres / 1000))} km`,
    travelSeconds !== null && clock.duration(travelSeconds / 60),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2.5">
      <Truck aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span dir="auto" className="font-medium">
        {words.way(placeOf(from), placeOf(to))}
      </span>
      <span className="nums">
        {way.length > 0
          ? way.join(' · ') + (estimated ? ` (${words.estimated})` : '')
          : words.unknown}
      </span>
      <span className="nums text-ink-2">
        {words.between(clock.dateTime(leavesAt, 'day'), clock.dateTime(arrivesBy, 'day'))}
        {minutes > 0 && ` · ${words.room(clock.duration(minutes))}`}
      </span>
      {leg.shortMinutes !== null && (
        <Badge tone="bad">{words.short(clock.duration(leg.shortMinutes))}</Badge>
      )}
    </li>
  )
}
