import {
  type PossibleChief,
  type Review,
  type ReviewPart,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { CircleAlert, Link2, MessageSquare, PenLine, RotateCcw, Signature } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Badge } from '../../ui/badge.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { usePossibleChiefs, useReviewActs } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'

type Props = {
  readonly review: Review
  readonly mayWrite: boolean
}

/** The departments: who answers for each, how far each is, who has signed. */
export const ReviewParts = ({ review, mayWrite }: Props) => {
  const words = useWords(reviewWords)
  const { data } = usePossibleChiefs(review.project.id, mayWrite)
  return (
    <ul aria-label={words.departments} className="divide-y divide-line/60">
      {review.parts.map((part) => (
        <li
          key={part.department}
          className="grid grid-cols-1 items-center gap-x-4 gap-y-2 px-4 py-2.5 md:grid-cols-[minmax(8rem,1fr)_minmax(12rem,1.4fr)_minmax(10rem,1fr)_minmax(11rem,1.3fr)]"
        >
          <DepartmentName part={part} />
          <ChiefField
            part={part}
            projectId={review.project.id}
            people={mayWrite ? (data?.items ?? []) : null}
          />
          <Reading part={part} isOpen={review.state === 'open'} />
          <SignatureBadge part={part} review={review} />
        </li>
      ))}
    </ul>
  )
}

const DepartmentName = ({ part: { department, lines } }: { part: ReviewPart }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  return (
    <p>
      <span className="font-medium">{reviewDepartmentNames[department][language]}</span>
      <span className="nums text-ink-2"> · {words.lines(lines)}</span>
    </p>
  )
}

const idOf = ({ technicianId, memberId }: Pick<PossibleChief, 'technicianId' | 'memberId'>) =>
  technicianId ?? memberId ?? ''

const ChiefField = (props: {
  readonly part: ReviewPart
  readonly projectId: string
  /** Null: it is not for this person to choose. */
  readonly people: readonly PossibleChief[] | null
}) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const { part, projectId, people } = props
  const { name } = useReviewActs(projectId)
  const { chief, department } = part
  const detail = (one: PossibleChief) =>
    [one.memberId ? words.office : one.inCrew ? words.inCrew : '', words.reach[one.reach]]
      .filter(Boolean)
      .join(' · ')
  if (!people) return <p className={chief ? '' : 'text-ink-2'}>{chief?.name ?? words.noChief}</p>
  const choose = (id: string | null) => {
    const one = people.find((person) => idOf(person) === id)
    const body = { technicianId: one?.technicianId ?? null, memberId: one?.memberId ?? null }
    if (one || chief)
      void name.actAsync({ params: { projectId, department }, body }).catch(showProblem)
  }
  return (
    <div>
      <p className="hidden print:block">{chief?.name ?? words.noChief}</p>
      <div className="print:hidden">
        <ComboBox
          label={`${words.chief} : ${reviewDepartmentNames[department][language]}`}
          isLabelHidden
          placeholder={words.chooseChief}
          value={chief ? { id: idOf(chief), label: chief.name } : null}
          options={people.map((one) => ({ id: idOf(one), label: one.name, detail: detail(one) }))}
          onChange={(option) => choose(option?.id ?? null)}
        />
      </div>
      {chief && chief.reach !== 'account' && <Reach reach={chief.reach} />}
    </div>
  )
}

const Reach = ({ reach }: { reach: 'link' | 'none' }) => {
  const words = useWords(reviewWords)
  const Icon = reach === 'link' ? Link2 : CircleAlert
  return (
    <p
      className={`mt-1 flex items-center gap-1 text-xs print:hidden ${reach === 'link' ? 'text-ink-2' : 'text-warn'}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {words.reach[reach]}
    </p>
  )
}

const Reading = ({ part, isOpen }: { part: ReviewPart; isOpen: boolean }) => {
  const words = useWords(reviewWords)
  const { seen, lines, openRemarks } = part
  if (!isOpen) return <span className="hidden md:block" />
  return (
    <div className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
      <span className="nums text-ink-2">{words.read(seen, lines)}</span>
      {openRemarks > 0 && (
        <Badge tone="warn" icon={MessageSquare}>
          {words.remarksOpen(openRemarks)}
        </Badge>
      )}
    </div>
  )
}

const SignatureBadge = ({ part, review }: { part: ReviewPart; review: Review }) => {
  const words = useWords(reviewWords)
  const clock = useClock()
  const { isSigned, signedAt, signedBy, signedByLink, changes } = part
  if (review.state === 'none') return <span className="hidden md:block" />
  if (isSigned && signedAt)
    return (
      <div className="flex flex-wrap items-center gap-2 md:justify-end">
        <Badge tone="good" icon={Signature}>
          {words.signedBy(signedBy ?? '', clock.dateTime(signedAt, 'day'), signedByLink)}
        </Badge>
        {changes.length > 0 && <Badge tone="warn">{words.changedAfter}</Badge>}
      </div>
    )
  return (
    <div className="flex md:justify-end">
      {signedAt ? (
        <Badge tone="warn" icon={RotateCcw}>
          {words.toSignAgain}
        </Badge>
      ) : (
        <Badge icon={PenLine}>{words.notSigned}</Badge>
      )}
    </div>
  )
}
