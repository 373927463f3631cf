import { phoneText } from '@regie/contract/phone'
import type { ClientAnswer } from '@regie/contract/portal-office'
import { Link } from '@tanstack/react-router'
import { Check, Phone, Star, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { showProblem, showToast } from '../../ui/toast-queue.ts'
import { useSettleAnswer } from '../api.ts'
import { portalWords } from '../words.ts'

type Props = { readonly answers: readonly ClientAnswer[]; readonly hasVisitLinks?: boolean }

/** What clients said, each with what may be done about it. */
export const AnswerList = ({ answers, hasVisitLinks = true }: Props) => (
  <ul className="flex flex-col divide-y divide-line">
    {answers.map((answer) => (
      <li key={answer.id} className="flex flex-col gap-2 px-4 py-3">
        <AnswerText answer={answer} hasVisitLink={hasVisitLinks} />
        {answer.waits && answer.settledAt === null && <Deeds answer={answer} />}
      </li>
    ))}
  </ul>
)

const tones = {
  confirmed: 'good',
  moved: 'info',
  time_asked: 'warn',
  call_wanted: 'warn',
  rated: 'neutral',
} as const

const AnswerText = ({ answer, hasVisitLink }: { answer: ClientAnswer; hasVisitLink: boolean }) => {
  const words = useWords(portalWords)
  const clock = useClock()
  const { kind, stars, at, startsAt, comment, settledAt, settledBy } = answer
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={stars !== null && stars <= 2 ? 'bad' : tones[kind]}>{words.kinds[kind]}</Badge>
        {stars !== null && <Stars count={stars} />}
        <time dateTime={at} className="nums text-ink-2 text-xs">
          {clock.dateTime(at)}
        </time>
        {settledAt && <span className="text-ink-2 text-xs">{words.settledBy(settledBy)}</span>}
        {answer.quotable && <Badge tone="info">{words.quotable}</Badge>}
      </div>
      <p>
        <span className="font-medium">{answer.clientName}</span>
        <span className="text-ink-2">
          {' '}
          · {answer.title}, {answer.siteName}
          {startsAt && ` · ${clock.dateTime(startsAt)}`}
        </span>
      </p>
      {comment && <p className="whitespace-pre-line">{words.quoted(comment)}</p>}
      {hasVisitLink && (
        <Link
          to={`/clients-word/visits/${answer.workOrderId}`}
          className="self-start text-accent text-sm underline-offset-2 hover:underline"
        >
          {words.open}
        </Link>
      )}
    </div>
  )
}

const Stars = ({ count }: { count: number }): ReactNode => (
  <span role="img" aria-label={`${count}/5`} className="flex text-warn">
    {[1, 2, 3, 4, 5].map((one) => (
      <Star
        key={one}
        aria-hidden
        className={one <= count ? 'size-3.5 fill-current' : 'size-3.5 text-ink-3'}
      />
    ))}
  </span>
)

const Deeds = ({ answer }: { answer: ClientAnswer }) => {
  const words = useWords(portalWords)
  const may = useCan()('portal.write')
  const { actAsync, isPending } = useSettleAnswer()
  const settle = (decision: 'done' | 'accept' | 'refuse') => {
    actAsync({ params: { answerId: answer.id }, body: { decision } }).then(
      () => showToast({ title: words.settled, tone: 'good' }),
      showProblem,
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {answer.phone && (
        <a
          className="inline-flex min-h-(--control) items-center gap-1.5 font-medium text-accent"
          href={`tel:${answer.phone.replace(/\s/g, '')}`}
        >
          <Phone aria-hidden className="size-4" />
          {words.call(phoneText(answer.phone))}
        </a>
      )}
      {may && answer.kind === 'time_asked' && (
        <>
          <Button icon={Check} isPending={isPending} onPress={() => settle('accept')}>
            {words.accept}
          </Button>
          <Button icon={X} isPending={isPending} onPress={() => settle('refuse')}>
            {words.refuse}
          </Button>
        </>
      )}
      {may && answer.kind !== 'time_asked' && (
        <Button icon={Check} isPending={isPending} onPress={() => settle('done')}>
          {words.done}
        </Button>
      )}
    </div>
  )
}
