import { type OwnReview, reviewDepartmentNames } from '@regie/contract/production-reviews'
import { Link } from '@tanstack/react-router'
import { ChevronRight, ListChecks } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useOwnReviews } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'

/** On the phone: the reviews I am a chief in. */
export const OwnReviews = () => {
  const words = useWords(reviewWords)
  return (
    <>
      <PageHeader title={words.reviews} path={[{ label: words.me, to: '/me' }]} />
      <Page>
        <Loaded read={useOwnReviews()}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={ListChecks} title={words.noReviews} text={words.noReviewsText} />
            ) : (
              <ul className="flex flex-col gap-3">
                {items.map((review) => (
                  <One key={review.projectId} review={review} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Page>
    </>
  )
}

const One = ({ review }: { review: OwnReview }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { projectId, name, code, dueAt, departments, unread, isSigned, changes, state } = review
  const own = departments.map((one) => reviewDepartmentNames[one][language]).join(', ')
  return (
    <li>
      <Link
        to={`/reviews/${projectId}`}
        className="flex items-center gap-3 rounded-card border border-line bg-surface p-4"
      >
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <p className="truncate font-semibold">{name}</p>
          <p className="text-ink-2">{[code, own].join(' · ')}</p>
          <p className="flex flex-wrap gap-2">
            {changes > 0 && <Badge tone="warn">{words.changedAfter}</Badge>}
            {isSigned ? (
              <Badge tone="good">{words.signed}</Badge>
            ) : (
              <Badge tone="info">{unread > 0 ? words.stillUnread(unread) : words.notSigned}</Badge>
            )}
          </p>
          {state === 'open' && dueAt && !isSigned && (
            <p className="text-ink-2 text-sm">{words.due(clock.dateTime(dueAt, 'medium'))}</p>
          )}
        </div>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  )
}
