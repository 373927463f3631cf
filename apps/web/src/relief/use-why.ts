// Why this one and not another: the way it adds, and what they do that day already.
import type { ReliefCandidates } from '@regie/contract/relief'
import { useClock } from '../lib/clock.ts'
import { useWords } from '../lib/language.tsx'
import { reliefWords } from './words.ts'

type Candidate = ReliefCandidates['items'][number]

export const useWhy = () => {
  const words = useWords(reliefWords)
  const clock = useClock()
  return (candidate: Candidate, isUrgent: boolean): string => {
    const { addedTravelSeconds, plannedMinutes, startsAt } = candidate
    const way = clock.duration(Math.round(addedTravelSeconds / 60))
    return [
      isUrgent ? words.arrives(clock.time(startsAt)) : null,
      addedTravelSeconds > 30 ? (isUrgent ? words.away(way) : words.travel(way)) : words.noTravel,
      plannedMinutes > 0 ? words.planned(clock.duration(plannedMinutes)) : words.free,
    ]
      .filter((part) => part !== null)
      .join(' · ')
  }
}
