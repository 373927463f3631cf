import type { Review } from '@regie/contract/production-reviews'
import { Lock } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { reviewWords } from '../review-words.ts'
import { ReviewChanges } from './review-changes.tsx'

/** Where the review stands: how many have signed, until when, or since when the plan is locked and what changed since. */
export const ReviewStatus = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const clock = useClock()
  const { state, parts, dueAt, lockedAt, openedBy, openedAt, reason, round } = review
  const changes = parts.flatMap((part) => part.changes)
  if (state === 'none') return <p className="max-w-prose text-ink-2">{words.intro}</p>
  const opened = words.openedBy(openedBy ?? '', clock.dateTime(openedAt ?? '', 'medium'))
  const isLate = dueAt !== null && Date.parse(dueAt) < Date.now()
  if (state === 'locked')
    return (
      <>
        <div className="flex items-start gap-3 rounded-card border border-good bg-good-soft p-4">
          <Lock aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
          <div>
            <p className="font-semibold">
              {words.lockedAt(clock.dateTime(lockedAt ?? '', 'medium'))}
            </p>
            <p className="max-w-prose text-ink-2 print:hidden">{words.lockedText}</p>
          </div>
        </div>
        {changes.length > 0 && (
          <Note tone="warn" title={words.changedAfterText(changes.length)}>
            <ReviewChanges changes={changes} />
          </Note>
        )}
      </>
    )
  const signed = parts.filter(({ isSigned }) => isSigned).length
  const due = dueAt && clock.dateTime(dueAt, 'medium')
  return (
    <Card>
      <div className="flex flex-col gap-2 pt-2">
        <ProgressBar
          label={words.progress(signed, parts.length)}
          value={parts.length === 0 ? 0 : signed / parts.length}
          detail={due ? (isLate ? words.overdue(due) : words.due(due)) : ''}
        />
        <p className="text-[0.8125rem] text-ink-2">
          {[words.round(round), opened, reason && words.reason(reason)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </Card>
  )
}
