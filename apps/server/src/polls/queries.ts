// Reads shaped for a screen: the matrix of a poll, and what one is asked oneself.
import type { DayWord } from '@regie/contract/availability'
import type { Id, Instant } from '@regie/contract/kernel'
import {
  countAnswers,
  type OwnAvailability,
  type OwnPoll,
  type Poll,
  type PollAnswer,
  type PollDetail,
} from '@regie/contract/polls'
import { Temporal } from 'temporal-polyfill'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { dayWordsOf } from '../workforce/index.ts'
import { isLinked, peopleOf } from './store/people.ts'
import { findPoll, pollsFor } from './store/polls.ts'

type Option = Poll['options'][number]

const isAbout =
  ({ date, hours }: Option) =>
  (word: DayWord): boolean =>
    word.date === date && word.asked.from === hours.from

const answerOf = ({ state, hours, impossible, why, note }: DayWord) => ({
  ...{ state, hours, impossible, why, note },
})

const answersOf = (options: readonly Option[], words: readonly DayWord[]): PollAnswer[] =>
  options.flatMap((option) => {
    const word = words.find(isAbout(option))
    return word ? [{ rank: option.rank, ...answerOf(word) }] : []
  })

export async function describePoll(tx: Tx, pollId: Id): Promise<PollDetail> {
  const poll = found(await findPoll(tx, pollId), 'poll')
  const words = Map.groupBy(await dayWordsOf(tx, { sourceId: pollId }), (one) => one.technicianId)
  const people = (await peopleOf(tx, pollId)).map((person) => ({
    ...person,
    answers: answersOf(poll.options, words.get(person.technicianId) ?? []),
  }))
  return { ...poll, people, counts: poll.options.map((option) => countAnswers(option, people)) }
}

/** What a technician had said of these hours of the day without being asked by this poll; the last word. */
const knownOf = (option: Option, pollId: Id, words: readonly DayWord[]) => {
  const word = words.findLast((one) => one.date === option.date && one.pollId !== pollId)
  return word ? answerOf(word) : null
}

function toOwn(poll: Poll, words: readonly DayWord[]): OwnPoll {
  const { id, version, title, message, projectId, projectName, closesAt, open, options } = poll
  const mine = words.filter(({ pollId }) => pollId === id)
  return {
    ...{ id, version, title, message, projectId, projectName, closesAt, open },
    options: options.map((option) => ({ ...option, known: knownOf(option, id, words) })),
    answers: answersOf(options, mine),
  }
}

type Linked = { readonly pollIds: readonly Id[]; readonly linkedAt: Instant }

/** Of the polls of a link those this technician is asked in, over or not, as they see them; none that it is revoked for. */
export async function ownPollsOf(
  tx: Tx,
  technicianId: Id,
  { pollIds, linkedAt }: Linked,
): Promise<OwnPoll[]> {
  const polls: OwnPoll[] = []
  for (const id of pollIds) {
    const poll = await findPoll(tx, id)
    if (!poll || !(await isLinked(tx, id, technicianId, linkedAt))) continue
    const dates = poll.options.map(({ date }) => date).toSorted()
    const range = { from: dates[0], until: dates.at(-1) }
    polls.push(toOwn(poll, await dayWordsOf(tx, { technicianIds: [technicianId], ...range })))
  }
  return polls
}

const DAYS_AHEAD = 92

/** What the reader is asked, and has said of the coming days; a member who is no technician has neither. */
export async function ownAvailability(tx: Tx): Promise<OwnAvailability> {
  const { technicianId } = tx.actor
  if (!technicianId) return { polls: [], words: [] }
  const polls = await pollsFor(tx, technicianId)
  const today = Temporal.Instant.from(tx.now()).toZonedDateTimeISO(tx.actor.timeZone).toPlainDate()
  const last = [
    today.add({ days: DAYS_AHEAD }).toString(),
    ...polls.flatMap(({ options }) => options.map(({ date }) => date)),
  ]
    .toSorted()
    .at(-1)
  const words = await dayWordsOf(tx, {
    technicianIds: [technicianId],
    from: today.toString(),
    until: last,
  })
  return { polls: polls.map((poll) => toOwn(poll, words)), words }
}
