import type { Review, ReviewDepartment } from '@regie/contract/production-reviews'
import { reviewDepartmentNames } from '@regie/contract/production-reviews'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { Badge } from '../../ui/badge.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useReview } from '../api-review.ts'
import { ReviewLines } from '../parts/review-lines.tsx'
import { SignPart } from '../parts/sign-part.tsx'
import { reviewWords } from '../review-words.ts'

/** On the phone: a chief reads the own department line by line and signs below. */
export const OwnReviewScreen = () => {
  const projectId = useParam('projectId')
  return <Loaded read={useReview(projectId)}>{(review) => <Sheet review={review} />}</Loaded>
}

const tones = { none: 'neutral', open: 'info', locked: 'good' } as const

const Sheet = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const clock = useClock()
  const own = review.parts.filter(({ department }) => review.mine.includes(department))
  const [chosen, setChosen] = useState<ReviewDepartment | null>(null)
  const part = own.find(({ department }) => department === chosen) ?? own[0]
  const { project, state, dueAt, reason } = review
  return (
    <>
      <PageHeader
        title={project.name}
        path={[{ label: words.back, to: '/reviews' }]}
        aside={<Badge tone={tones[state]}>{words.states[state]}</Badge>}
        description={[
          state === 'open' && dueAt ? words.due(clock.dateTime(dueAt, 'medium')) : '',
          reason && words.reason(reason),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Page>
        {own.length > 1 && part && (
          <Segmented
            label={words.mine}
            value={part.department}
            onChange={setChosen}
            choices={own.map(({ department }) => ({
              id: department,
              label: reviewDepartmentNames[department][language],
            }))}
          />
        )}
        {part && (
          <>
            <div className="overflow-hidden rounded-card border border-line bg-surface">
              <ReviewLines
                review={review}
                filter="all"
                departments={[part.department]}
                mayAnswer={false}
              />
            </div>
            <SignPart key={part.department} part={part} review={review} />
          </>
        )}
      </Page>
    </>
  )
}
