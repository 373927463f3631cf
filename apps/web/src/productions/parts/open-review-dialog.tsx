import type { Instant } from '@regie/contract/kernel'
import type { Review } from '@regie/contract/production-reviews'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { type ProblemError, toProblem } from '../../lib/problem.ts'
import { addDays } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { InstantField } from '../../ui/instant-field.tsx'
import { Note } from '../../ui/note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useReviewActs } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'

type Props = {
  readonly review: Review
  /** To open it, to open a locked plan again, or to change the due time. */
  readonly kind: 'open' | 'reopen' | 'due'
  readonly onClose: () => void
}
const EVENING = '18:00'

/** When the chiefs should have signed, and why again. */
export const OpenReviewDialog = ({ review, kind, onClose }: Props) => {
  const words = useWords(reviewWords)
  const clock = useClock()
  const { open, change } = useReviewActs(review.project.id)
  const [dueAt, setDue] = useState<Instant | null>(
    kind === 'due' ? review.dueAt : clock.instantOf(addDays(clock.today(), 1), EVENING),
  )
  const [reason, setReason] = useState('')
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const params = { projectId: review.project.id }
  const run = async () => {
    if (!dueAt) return
    setPending(true)
    try {
      if (kind === 'due') await change({ params, body: { dueAt, version: review.version ?? 1 } })
      else await open({ params, body: { dueAt, reason } })
      onClose()
    } catch (error) {
      setProblem(toProblem(error))
      setPending(false)
    }
  }
  const title = { open: words.open, reopen: words.reopen, due: words.changeDue }[kind]
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            isPending={isPending}
            isDisabled={!dueAt || (kind === 'reopen' && reason.trim() === '')}
            onPress={() => void run()}
          >
            {kind === 'due' ? words.save : title}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <Problem problem={problem} />}
        {kind !== 'due' && (
          <p className="text-ink-2">{kind === 'open' ? words.openText : words.reopenText}</p>
        )}
        <InstantField label={words.dueAt} usualTime={EVENING} value={dueAt} onChange={setDue} />
        {kind === 'reopen' && (
          <TextField
            label={words.why}
            description={words.whyHint}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Every fault at once: departments without a chief, a due time that is over. */
const Problem = ({ problem }: { problem: ProblemError }) =>
  problem.faults.length === 0 ? (
    <ProblemNote problem={problem} />
  ) : (
    <Note tone="bad" title={problem.message}>
      <ul>
        {problem.faults.map(({ path, expected }) => (
          <li key={path}>{expected}</li>
        ))}
      </ul>
    </Note>
  )
