import type { DayAnswer, DayState } from '@regie/contract/availability'
import type { OwnPoll, PollAnswer } from '@regie/contract/polls'
import { clsx } from 'clsx'
import { CalendarClock, Check, ChevronDown, ChevronUp, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { localeOf } from '../../lib/words.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { answerText, dayText, hoursText, isWholeDay } from '../day-text.ts'
import { ownPollWords } from '../own-words.ts'
import { AnswerDetails } from './answer-details.tsx'
import { StateButtons } from './state-buttons.tsx'

type Props = {
  readonly poll: OwnPoll
  readonly timeZone: string
  readonly isPending?: boolean
  /** False: it could not be kept, and why was said. */
  readonly onSend: (answers: PollAnswer[]) => Promise<boolean>
  /** What is said once it was sent. */
  readonly thanks: string
  /** The tabs of the app stand under it. */
  readonly isAboveTabs?: boolean
}

type Drafts = ReadonlyMap<number, DayAnswer>

const plain = (state: DayState): DayAnswer => ({
  ...{ state, hours: null, impossible: [], why: null, note: '' },
})

const draftsOf = ({ answers }: OwnPoll): Drafts =>
  new Map(answers.map(({ rank, ...answer }) => [rank, answer]))

const isSame = (a: DayAnswer | undefined, b: DayAnswer | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** A poll as whoever is asked answers it; in the app and behind a link alike, so it needs no session. */
export const PollForm = (props: Props) => {
  const { poll, timeZone, isPending = false, onSend, thanks, isAboveTabs = false } = props
  const words = useWords(ownPollWords)
  const { language } = useLanguage()
  const told = draftsOf(poll)
  const [drafts, setDrafts] = useState<Drafts>(told)
  const [isSent, setSent] = useState(false)
  const put = (rank: number, answer: DayAnswer) => {
    setSent(false)
    setDrafts((before) => new Map(before).set(rank, answer))
  }
  const changed = poll.options.flatMap(({ rank }) => {
    const answer = drafts.get(rank)
    return answer && !isSame(answer, told.get(rank)) ? [{ rank, ...answer }] : []
  })
  const send = async () => {
    if (await onSend(changed)) setSent(true)
  }
  if (!poll.open)
    return (
      <article className="flex flex-col gap-1 rounded-card border border-line bg-surface p-4">
        <p className="font-semibold">{poll.title}</p>
        <p>{words.over}</p>
        <p className="text-ink-2">{words.overText}</p>
      </article>
    )
  const until = new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(Date.parse(poll.closesAt))
  return (
    <article className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 className="font-semibold text-xl">{poll.title}</h2>
        {poll.projectName && <p className="text-ink-2">{poll.projectName}</p>}
        {poll.message && <p className="whitespace-pre-line">{poll.message}</p>}
        <p className="flex items-center gap-1.5 text-ink-2">
          <CalendarClock aria-hidden className="size-4 shrink-0" />
          {words.before(until)}
        </p>
      </header>
      <Shortcuts poll={poll} drafts={drafts} onPut={put} />
      <ul className="flex flex-col gap-3">
        {poll.options.map((option) => (
          <li key={option.rank}>
            <OptionCard
              option={option}
              answer={drafts.get(option.rank) ?? null}
              onChange={(answer) => put(option.rank, answer)}
            />
          </li>
        ))}
      </ul>
      <div
        className={clsx(
          isAboveTabs ? 'bottom-[calc(4rem+env(safe-area-inset-bottom))]' : 'bottom-0',
          'sticky z-1 -mx-4 flex flex-col gap-2 border-line border-t bg-canvas px-4 py-3',
        )}
      >
        {isSent && changed.length === 0 ? (
          <Note tone="good">{thanks}</Note>
        ) : (
          <Button
            tone="primary"
            icon={Check}
            className="min-h-12"
            isDisabled={changed.length === 0}
            isPending={isPending}
            onPress={() => void send()}
          >
            {changed.length === 0 ? words.sendNone : words.send(changed.length)}
          </Button>
        )}
      </div>
    </article>
  )
}

type ShortcutProps = {
  readonly poll: OwnPoll
  readonly drafts: Drafts
  readonly onPut: (rank: number, answer: DayAnswer) => void
}

/** All dates with one tap; or as was said before, where it was. */
const Shortcuts = ({ poll, drafts, onPut }: ShortcutProps) => {
  const words = useWords(ownPollWords)
  const known = poll.options.flatMap(({ rank, known: before }) =>
    before && !drafts.has(rank) ? [{ rank, before }] : [],
  )
  const states = new Set(poll.options.map(({ rank }) => drafts.get(rank)?.state ?? null))
  const [only = null] = states
  if (poll.options.length < 2 && known.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {poll.options.length > 1 && (
        <>
          <p className="font-medium text-ink-2">{words.all}</p>
          <StateButtons
            label={words.all}
            value={states.size === 1 ? only : null}
            onChange={(state) => {
              for (const { rank } of poll.options) onPut(rank, plain(state))
            }}
          />
        </>
      )}
      {known.length > 0 && (
        <Button
          icon={RotateCcw}
          onPress={() => {
            for (const { rank, before } of known) onPut(rank, before)
          }}
        >
          {words.asBefore}
        </Button>
      )}
    </div>
  )
}

type OptionProps = {
  readonly option: OwnPoll['options'][number]
  readonly answer: DayAnswer | null
  readonly onChange: (answer: DayAnswer) => void
}

const OptionCard = ({ option, answer, onChange }: OptionProps) => {
  const words = useWords(ownPollWords)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const day = dayText(language, option.date, 'long')
  return (
    <article className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold text-lg first-letter:uppercase">{day}</span>
          <span className="nums text-ink-2">
            {isWholeDay(option.hours) ? words.wholeDay : hoursText(option.hours)}
          </span>
        </p>
        {option.peak && <p className="nums text-ink-2">{words.peak(hoursText(option.peak))}</p>}
        {!answer && option.known && (
          <p className="text-ink-2">{words.known(answerText(words, option.known))}</p>
        )}
      </div>
      <StateButtons
        label={`${day}, ${hoursText(option.hours)}`}
        value={answer?.state ?? null}
        onChange={(state) => onChange({ ...plain(state), note: answer?.note ?? '' })}
      />
      {answer && (
        <Button
          tone="quiet"
          icon={isOpen ? ChevronUp : ChevronDown}
          className="self-start"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? words.less : words.details}
        </Button>
      )}
      {answer && !isOpen && (answer.hours || answer.why || answer.note) && (
        <p className="text-ink-2">{answerText(words, answer)}</p>
      )}
      {answer && isOpen && (
        <AnswerDetails
          asked={option.hours}
          value={answer}
          onChange={(change) => onChange({ ...answer, ...change })}
        />
      )}
    </article>
  )
}
