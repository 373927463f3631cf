// What a technician is told of their own sharing, whether a position is wanted now, and the one a client is shown.
import type { Id, Instant, Position } from '@regie/contract/kernel'
import type { OwnSharing, ShownSharingSettings } from '@regie/contract/whereabouts'
import { Temporal } from 'temporal-polyfill'
import { ownAssignment, type Placed, travelSeconds } from '../planning/index.ts'
import { fail } from '../platform/errors.ts'
import type { Tx } from '../platform/work.ts'
import { availabilityOf, technicians } from '../workforce/index.ts'
import { isWithin, type Span, workingHours } from './model.ts'
import { agreementOf, countAgreements } from './store/agreements.ts'
import { findPosition, sitePosition, waysOf } from './store/positions.ts'
import { readSettings } from './store/settings.ts'

export const showSettings = async (tx: Tx): Promise<ShownSharingSettings> => ({
  ...(await readSettings(tx)),
  ...(await countAgreements(tx)),
})

/** Shifts of today and of the night before, without absences, and the visits they are on the way to. */
async function hoursOf(tx: Tx, technicianId: Id): Promise<Span[]> {
  const today = Temporal.Instant.from(tx.now()).toZonedDateTimeISO(tx.actor.timeZone).toPlainDate()
  const range = { from: today.subtract({ days: 1 }).toString(), until: today.toString() }
  const people = await technicians(tx, [technicianId])
  const [own] = await availabilityOf(tx, people, range)
  const shifts = own?.days.flatMap((day) => day.shifts) ?? []
  return workingHours(shifts, await waysOf(tx, technicianId))
}

export async function ownSharing(tx: Tx): Promise<OwnSharing> {
  const { technicianId } = tx.actor
  if (!technicianId) return { offered: false, agreedAt: null, answered: false, hours: [] }
  const { enabled } = await readSettings(tx)
  return {
    offered: enabled,
    ...(await agreementOf(tx, technicianId)),
    hours: enabled ? await hoursOf(tx, technicianId) : [],
  }
}

/** The visit a position of the asker would be for; refuses where none is wanted, and says why. */
export async function expectWanted(tx: Tx, assignmentId: Id): Promise<Placed> {
  const own = await ownAssignment(tx, assignmentId)
  const refuse = (why: 'off' | 'not_agreed' | 'not_en_route' | 'hours') =>
    fail('not_shared', { why })
  if (!(await readSettings(tx)).enabled) throw refuse('off')
  if (!(await agreementOf(tx, own.technicianId)).agreedAt) throw refuse('not_agreed')
  if (own.state !== 'en_route') throw refuse('not_en_route')
  if (!isWithin(await hoursOf(tx, own.technicianId), tx.now())) throw refuse('hours')
  return own
}

/** Where the way of a visit leads, as far as it is known. */
export async function destination(tx: Tx, workOrderId: Id): Promise<Position | null> {
  const site = await sitePosition(tx, workOrderId)
  if (!site || site.latitude === null || site.longitude === null) return null
  return { latitude: site.latitude, longitude: site.longitude }
}

export type ShownPosition = {
  readonly technicianName: string
  readonly position: Position
  readonly at: Instant
  readonly site: Position | null
  /** When they arrive, counted from there; null where the way is not known. */
  readonly arrivesAt: Instant | null
}

/** What the client of a visit may see of whoever is on the way to it; undefined: nothing. */
export async function shownPosition(tx: Tx, workOrderId: Id): Promise<ShownPosition | undefined> {
  const { enabled, keepMinutes } = await readSettings(tx)
  if (!enabled) return undefined
  const since = new Date(Date.parse(tx.now()) - keepMinutes * 60_000).toISOString()
  const kept = await findPosition(tx, workOrderId, since)
  if (!kept) return undefined
  const { latitude, longitude, at, technicianName } = kept
  const site = await destination(tx, workOrderId)
  const position = { latitude, longitude }
  const seconds = kept.waySeconds ?? (site ? await travelSeconds(tx, position, site) : undefined)
  return {
    ...{ technicianName, position, at, site },
    arrivesAt:
      seconds === undefined ? null : new Date(Date.parse(at) + seconds * 1000).toISOString(),
  }
}
