// Answers: each is a word on a day, told to workforce, with the poll as its source.
import type { Id, Instant } from '@regie/contract/kernel'
import type { OwnAvailability, PollAnswer, PollDetail } from '@regie/contract/polls'
import { fail, invalid } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findTechnician, keepDayWords } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { describePoll, ownAvailability } from '../queries.ts'
import { isAsked, noteAnswered } from '../store/people.ts'
import { findPoll } from '../store/polls.ts'

type Answering = {
  readonly pollId: Id
  readonly answers: readonly PollAnswer[]
  /** When it was said: a phone without network tells it later. */
  readonly at?: Instant
}

/** Refused once the poll is over, unless it was said before the end. */
async function keepAnswers(
  tx: Tx,
  technicianId: Id,
  { pollId, answers, at = tx.now() }: Answering,
): Promise<void> {
  const poll = found(await findPoll(tx, pollId), 'poll')
  found((await isAsked(tx, pollId, technicianId)) || undefined, 'poll')
  if (!poll.open && Date.parse(at) >= Date.parse(poll.closesAt))
    throw fail('poll_closed', { title: poll.title })
  const words = answers.map(({ rank, ...answer }, index) => {
    const option = poll.options[rank]
    if (!option)
      throw invalid([
        {
          path: `body.answers.${index}.rank`,
          expected: `0 to ${poll.options.length - 1}`,
          got: String(rank),
        },
      ])
    return { ...answer, date: option.date, asked: option.hours }
  })
  const { name } = found(await findTechnician(tx, technicianId), 'technician')
  await keepDayWords(tx, { technicianId, pollId, at, words })
  await noteAnswered(tx, pollId, technicianId, at)
  tx.emit(happened.poll_answered({ pollId, title: poll.title, technicianId, technicianName: name }))
}

export const answerPoll = command(
  'polls.answer-poll',
  { permission: 'polls.own' },
  async (tx, answering: Answering): Promise<OwnAvailability> => {
    const { technicianId } = tx.actor
    if (!technicianId) throw fail('not_found', { what: 'poll' })
    await keepAnswers(tx, technicianId, answering)
    return await ownAvailability(tx)
  },
)

/** What somebody said on the telephone. */
export const answerFor = command(
  'polls.answer-for',
  { permission: 'polls.write' },
  async (
    tx,
    { technicianId, ...answering }: Answering & { technicianId: Id },
  ): Promise<PollDetail> => {
    await keepAnswers(tx, technicianId, answering)
    return await describePoll(tx, answering.pollId)
  },
)
