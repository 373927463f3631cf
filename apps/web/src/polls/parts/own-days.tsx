import type { DayAnswer, DayWord } from '@regie/contract/availability'
import type { LocalDate } from '@regie/contract/kernel'
import { clsx } from 'clsx'
import { Check, CircleHelp, Minus, X } from 'lucide-react'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { answerText, dayText } from '../day-text.ts'
import { ownPollWords } from '../own-words.ts'
import { AnswerDetails } from './answer-details.tsx'
import { StateButtons } from './state-buttons.tsx'

const DAY_MS = 86_400_000
const DAYS = 14
const MOST_DAYS = 84
const usual = { from: '08:00', until: '20:00' } as const

const looks = {
  available: { icon: Check, look: 'text-good bg-good-soft' },
  unavailable: { icon: X, look: 'text-bad bg-bad-soft' },
  pending: { icon: CircleHelp, look: 'text-warn bg-warn-soft' },
} as const

type Props = {
  readonly words: readonly DayWord[]
  /** Null: the word on this day is taken back. */
  readonly onSay: (date: LocalDate, answer: DayAnswer | null) => Promise<boolean>
}

/** The coming days, each with the last word on it; a tap says another. */
export const OwnDays = ({ words: said, onSay }: Props) => {
  const words = useWords(ownPollWords)
  const { language } = useLanguage()
  const { today } = useClock()
  const [count, setCount] = useState(DAYS)
  const [open, setOpen] = useState<LocalDate | null>(null)
  const from = Date.parse(`${today()}T12:00:00Z`)
  const dates = Array.from({ length: count }, (_, index) =>
    new Date(from + index * DAY_MS).toISOString().slice(0, 10),
  )
  const last = (date: LocalDate) => said.findLast((one) => one.date === date)
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="font-semibold text-lg">{words.mine}</h2>
        <p className="text-ink-2">{words.mineText}</p>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {dates.map((date) => {
          const word = last(date)
          const { icon: Icon, look } = word
            ? looks[word.state]
            : { icon: Minus, look: 'text-ink-3' }
          return (
            <li key={date}>
              <button
                type="button"
                onClick={() => setOpen(date)}
                className="flex min-h-13 w-full items-center gap-3 px-4 py-2 text-left"
              >
                <span
                  className={clsx('grid size-8 shrink-0 place-items-center rounded-full', look)}
                >
                  <Icon aria-hidden className="size-4.5" />
                </span>
                <span className="w-28 shrink-0 font-medium first-letter:uppercase">
                  {dayText(language, date)}
                </span>
                <span className="min-w-0 flex-1 truncate text-ink-2">
                  {word ? answerText(words, word) : words.none}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {count < MOST_DAYS && (
        <Button className="self-start" onPress={() => setCount(count + DAYS)}>
          {words.more}
        </Button>
      )}
      {open && (
        <DayDialog
          key={open}
          date={open}
          word={last(open) ?? null}
          onClose={() => setOpen(null)}
          onSay={onSay}
        />
      )}
    </section>
  )
}

type DialogProps = {
  readonly date: LocalDate
  readonly word: DayWord | null
  readonly onClose: () => void
  readonly onSay: Props['onSay']
}

const blank: DayAnswer = { state: 'available', hours: null, impossible: [], why: null, note: '' }

const DayDialog = ({ date, word, onClose, onSay }: DialogProps) => {
  const words = useWords(ownPollWords)
  const { language } = useLanguage()
  const [answer, setAnswer] = useState<DayAnswer | null>(word)
  const say = async (said: DayAnswer | null) => {
    if (await onSay(date, said)) onClose()
  }
  const save = () => {
    if (!answer) return
    const { state, impossible, why, note } = answer
    // Of a whole day, available means these hours.
    const hours = state === 'available' ? (answer.hours ?? usual) : null
    const own = state === 'available'
    void say({ state, hours, impossible: own ? impossible : [], why: own ? null : why, note })
  }
  return (
    <Dialog
      title={dayText(language, date, 'long')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button tone="primary" isDisabled={answer === null} onPress={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <StateButtons
          label={dayText(language, date, 'long')}
          value={answer?.state ?? null}
          onChange={(state) => setAnswer({ ...(answer ?? blank), state })}
        />
        {answer && (
          <AnswerDetails
            asked={usual}
            value={answer}
            onChange={(change) => setAnswer({ ...answer, ...change })}
          />
        )}
        {word && word.pollId === null && (
          <Button tone="quiet" className="self-start" onPress={() => void say(null)}>
            {words.forget}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
