// What the office follows, and what one technician sees of it.
import type { Id } from '@regie/contract/kernel'
import type { OwnAsk, OwnRelief } from '@regie/contract/own-relief'
import type { Assignment } from '@regie/contract/planning'
import type { ReliefCandidates, ReliefRequest, Replacement } from '@regie/contract/relief'
import {
  againstTaking,
  describeAssignments,
  findAssignment,
  liveBetween,
  ownAssignment,
  rankTakers,
} from '../planning/index.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { deadlineHoursOf, isOpen } from './model.ts'
import {
  type Ask,
  asksOf,
  asksTo,
  findSearch,
  listSearches,
  openSearchOn,
  type Search,
  searchesFrom,
} from './store/requests.ts'
import { isSeatHeld } from './store/seats.ts'
import { readSettings } from './store/settings.ts'
import { takersFor } from './takers.ts'

const personOf = (technicianId: Id | null, name: string | null) =>
  technicianId === null ? null : { technicianId, name: name ?? '' }

const slotOf = ({
  id,
  workOrderId,
  reference,
  title,
  siteName,
  city,
  positionName,
  startsAt,
  endsAt,
}: Assignment) => ({
  assignmentId: id,
  ...{ workOrderId, reference, title, siteName, city, positionName, startsAt, endsAt },
})

/** What the searches give in return, by assignment. */
async function returnsOf(
  tx: Pick<Tx, 'rows' | 'actor'>,
  searches: readonly Search[],
): Promise<ReadonlyMap<Id, ReturnType<typeof slotOf>>> {
  const ids = searches.flatMap(({ inReturnId }) => inReturnId ?? [])
  return new Map((await describeAssignments(tx, ids)).map((one) => [one.id, slotOf(one)]))
}

async function describe(tx: Tx, searches: readonly Search[]): Promise<ReliefRequest[]> {
  const asks = Map.groupBy(
    await asksOf(
      tx,
      searches.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  )
  const returns = await returnsOf(tx, searches)
  return searches.map((search) => ({
    ...search,
    from: personOf(search.fromTechnicianId, search.fromName),
    taker: personOf(search.takerId, search.takerName),
    inReturn: returns.get(search.inReturnId ?? '') ?? null,
    asks: asks.get(search.id) ?? [],
  }))
}

export const listRequests = async (tx: Tx, open: boolean): Promise<ReliefRequest[]> =>
  await describe(tx, await listSearches(tx, open))

export const describeSearch = async (tx: Tx, id: Id): Promise<ReliefRequest> =>
  found((await describe(tx, [found(await findSearch(tx, id), 'request')]))[0], 'request')

export const candidatesFor = async (tx: Tx, id: Id): Promise<ReliefCandidates> => {
  const search = found(await findSearch(tx, id), 'request')
  const { able, refused } = await takersFor(tx, search, await readSettings(tx))
  return { items: [...able], refused: [...refused] }
}

/** Who could have an assignment instead of whoever has it. */
export async function replacementFor(tx: Tx, assignmentId: Id): Promise<Replacement> {
  const placed = found(await findAssignment(tx, assignmentId), 'assignment')
  const shown = found((await describeAssignments(tx, [assignmentId]))[0], 'assignment')
  const { technicianId, technicianName, version } = shown
  const { able, refused } = await rankTakers(tx, placed, [assignmentId])
  const isOther = (one: { technicianId: Id }) => one.technicianId !== technicianId
  return {
    assignment: { ...slotOf(shown), technicianId, technicianName, version },
    openRequestId: (await openSearchOn(tx, placed.positionId))?.id ?? null,
    items: able.filter(isOther),
    refused: refused.filter(isOther),
  }
}

export async function describeAsks(tx: Tx, asks: readonly Ask[]): Promise<OwnAsk[]> {
  const searches = new Map<Id, Search>()
  for (const requestId of new Set(asks.map((ask) => ask.requestId))) {
    const search = await findSearch(tx, requestId)
    if (search) searches.set(requestId, search)
  }
  const returns = await returnsOf(tx, [...searches.values()])
  return asks.flatMap((ask) => {
    const search = searches.get(ask.requestId)
    if (!search) return []
    const { workOrderId, reference, title, siteName, city, positionName, kind, reason, closesAt } =
      search
    return [
      {
        ...{ workOrderId, reference, title, siteName, city, positionName, kind, closesAt },
        // Why somebody is away is theirs to tell.
        reason: kind === 'release' || kind === 'swap' ? reason : '',
        id: ask.id,
        state: ask.state,
        requestState: search.state,
        startsAt: ask.startsAt,
        endsAt: ask.endsAt,
        open: search.state === 'asking' && (ask.state === 'asked' || ask.state === 'no'),
        from: kind === 'release' || kind === 'swap' ? (search.fromName ?? '') : '',
        inReturn: returns.get(search.inReturnId ?? '') ?? null,
        addedTravelSeconds: ask.addedTravelSeconds,
      },
    ]
  })
}

export const describeOwnAsk = async (tx: Tx, ask: Ask): Promise<OwnAsk> =>
  found((await describeAsks(tx, [ask]))[0], 'request')

function technicianOf({ actor }: Tx): Id {
  if (!actor.technicianId) throw fail('not_found', { what: 'technician' })
  return actor.technicianId
}

export async function ownRelief(tx: Tx): Promise<OwnRelief> {
  const technicianId = technicianOf(tx)
  const searches = await searchesFrom(tx, technicianId)
  const asks = await asksOf(
    tx,
    searches.map(({ id }) => id),
  )
  return {
    asks: await describeAsks(tx, await asksTo(tx, technicianId)),
    requests: searches.map((search) => {
      const own = asks.filter(({ requestId }) => requestId === search.id)
      const declined = own.filter(({ state }) => state === 'no').length
      return { ...search, asked: own.length, declined }
    }),
  }
}

type Colleagues = { deadline: string; colleagues: { technicianId: Id; name: string }[] }

/** Names only: what colleagues do that day is theirs. */
export async function colleaguesFor(tx: Tx, assignmentId: Id): Promise<Colleagues> {
  const placed = await ownAssignment(tx, assignmentId)
  const [shown] = await describeAssignments(tx, [assignmentId])
  const hours = deadlineHoursOf(await readSettings(tx), shown?.positionName ?? '')
  const { able } = await rankTakers(tx, placed, [placed.id])
  return {
    deadline: new Date(Date.parse(placed.startsAt) - hours * 3_600_000).toISOString(),
    colleagues: able
      .filter(({ technicianId }) => technicianId !== placed.technicianId)
      .map(({ technicianId, technicianName: name }) => ({ technicianId, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

const RETURN_DAYS = 14
const MOST_RETURNS = 12
const DAY_MS = 86_400_000

type Question = { assignmentId: Id; technicianId: Id }

/** What of a colleague's next weeks I may take by the rules, and they mine, if we exchange. */
export async function returnsFor(tx: Tx, { assignmentId, technicianId }: Question) {
  const mine = await ownAssignment(tx, assignmentId)
  const until = new Date(Date.parse(tx.now()) + RETURN_DAYS * DAY_MS).toISOString()
  const theirs = await liveBetween(tx, { from: tx.now(), until, technicianIds: [technicianId] })
  const givable = theirs
    .filter(
      ({ state, publishedAt }) =>
        publishedAt !== null && (state === 'offered' || state === 'accepted'),
    )
    .slice(0, MOST_RETURNS)
  const good: Id[] = []
  for (const one of givable) {
    const without = [mine.id, one.id]
    const against = [
      ...(await againstTaking(tx, one, mine.technicianId, without)),
      ...(await againstTaking(tx, mine, technicianId, without)),
    ]
    if (against.length === 0) good.push(one.id)
  }
  return (await describeAssignments(tx, good)).map(slotOf)
}

/** Whether what is sought for is still to be had: the plan may have gone on meanwhile. */
export async function isStillWanted(tx: Tx, search: Search): Promise<boolean> {
  if (!isOpen(search.state)) return false
  if (search.kind === 'release' || search.kind === 'swap') {
    const placed = search.assignmentId ? await findAssignment(tx, search.assignmentId) : undefined
    const isGivable = placed?.state === 'offered' || placed?.state === 'accepted'
    return (
      isGivable &&
      placed.technicianId === search.fromTechnicianId &&
      placed.startsAt === search.startsAt
    )
  }
  return !(await isSeatHeld(tx, search.positionId))
}
