import type { Review } from '@regie/contract/production-reviews'
import { Zone } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ReviewToken, useReview } from '../api-review.ts'
import { OwnReviewGrid } from '../parts/own-review-grid.tsx'
import { reviewTones, useReviewSaid } from '../parts/use-review-said.ts'
import { reviewWords } from '../review-words.ts'

type Props = {
  readonly projectId: string
  readonly timeZone: string
  readonly token: string
}

/** A review by link: a chief without an account reads, remarks and signs like one who has one. */
export const LinkedReview = ({ projectId, timeZone, token }: Props) => (
  <Zone value={timeZone}>
    <ReviewToken value={token}>
      <Read projectId={projectId} />
    </ReviewToken>
  </Zone>
)

const Read = ({ projectId }: { projectId: string }) => (
  <Loaded read={useReview(projectId)}>{(review) => <Sheet review={review} />}</Loaded>
)

const Sheet = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const said = useReviewSaid(review)
  const { project, state } = review
  return (
    <article className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <p className="flex items-center justify-between gap-3">
          <span className="font-medium text-accent">{words.linked}</span>
          <Badge tone={reviewTones[state]}>{words.states[state]}</Badge>
        </p>
        <h2 className="break-words font-bold text-xl">{project.name}</h2>
        {said && <p className="text-ink-2 text-sm">{said}</p>}
      </header>
      {state === 'open' && <p className="text-ink-2 text-sm">{words.linkedText}</p>}
      <OwnReviewGrid review={review} />
    </article>
  )
}
