// A technician gives an assignment away: to whoever can, or to one colleague, for something in return or for nothing.
import type { Id } from '@regie/contract/kernel'
import type { OwnRelief } from '@regie/contract/own-relief'
import {
  againstTaking,
  describeAssignments,
  findAssignment,
  ownAssignment,
  type Placed,
} from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { deadlineHoursOf } from '../model.ts'
import { ownRelief } from '../queries.ts'
import { findSearch, insertAsks, lockSearch, saveSearch } from '../store/requests.ts'
import { readSettings } from '../store/settings.ts'
import { about, askWave, current, endSearch, openSearch } from './searching.ts'

const own = { permission: 'relief.own' } as const
const HOUR_MS = 3_600_000

type Release = {
  assignmentId: Id
  version: number
  reason: string
  technicianId: Id | null
  inReturnId: Id | null
}

export const releaseAssignment = command(
  'relief.release-assignment',
  own,
  async (tx, release: Release): Promise<OwnRelief> => {
    const { assignmentId, version, reason, technicianId, inReturnId } = release
    const placed = await ownAssignment(tx, assignmentId)
    const shown = found((await describeAssignments(tx, [assignmentId]))[0], 'assignment')
    expectCurrent(placed.version === version, shown)
    const settings = await readSettings(tx)
    expectGivable(tx, placed, deadlineHoursOf(settings, shown.positionName))
    const search = await openSearch(
      tx,
      {
        ...placed,
        kind: technicianId ? 'swap' : 'release',
        state: 'asking',
        positionName: shown.positionName,
        fromTechnicianId: placed.technicianId,
        ...{ assignmentId, inReturnId, reason },
      },
      settings,
    )
    if (technicianId)
      await askColleague(tx, { searchId: search.id, placed, technicianId, inReturnId })
    else await askWave(tx, search, settings)
    return await ownRelief(tx)
  },
)

/** Not begun, and early enough for somebody else to prepare. */
function expectGivable(tx: Tx, placed: Placed, hours: number): void {
  if (placed.state !== 'offered' && placed.state !== 'accepted')
    throw fail('wrong_state', { state: placed.state })
  const deadline = new Date(Date.parse(placed.startsAt) - hours * HOUR_MS).toISOString()
  if (deadline <= tx.now()) throw fail('too_late_to_release', { hours })
}

type Asked = { searchId: Id; placed: Placed; technicianId: Id; inReturnId: Id | null }

/** The rules are asked both ways before anybody is bothered. */
async function askColleague(
  tx: Tx,
  { searchId, placed, technicianId, inReturnId }: Asked,
): Promise<void> {
  const theirs = inReturnId ? found(await findAssignment(tx, inReturnId), 'assignment') : null
  if (theirs && (theirs.technicianId !== technicianId || theirs.publishedAt === null))
    throw fail('not_found', { what: 'assignment' })
  const without = [placed.id, ...(theirs ? [theirs.id] : [])]
  const reasons = [
    ...(await againstTaking(tx, placed, technicianId, without)),
    ...(theirs ? await againstTaking(tx, theirs, placed.technicianId, without) : []),
  ]
  if (reasons.length > 0) throw fail('rule_broken', { reasons })
  const { startsAt, endsAt } = placed
  const id = tx.newId()
  const figures = { addedTravelSeconds: 0, addedTravelMetres: 0, plannedMinutes: 0 }
  await insertAsks(tx, searchId, [
    { id, technicianId, wave: 1, rank: 1, startsAt, endsAt, ...figures },
  ])
  const search = await current(tx, searchId)
  await saveSearch(tx, search, { wave: 1, exhausted: true })
  tx.emit(happened.relief_asked({ ...about(search), asks: [{ askId: id, technicianId }] }))
}

/** The technician keeps it after all. What somebody has by now is theirs. */
export const withdrawRelease = command(
  'relief.withdraw-release',
  own,
  async (tx, { requestId }: { requestId: Id }): Promise<OwnRelief> => {
    await lockSearch(tx, requestId)
    const search = found(await findSearch(tx, requestId), 'request')
    const isOwn =
      search.fromTechnicianId !== null && search.fromTechnicianId === tx.actor.technicianId
    if (!isOwn || search.kind === 'replacement') throw fail('not_found', { what: 'request' })
    if (search.state !== 'asking' && search.state !== 'to_approve')
      throw fail('wrong_state', { state: search.state })
    await endSearch(tx, search, 'cancelled')
    return await ownRelief(tx)
  },
)
