import type { Review, ReviewDepartment } from '@regie/contract/production-reviews'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useReading } from '../api-review.ts'
import {
  changesByPosition,
  groupsOf,
  type ReviewFilter,
  type ReviewGroup,
  remarksByPosition,
} from '../review-groups.ts'
import { reviewWords } from '../review-words.ts'
import { usePhaseName } from './coverage-grid.tsx'
import { RemarkDialog } from './remark-dialog.tsx'
import { ReviewLineRow, type ReviewRow } from './review-line-row.tsx'

type Props = {
  readonly review: Review
  readonly filter: ReviewFilter
  /** Empty: all that are in sight. */
  readonly departments: readonly ReviewDepartment[]
  /** The office answers and corrects. */
  readonly mayAnswer: boolean
  readonly onCorrect?: (line: ReviewRow) => void
}

/** The grid, phase by phase and line by line, to be read and remarked on. */
export const ReviewLines = ({ review, filter, departments, mayAnswer, onCorrect }: Props) => {
  const words = useWords(reviewWords)
  const projectId = review.project.id
  const { mark, show } = useReading(projectId)
  const [remarking, setRemarking] = useState<ReviewRow | null>(null)
  const groups = groupsOf(review, { filter, departments })
  const changes = changesByPosition(review)
  const remarks = remarksByPosition(review)
  const isOpen = review.state === 'open'
  const mayRead = ({ department }: ReviewRow) => isOpen && review.mine.includes(department)
  /** Shown at once; what the server knows better takes its place. */
  const see = (lines: readonly ReviewRow[], seen: boolean) => {
    const own = new Set(lines.map(({ positionId }) => positionId))
    const told = (line: ReviewRow): ReviewRow =>
      own.has(line.positionId) ? { ...line, isSeen: seen } : line
    show({ ...review, lines: review.lines.map(told) })
    void mark
      .actAsync({
        params: { projectId },
        body: {
          lines: lines.map(({ positionId, fingerprint }) => ({ positionId, fingerprint })),
          seen,
        },
      })
      .catch((error: ProblemError) => show((error.current as Review | null) ?? review))
  }
  if (groups.length === 0)
    return <EmptyState icon={CheckCheck} title={words.noLines} text={words.noLinesText} />
  return (
    <div className="@container flex flex-col">
      {mark.error && <ProblemNote problem={mark.error} />}
      {groups.map((group) => {
        const unread = group.lines.filter((line) => mayRead(line) && !line.isSeen)
        return (
          <section key={group.phaseId} className="break-inside-avoid">
            <Head group={group}>
              {unread.length > 1 && (
                <Button
                  size="small"
                  icon={CheckCheck}
                  isDisabled={mark.isPending}
                  onPress={() => see(unread, true)}
                >
                  {words.allSeen}
                </Button>
              )}
            </Head>
            <ul>
              {group.lines.map((line) => (
                <ReviewLineRow
                  key={line.positionId}
                  line={line}
                  projectId={projectId}
                  remarks={remarks.get(line.positionId) ?? []}
                  change={changes.get(line.positionId)}
                  mayRead={mayRead(line)}
                  mayAnswer={mayAnswer && isOpen}
                  onSeen={(seen) => see([line], seen)}
                  onRemark={() => setRemarking(line)}
                  onCorrect={onCorrect && (() => onCorrect(line))}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {remarking && (
        <RemarkDialog line={remarking} projectId={projectId} onClose={() => setRemarking(null)} />
      )}
    </div>
  )
}

const Head = (props: { readonly group: ReviewGroup; readonly children: React.ReactNode }) => {
  const clock = useClock()
  const nameOf = usePhaseName()
  const [first] = props.group.lines
  if (!first) return null
  const name = nameOf({ name: first.phaseName, kind: first.kind })
  return (
    <header className="flex min-h-10 items-center justify-between gap-3 border-line border-y bg-canvas px-3 py-1 @xl:px-4">
      <h3 className="flex min-w-0 flex-col @xl:flex-row @xl:items-baseline @xl:gap-2">
        <span className="truncate font-semibold">{name}</span>
        <span className="truncate text-ink-2 field:text-sm">
          {first.stageName} · {clock.dateAt(first.startsAt, 'medium')}
        </span>
        <span className="nums hidden text-ink-3 text-xs @3xl:inline">{first.reference}</span>
      </h3>
      <span className="shrink-0 print:hidden">{props.children}</span>
    </header>
  )
}
