import type { Review } from '@regie/contract/production-reviews'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { reviewWords } from '../review-words.ts'

export const reviewTones = { none: 'neutral', open: 'info', locked: 'good' } as const

/** Until when it is to be signed, and why again. */
export const useReviewSaid = ({ state, dueAt, reason }: Review): string => {
  const words = useWords(reviewWords)
  const clock = useClock()
  return [
    state === 'open' && dueAt ? words.due(clock.dateTime(dueAt, 'medium')) : '',
    reason && words.reason(reason),
  ]
    .filter(Boolean)
    .join(' · ')
}
