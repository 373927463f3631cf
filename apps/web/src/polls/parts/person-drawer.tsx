import type { DayAnswer } from '@regie/contract/availability'
import type { PollDetail, PollPerson } from '@regie/contract/polls'
import { useState } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { showToast } from '../../ui/toast-queue.ts'
import { useAnswerFor, useAskAgain, useAskNoMore } from '../api.ts'
import { answerText, dayText, hoursText } from '../day-text.ts'
import { ownPollWords } from '../own-words.ts'
import { pollWords } from '../words.ts'
import { PersonLink } from './person-link.tsx'
import { StateButtons } from './state-buttons.tsx'

type Props = {
  readonly poll: PollDetail
  readonly person: PollPerson
  readonly onClose: () => void
}

const plain = { hours: null, impossible: [], why: null, note: '' }

/** What one person said, and what the office may do about it. */
export const PersonDrawer = ({ poll, person, onClose }: Props) => {
  const words = useWords(pollWords)
  const own = useWords(ownPollWords)
  const { language } = useLanguage()
  const clock = useClock()
  const mayWrite = useCan()('polls.write') && poll.open
  const [isLeaving, setLeaving] = useState(false)
  const again = useAskAgain()
  const noMore = useAskNoMore()
  const note = useAnswerFor()
  const { technicianId } = person
  const params = { pollId: poll.id, technicianId }
  const say = (rank: number, state: DayAnswer['state']) =>
    note.act({ params, body: { answers: [{ ...plain, rank, state }] } })
  const askAgain = () =>
    again.actAsync({ params: { pollId: poll.id }, body: { technicianIds: [technicianId] } }).then(
      () => showToast({ tone: 'good', title: words.askedAgain }),
      () => undefined,
    )
  const when = [
    person.answeredAt ? words.answeredOn(clock.dateTime(person.answeredAt)) : words.state.silent,
    person.remindedAt ? words.remindedOn(clock.dateTime(person.remindedAt)) : '',
    person.reachable ? '' : words.unreachable,
  ]
  return (
    <Drawer
      title={person.name}
      isOpen
      onClose={onClose}
      actions={
        mayWrite && (
          <>
            {person.answeredAt === null && (
              <Button isPending={again.isPending} onPress={() => void askAgain()}>
                {words.askAgain}
              </Button>
            )}
            <Button tone="quiet" onPress={() => setLeaving(true)}>
              {words.noMore}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{when.filter(Boolean).join(' · ')}</p>
        {mayWrite && (
          <div>
            <h3 className="font-semibold">{words.note}</h3>
            <p className="text-ink-2">{words.noteText(person.name)}</p>
          </div>
        )}
        <ul className="flex flex-col gap-4">
          {poll.options.map(({ rank, date, hours }) => {
            const answer = person.answers.find((one) => one.rank === rank)
            const label = `${dayText(language, date, 'long')}, ${hoursText(hours)}`
            return (
              <li key={rank} className="flex flex-col gap-1.5">
                <p className="font-medium first-letter:uppercase">{label}</p>
                <p className="text-ink-2">
                  {answer ? answerText(own, answer) : words.state.silent}
                </p>
                {answer?.impossible.map((one) => (
                  <p key={one.from} className="nums text-ink-2">
                    {`${own.impossible} ${hoursText(one)} · ${own.whys[one.why]}`}
                  </p>
                ))}
                {mayWrite && (
                  <StateButtons
                    label={label}
                    value={answer?.state ?? null}
                    onChange={(state) => say(rank, state)}
                  />
                )}
              </li>
            )
          })}
        </ul>
        {mayWrite && <PersonLink pollId={poll.id} person={person} />}
        {note.error && <ProblemNote problem={note.error} />}
        {again.error && <ProblemNote problem={again.error} />}
      </div>
      <ConfirmDialog
        title={words.noMore}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
        confirm={words.noMore}
        tone="danger"
        onConfirm={() => noMore.actAsync({ params }).then(onClose)}
      >
        {words.noMoreText}
      </ConfirmDialog>
    </Drawer>
  )
}
