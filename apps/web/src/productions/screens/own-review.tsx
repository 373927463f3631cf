import type { Review } from '@regie/contract/production-reviews'
import { useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Badge } from '../../ui/badge.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useReview } from '../api-review.ts'
import { OwnReviewGrid } from '../parts/own-review-grid.tsx'
import { reviewTones, useReviewSaid } from '../parts/use-review-said.ts'
import { reviewWords } from '../review-words.ts'

/** On the phone: a chief reads the own department line by line and signs below. */
export const OwnReviewScreen = () => {
  const projectId = useParam('projectId')
  return <Loaded read={useReview(projectId)}>{(review) => <Sheet review={review} />}</Loaded>
}

const Sheet = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const { project, state } = review
  return (
    <>
      <PageHeader
        title={project.name}
        path={[{ label: words.back, to: '/reviews' }]}
        aside={<Badge tone={reviewTones[state]}>{words.states[state]}</Badge>}
        description={useReviewSaid(review)}
      />
      <Page>
        <OwnReviewGrid review={review} />
      </Page>
    </>
  )
}
