import type { LineChange, Remark, Review } from '@regie/contract/production-reviews'
import { clsx } from 'clsx'
import { Eye, MessageSquarePlus, Pencil } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { reviewWords } from '../review-words.ts'
import { productionWords } from '../words.ts'
import { looks } from './coverage-grid.tsx'
import { useLineText } from './review-changes.tsx'
import { ReviewRemarks } from './review-remarks.tsx'

export type ReviewRow = Review['lines'][number]

type Props = {
  readonly line: ReviewRow
  readonly projectId: string
  readonly remarks: readonly Remark[]
  readonly change: LineChange | undefined
  /** Whoever reads is the chief of its department, and the review is open. */
  readonly mayRead: boolean
  readonly mayAnswer: boolean
  readonly onSeen: (seen: boolean) => void
  readonly onRemark: () => void
  readonly onCorrect: (() => void) | undefined
}
const tones = { covered: 'good', offered: 'warn', uncovered: 'bad' } as const

/** One line of the grid: which position, who, when, in which state; seen, remarked on, changed since. */
export const ReviewLineRow = (props: Props) => {
  const { line, remarks, change, mayRead } = props
  const words = useWords(reviewWords)
  const role = line.role || words.unnamed
  return (
    <li className="border-line/60 border-t px-3 py-1.5 field:py-2.5 first:border-t-0 @xl:px-4">
      <div className="flex items-start gap-2 @xl:items-center @xl:gap-3">
        {mayRead ? (
          <Checkbox
            label={words.seen(role)}
            isLabelHidden
            value={line.isSeen}
            onChange={props.onSeen}
          />
        ) : (
          <SeenMark isSeen={line.isSeen} />
        )}
        <LineFacts line={line} role={role} />
        <div className="flex shrink-0 justify-end @xl:w-18 print:hidden">
          {mayRead && (
            <IconButton
              size="small"
              icon={MessageSquarePlus}
              label={words.remarkOn(role)}
              onPress={props.onRemark}
            />
          )}
          {props.onCorrect && (
            <IconButton
              size="small"
              icon={Pencil}
              label={words.correct(role)}
              onPress={props.onCorrect}
            />
          )}
        </div>
      </div>
      {(change || remarks.length > 0) && (
        <div className="mt-1.5 flex flex-col gap-2 pl-7 field:pl-8">
          {change && <ChangeNote change={change} />}
          <ReviewRemarks
            remarks={remarks}
            projectId={props.projectId}
            mayAnswer={props.mayAnswer}
            mayTakeBack={mayRead}
          />
        </div>
      )}
    </li>
  )
}

const SeenMark = ({ isSeen }: { isSeen: boolean }) => {
  const words = useWords(reviewWords)
  return (
    <span
      role="img"
      aria-label={isSeen ? words.isSeen : words.notSeen}
      title={isSeen ? words.isSeen : words.notSeen}
      className={clsx(
        'grid size-4.5 shrink-0 place-items-center print:hidden',
        !isSeen && 'text-ink-3',
      )}
    >
      {isSeen ? (
        <Eye aria-hidden className="size-4 text-good" />
      ) : (
        <span aria-hidden className="size-1.5 rounded-full border border-ink-3" />
      )}
    </span>
  )
}

const LineFacts = ({ line, role }: { line: ReviewRow; role: string }) => {
  const words = useWords(productionWords)
  const review = useWords(reviewWords)
  const clock = useClock()
  const { icon } = looks[line.state]
  return (
    <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 @xl:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_8.5rem_7.5rem]">
      <p dir="auto" className="truncate font-medium">
        {role}
        {!line.mandatory && <span className="font-normal text-ink-2"> · {words.niceToHave}</span>}
      </p>
      <p
        dir="auto"
        className={clsx(
          'order-3 truncate @xl:order-none',
          line.technicianName ? '' : line.mandatory ? 'text-bad' : 'text-ink-2',
        )}
      >
        {line.technicianName ?? review.nobody}
      </p>
      <p className="nums order-4 text-right text-[0.8125rem] text-ink-2 @xl:order-none @xl:text-left">
        {clock.range(line.startsAt, line.endsAt)}
      </p>
      <span className="order-2 justify-self-end @xl:order-none @xl:justify-self-start">
        <Badge tone={tones[line.state]} icon={icon}>
          {words[line.state]}
        </Badge>
      </span>
    </div>
  )
}

const ChangeNote = ({ change: { before, by, at } }: { change: LineChange }) => {
  const words = useWords(reviewWords)
  const clock = useClock()
  const textOf = useLineText()
  return (
    <p className="nums text-[0.8125rem] text-warn">
      <span className="font-medium">{words.changedAfter}</span>
      <span className="text-ink-2">
        {' · '}
        {before ? `${words.before} : ${textOf(before)}` : words.newLine}
        {by && at && ` · ${words.by(by, clock.dateTime(at, 'day'))}`}
      </span>
    </p>
  )
}
