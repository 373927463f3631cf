import {
  type LineChange,
  type Review,
  type ReviewPart,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { toProblem } from '../../lib/problem.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useReading } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'
import { ReviewChanges } from './review-changes.tsx'

type Props = { readonly part: ReviewPart; readonly review: Review }

/** A chief's own department: how much is read, what is still open, and the signature. */
export const SignPart = ({ part, review }: Props) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const clock = useClock()
  const { sign, show } = useReading(review.project.id)
  const [changes, setChanges] = useState<readonly LineChange[]>([])
  const { department, lines, seen, openRemarks, digest, isSigned, signedAt } = part
  const name = reviewDepartmentNames[department][language]
  const press = () =>
    void sign
      .actAsync({ params: { projectId: review.project.id }, body: { department, digest } })
      .then(
        () => setChanges([]),
        (error: unknown) => {
          const { current, details } = toProblem(error)
          if (current) show(current as Review)
          setChanges((details.changes as LineChange[] | undefined) ?? [])
        },
      )
  return (
    <section
      aria-label={name}
      className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
    >
      <ProgressBar
        label={name}
        value={lines === 0 ? 1 : seen / lines}
        detail={words.read(seen, lines)}
      />
      {changes.length > 0 ? (
        <Note tone="warn" title={words.changedMeanwhile}>
          <ReviewChanges changes={changes} />
        </Note>
      ) : (
        sign.error && <ProblemNote problem={sign.error} />
      )}
      {changes.length === 0 && part.changes.length > 0 && (
        <Note tone="warn" title={words.changedAfterText(part.changes.length)}>
          <ReviewChanges changes={part.changes} />
        </Note>
      )}
      {isSigned && signedAt ? (
        <p className="flex">
          <Badge tone="good" icon={PenLine}>
            {words.signedBy(
              part.signedBy ?? '',
              clock.dateTime(signedAt, 'day'),
              part.signedByLink,
            )}
          </Badge>
        </p>
      ) : (
        review.state === 'open' && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="text-ink-2">
              {seen < lines
                ? words.stillUnread(lines - seen)
                : openRemarks > 0
                  ? words.remarksOpen(openRemarks)
                  : words.signText(lines)}
            </p>
            <Button
              tone="primary"
              icon={PenLine}
              isDisabled={seen < lines || openRemarks > 0}
              isPending={sign.isPending}
              onPress={press}
            >
              {words.signDepartment(name)}
            </Button>
          </div>
        )
      )}
    </section>
  )
}
