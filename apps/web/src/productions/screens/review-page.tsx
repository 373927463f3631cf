import {
  type Review,
  type ReviewDepartment,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { BellRing, CalendarClock, CircleOff, Ellipsis, ListChecks, Printer } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useParam } from '../../lib/screen.ts'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useReview, useReviewActs } from '../api-review.ts'
import { CorrectLine } from '../parts/correct-line.tsx'
import { OpenReviewDialog } from '../parts/open-review-dialog.tsx'
import { ProductionHeader } from '../parts/production-header.tsx'
import type { ReviewRow } from '../parts/review-line-row.tsx'
import { ReviewLines } from '../parts/review-lines.tsx'
import { ReviewParts } from '../parts/review-parts.tsx'
import { ReviewRoles } from '../parts/review-roles.tsx'
import { ReviewStatus } from '../parts/review-status.tsx'
import { SignPart } from '../parts/sign-part.tsx'
import { reviewTones } from '../parts/use-review-said.ts'
import type { ReviewFilter } from '../review-groups.ts'
import { reviewWords } from '../review-words.ts'

type Asking = 'open' | 'reopen' | 'due' | 'withdraw'

/** The office's view of a review: its chiefs, how far they are, every line. A chief of the office reads and signs here, too. */
export const ReviewPage = () => {
  const projectId = useParam('projectId')
  return <Loaded read={useReview(projectId)}>{(review) => <ReviewSheet review={review} />}</Loaded>
}

const ReviewSheet = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const mayWrite = useCan()('productions.write')
  const [asking, setAsking] = useState<Asking | null>(null)
  const own = review.parts.filter(({ department }) => review.mine.includes(department))
  return (
    <>
      <ProductionHeader
        project={review.project}
        actions={mayWrite && <Actions review={review} onAsk={setAsking} />}
      />
      <h1 className="hidden px-(--pad) pt-2 pb-3 font-semibold text-lg print:block">
        {review.state === 'locked' ? words.signedGrid : words.gridToSign} · {review.project.code}{' '}
        {review.project.name}
      </h1>
      <Page>
        {review.parts.length === 0 ? (
          <EmptyState icon={ListChecks} title={words.nothing} text={words.nothingText} />
        ) : (
          <>
            <ReviewStatus review={review} />
            <Card title={words.departments} isFlush>
              <ReviewParts review={review} mayWrite={mayWrite} />
            </Card>
            {mayWrite && review.state !== 'locked' && review.roles.length > 0 && (
              <ReviewRoles review={review} />
            )}
            {review.state !== 'none' && own.length > 0 && (
              <div className="grid items-start gap-4 xl:grid-cols-2">
                {own.map((part) => (
                  <SignPart key={part.department} part={part} review={review} />
                ))}
              </div>
            )}
            {/* Longer than a sheet of paper: it begins where the departments end. */}
            <div className="print:[&>section]:break-inside-auto">
              <Grid review={review} mayWrite={mayWrite} />
            </div>
          </>
        )}
      </Page>
      {asking && asking !== 'withdraw' && (
        <OpenReviewDialog review={review} kind={asking} onClose={() => setAsking(null)} />
      )}
      {asking === 'withdraw' && <Withdraw review={review} onClose={() => setAsking(null)} />}
    </>
  )
}

type Whose = 'all' | 'mine' | ReviewDepartment

const Grid = ({ review, mayWrite }: { review: Review; mayWrite: boolean }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const reads = review.state === 'open' && review.mine.length > 0
  const [whose, setWhose] = useState<Whose>(reads ? 'mine' : 'all')
  const [correcting, setCorrecting] = useState<ReviewRow | null>(null)
  const choices = [
    { id: 'all' as const, label: words.everything },
    ...(review.state === 'open' ? [{ id: 'unread' as const, label: words.unread }] : []),
    ...(review.remarks.length > 0 ? [{ id: 'remarked' as const, label: words.remarked }] : []),
    ...(review.parts.some(({ changes }) => changes.length > 0)
      ? [{ id: 'changed' as const, label: words.changed }]
      : []),
  ]
  const shown = choices.some(({ id }) => id === filter) ? filter : 'all'
  return (
    <Card
      title={words.grid}
      isFlush
      actions={
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <div className="w-48">
            <Select
              label={words.department}
              isLabelHidden
              value={whose}
              options={[
                { id: 'all' as const, label: words.allDepartments },
                ...(review.mine.length > 0 ? [{ id: 'mine' as const, label: words.mine }] : []),
                ...review.parts.map(({ department: id }) => ({
                  id,
                  label: reviewDepartmentNames[id][language],
                })),
              ]}
              onChange={setWhose}
            />
          </div>
          {choices.length > 1 && (
            <Segmented label={words.grid} value={shown} onChange={setFilter} choices={choices} />
          )}
        </div>
      }
    >
      <ReviewLines
        review={review}
        filter={shown}
        departments={whose === 'all' ? [] : whose === 'mine' ? review.mine : [whose]}
        mayAnswer={mayWrite}
        {...(mayWrite ? { onCorrect: setCorrecting } : {})}
      />
      {correcting && (
        <CorrectLine
          line={correcting}
          projectId={review.project.id}
          onClose={() => setCorrecting(null)}
        />
      )}
    </Card>
  )
}

const Actions = (props: { readonly review: Review; readonly onAsk: (what: Asking) => void }) => {
  const words = useWords(reviewWords)
  const { review, onAsk } = props
  const { remind } = useReviewActs(review.project.id)
  const nudge = () =>
    void remind
      .actAsync({ params: { projectId: review.project.id }, body: {} })
      .then(() => showToast({ tone: 'good', title: words.reminded }), showProblem)
  return (
    <>
      <Badge tone={reviewTones[review.state]}>{words.states[review.state]}</Badge>
      <IconButton icon={Printer} label={words.print} onPress={() => window.print()} />
      {review.state === 'open' && (
        <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
          <MenuItem icon={BellRing} onAction={nudge}>
            {words.remind}
          </MenuItem>
          <MenuItem icon={CalendarClock} onAction={() => onAsk('due')}>
            {words.changeDue}
          </MenuItem>
          <MenuItem icon={CircleOff} tone="danger" onAction={() => onAsk('withdraw')}>
            {words.withdraw}
          </MenuItem>
        </Menu>
      )}
      {review.state === 'none' && review.parts.length > 0 && (
        <Button tone="primary" icon={ListChecks} onPress={() => onAsk('open')}>
          {words.open}
        </Button>
      )}
      {review.state === 'locked' && <Button onPress={() => onAsk('reopen')}>{words.reopen}</Button>}
    </>
  )
}

const Withdraw = ({ review, onClose }: { review: Review; onClose: () => void }) => {
  const words = useWords(reviewWords)
  const { withdraw } = useReviewActs(review.project.id)
  const params = { projectId: review.project.id }
  return (
    <ConfirmDialog
      title={words.withdraw}
      isOpen
      onClose={onClose}
      confirm={words.withdraw}
      onConfirm={() => withdraw({ params, body: { version: review.version ?? 1 } })}
    >
      <p>{words.withdrawText}</p>
    </ConfirmDialog>
  )
}
