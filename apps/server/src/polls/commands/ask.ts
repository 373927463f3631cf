// What the office does with a poll.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Poll, PollDetail, PollDraft } from '@regie/contract/polls'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { CALM_MS } from '../model.ts'
import { describePoll } from '../queries.ts'
import { insertPeople, peopleOf, remindSilent, removePerson, revokeLinks } from '../store/people.ts'
import { endPoll, findPoll, insertPoll, type NewPoll, savePoll } from '../store/polls.ts'

const write = { permission: 'polls.write' } as const
const about = ({ id, title }: Pick<Poll, 'id' | 'title'>) => ({ pollId: id, title })

const expectLater = (tx: Tx, closesAt: Instant): void => {
  if (Date.parse(closesAt) <= Date.parse(tx.now()))
    throw invalid([
      { path: 'body.closesAt', expected: `an instant after ${tx.now()}`, got: closesAt },
    ])
}

export const createPoll = command(
  'polls.create-poll',
  write,
  async (tx, { technicianIds, ...draft }: PollDraft): Promise<PollDetail> => {
    expectLater(tx, draft.closesAt)
    if (draft.projectId) found(await findProject(tx, draft.projectId), 'project')
    const id = tx.newId()
    await openPoll(tx, { ...draft, id, weekOf: null }, technicianIds)
    return await describePoll(tx, id)
  },
)

/** Asks; false when the week's question was asked before. 404 when one of the people is not to be asked. */
export async function openPoll(
  tx: Tx,
  poll: NewPoll,
  technicianIds: readonly Id[],
): Promise<boolean> {
  const closesAt = new Date(poll.closesAt).toISOString()
  if (!(await insertPoll(tx, { ...poll, closesAt }))) return false
  await ask(tx, poll, technicianIds)
  return true
}

async function ask(
  tx: Tx,
  poll: Pick<Poll, 'id' | 'title'>,
  technicianIds: readonly Id[],
): Promise<void> {
  const wanted = new Set(technicianIds)
  const before = new Set((await peopleOf(tx, poll.id)).map((one) => one.technicianId))
  const fresh = await insertPeople(tx, poll.id, [...wanted])
  if (fresh.length < [...wanted].filter((id) => !before.has(id)).length)
    throw fail('not_found', { what: 'technician' })
  if (fresh.length > 0) tx.emit(happened.poll_asked({ ...about(poll), technicianIds: fresh }))
}

type Change = { pollId: Id } & Pick<
  Poll,
  'version' | 'title' | 'message' | 'closesAt' | 'remindHours'
>

export const changePoll = command(
  'polls.change-poll',
  write,
  async (tx, { pollId, ...change }: Change): Promise<PollDetail> => {
    const before = found(await findPoll(tx, pollId), 'poll')
    const closesAt = new Date(change.closesAt).toISOString()
    if (closesAt !== before.closesAt) expectLater(tx, closesAt)
    expectCurrent(await savePoll(tx, { ...change, closesAt, id: pollId }), before)
    const technicianIds = (await peopleOf(tx, pollId)).map((one) => one.technicianId)
    tx.emit(happened.poll_changed({ pollId, title: change.title, technicianIds }))
    return await describePoll(tx, pollId)
  },
)

export const closePoll = command(
  'polls.close-poll',
  write,
  async (tx, { pollId, version }: { pollId: Id; version: number }): Promise<PollDetail> => {
    const poll = found(await findPoll(tx, pollId), 'poll')
    expectCurrent(poll.version === version, poll)
    await tellEnd(tx, poll)
    return await describePoll(tx, pollId)
  },
)

/** Once: by the office, or by the clock after the deadline. */
export async function tellEnd(tx: Tx, poll: Poll): Promise<void> {
  if (!(await endPoll(tx, poll.id))) return
  const people = await peopleOf(tx, poll.id)
  const answered = people.filter(({ answeredAt }) => answeredAt !== null).length
  const technicianIds = people.map((one) => one.technicianId)
  const silent = people.length - answered
  tx.emit(happened.poll_closed({ ...about(poll), technicianIds, answered, silent }))
}

const expectOpen = ({ open, title }: Poll): void => {
  if (!open) throw fail('poll_closed', { title })
}

/** Reminds those silent; whoever was asked within the hour is left in peace. */
export async function remind(
  tx: Tx,
  poll: Poll,
  technicianIds: readonly Id[] | undefined,
): Promise<void> {
  const calm = new Date(Date.parse(tx.now()) - CALM_MS).toISOString()
  const reminded = await remindSilent(tx, poll.id, { technicianIds, calm })
  if (reminded.length > 0)
    tx.emit(happened.poll_reminded({ ...about(poll), technicianIds: reminded }))
}

export const askAgain = command(
  'polls.ask-again',
  write,
  async (
    tx,
    { pollId, technicianIds }: { pollId: Id; technicianIds?: readonly Id[] | undefined },
  ): Promise<PollDetail> => {
    const poll = found(await findPoll(tx, pollId), 'poll')
    expectOpen(poll)
    await remind(tx, poll, technicianIds)
    return await describePoll(tx, pollId)
  },
)

export const askMore = command(
  'polls.ask-more',
  write,
  async (
    tx,
    { pollId, technicianIds }: { pollId: Id; technicianIds: readonly Id[] },
  ): Promise<PollDetail> => {
    const poll = found(await findPoll(tx, pollId), 'poll')
    expectOpen(poll)
    await ask(tx, poll, technicianIds)
    return await describePoll(tx, pollId)
  },
)

type Renewal = { pollId: Id; technicianId: Id; send: boolean }

/** Links sent before are dead from now on; what was answered by them stays. */
export const renewLink = command(
  'polls.renew-link',
  write,
  async (tx, { pollId, technicianId, send }: Renewal): Promise<PollDetail> => {
    const poll = found(await findPoll(tx, pollId), 'poll')
    expectOpen(poll)
    found((await revokeLinks(tx, pollId, technicianId)) || undefined, 'technician')
    const technicianIds = [technicianId]
    tx.emit(happened.poll_link_renewed({ ...about(poll), technicianIds, sent: send }))
    return await describePoll(tx, pollId)
  },
)

export const askNoMore = command(
  'polls.ask-no-more',
  write,
  async (tx, { pollId, technicianId }: { pollId: Id; technicianId: Id }): Promise<PollDetail> => {
    const { title } = found(await findPoll(tx, pollId), 'poll')
    found((await removePerson(tx, pollId, technicianId)) || undefined, 'technician')
    tx.emit(happened.poll_changed({ pollId, title, technicianIds: [technicianId] }))
    return await describePoll(tx, pollId)
  },
)
