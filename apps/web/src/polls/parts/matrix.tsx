import type { PollAnswer, PollDetail, PollPerson } from '@regie/contract/polls'
import { clsx } from 'clsx'
import { Check, CircleHelp, Clock, Minus, X } from 'lucide-react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { answerText, dayText, hoursText } from '../day-text.ts'
import { ownPollWords } from '../own-words.ts'
import { pollWords } from '../words.ts'

const looks = {
  available: { icon: Check, look: 'bg-good-soft text-good' },
  pending: { icon: CircleHelp, look: 'bg-warn-soft text-warn' },
  unavailable: { icon: X, look: 'bg-bad-soft text-bad' },
} as const

type Props = {
  readonly poll: PollDetail
  /** Opens one person: their answers, and what may be done. */
  readonly onOpen: (person: PollPerson) => void
}

/** People by dates; the best days stand out by their count. */
export const Matrix = ({ poll, onOpen }: Props) => {
  const words = useWords(pollWords)
  const { language } = useLanguage()
  const best = Math.max(0, ...poll.counts.map(({ available }) => available))
  return (
    <div className="w-fit max-w-full overflow-x-auto rounded-card border border-line bg-surface">
      <table className="border-separate border-spacing-0 text-center">
        <thead>
          <tr>
            <th scope="col" className={clsx(head, corner, 'text-left')}>
              {words.person}
            </th>
            {poll.options.map(({ rank, date, hours }) => (
              <th key={rank} scope="col" className={clsx(head, 'min-w-22 font-normal')}>
                <span className="block font-medium">{dayText(language, date)}</span>
                <span className="nums block text-ink-2 text-xs">{hoursText(hours)}</span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className={clsx(cell, corner, 'text-left font-medium text-ink-2')}>
              {words.count}
            </th>
            {poll.counts.map(({ rank, available, pending, peak }) => (
              <td
                key={rank}
                className={clsx(cell, available === best && best > 0 && 'bg-good-soft')}
              >
                <span className="nums block font-semibold text-lg">{available}</span>
                <span className="nums block text-ink-2 text-xs">
                  {peak === null ? (pending > 0 ? `+ ${pending} ?` : ' ') : words.peakCount(peak)}
                </span>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {poll.people.map((person) => (
            <Row key={person.technicianId} poll={poll} person={person} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cell = 'border-line border-t px-2 py-1.5'
const head = 'border-line px-2 py-2 align-bottom'
/** The names stay while dates are looked through. */
const corner = 'sticky left-0 z-1 min-w-40 bg-surface border-r'

type RowProps = Props & { readonly person: PollPerson }

const Row = ({ poll, person, onOpen }: RowProps) => {
  const words = useWords(pollWords)
  return (
    <tr>
      <th scope="row" className={clsx(cell, corner, 'text-left font-normal')}>
        <Button
          tone="quiet"
          className="max-w-56 justify-start! px-1!"
          onPress={() => onOpen(person)}
        >
          {person.name}
        </Button>
        {!person.reachable && (
          <span className="block px-1 text-warn text-xs">{words.unreachable}</span>
        )}
      </th>
      {poll.options.map(({ rank }) => (
        <Cell key={rank} answer={person.answers.find((one) => one.rank === rank)} />
      ))}
    </tr>
  )
}

const Cell = ({ answer }: { answer: PollAnswer | undefined }) => {
  const words = useWords(pollWords)
  const own = useWords(ownPollWords)
  if (!answer)
    return (
      <td className={clsx(cell, 'text-ink-3')}>
        <Minus aria-hidden className="mx-auto size-4" />
        <span className="sr-only">{words.state.silent}</span>
      </td>
    )
  const { icon: Icon, look } = looks[answer.state]
  const text = answerText(own, answer)
  const isNarrowed = answer.hours !== null || answer.impossible.length > 0
  return (
    <td className={cell} title={text}>
      <span
        className={clsx(
          'mx-auto flex h-7 w-14 items-center justify-center gap-1 rounded-control',
          look,
        )}
      >
        <Icon aria-hidden className="size-4" />
        {isNarrowed && <Clock aria-hidden className="size-3.5" />}
      </span>
      <span className="sr-only">{text}</span>
    </td>
  )
}
