// The page of a visit, as it stands at this moment.
import type { VisitPage } from '@regie/contract/portal-visit'
import { heldSlot, movableVisit } from '../planning/index.ts'
import { coveredAddress } from '../platform/covered-address.ts'
import { sql } from '../platform/db/sql.ts'
import { fail } from '../platform/errors.ts'
import type { Tx } from '../platform/work.ts'
import { type ShownPosition, shownPosition } from '../whereabouts/index.ts'
import { standingOf } from './model.ts'
import { arrivesBy, preparationsFor } from './recipients.ts'
import { wishesOf } from './store/addresses.ts'
import { findRating, findWaiting } from './store/answers.ts'
import { nameOf, validatedReport, whoLeft } from './store/guests.ts'
import type { FoundLink } from './store/links.ts'
import { readSettings } from './store/settings.ts'
import { type Visit, visitOf } from './store/visits.ts'
import { arrivalOf, inFives } from './tell-notices.ts'

export async function pageOf(tx: Tx, link: FoundLink): Promise<VisitPage> {
  const visit = await visitOf(tx, link.workOrderId)
  if (!visit) throw fail('link_expired')
  const settings = await readSettings(tx)
  const wishes = await wishesFor(tx, link, visit)
  const standing = standingOf(visit.status, visit.states)
  const isPlanned = standing === 'planned'
  const times = timesOf(visit)
  const way = standing === 'on_the_way' ? await wayOf(tx, visit) : nobody
  const given = standing === 'done' ? await findRating(tx, visit.workOrderId) : undefined
  const shown = standing === 'cancelled' ? null : times
  return {
    ...(await nameOf(tx)),
    ...{ name: link.name, language: wishes.language, timeZone: link.timeZone },
    ...{ expiresAt: link.expiresAt, reference: visit.reference, title: visit.title },
    ...{ siteName: visit.siteName, address: visit.address, standing, wishes },
    visit: shown && { ...shown, arrivesBy: arrivesBy(shown.startsAt, settings) },
    toldBefore: isPlanned ? await toldBefore(tx, visit) : null,
    ...way,
    preparations: preparationsFor(visit, settings)[wishes.language],
    confirmed: isPlanned && (await isConfirmed(tx, visit)),
    callWanted: (await findWaiting(tx, visit.workOrderId, 'call_wanted')) !== undefined,
    moving: isPlanned && (await movableVisit(tx, visit.workOrderId)) ? settings.moving : 'off',
    ...(await choices(tx, visit)),
    survey: { open: standing === 'done', given: given ?? null },
    report: (await validatedReport(tx, visit.workOrderId)) !== undefined,
  }
}

type Way = Pick<VisitPage, 'arrivalAt' | 'technician' | 'onTheMap'>
const nobody: Way = { arrivalAt: null, technician: '', onTheMap: null }

/** People are named once they are on their way, by their first name; where they are, if they let it be seen. */
async function wayOf(tx: Tx, visit: Visit): Promise<Way> {
  const seen = await shownPosition(tx, visit.workOrderId)
  const left = await whoLeft(tx, visit.workOrderId)
  const reckoned = left ? await arrivalOf(tx, visit, left) : null
  const name = seen?.technicianName ?? left?.name ?? ''
  return {
    technician: name.split(' ')[0] ?? '',
    arrivalAt: seen?.arrivesAt ? inFives(seen.arrivesAt, tx.now()) : reckoned,
    onTheMap: seen ? mapOf(tx, seen) : null,
  }
}

const mapOf = (tx: Tx, { position, at, site }: ShownPosition): VisitPage['onTheMap'] => ({
  ...{ position, at, site, ground: tx.config.map },
  ageSeconds: Math.max(0, Math.round((Date.parse(tx.now()) - Date.parse(at)) / 1000)),
})

const timesOf = ({ startsAt, endsAt }: Visit) => (startsAt && endsAt ? { startsAt, endsAt } : null)

async function toldBefore(tx: Tx, visit: Visit): Promise<string | null> {
  const open = await tx.maybe(sql<{ from: string }>`
    select starts_at as "from" from portal.promises
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${visit.workOrderId} and state = 'open'`)
  return open && open.from !== visit.startsAt ? open.from : null
}

async function isConfirmed(tx: Tx, { workOrderId, startsAt }: Visit): Promise<boolean> {
  const row = await tx.maybe(sql<{ at: string }>`
    select confirmed_at as at from planning.v_confirmations
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and starts_at = ${startsAt}::timestamptz`)
  return row !== undefined
}

/** What is kept while the client makes up their mind, and what the office is asked for. */
async function choices(tx: Tx, { workOrderId }: Visit): Promise<Pick<VisitPage, 'held' | 'asked'>> {
  const hold = await heldSlot(tx, workOrderId)
  const asked = await findWaiting(tx, workOrderId, 'time_asked')
  if (!hold) return { held: null, asked: null }
  const { startsAt, endsAt, expiresAt } = hold
  return asked
    ? { held: null, asked: { startsAt, endsAt } }
    : { held: { startsAt, endsAt, expiresAt }, asked: null }
}

async function wishesFor(tx: Tx, link: FoundLink, visit: Visit): Promise<VisitPage['wishes']> {
  const known = await wishesOf(tx, [link.email, link.mobile].filter(Boolean))
  const [byMail, bySms] = [known.get(link.email), known.get(link.mobile)]
  const one = (address: string, isWanted = true) =>
    address === '' ? null : { shown: coveredAddress(address), wanted: isWanted }
  return {
    language: byMail?.language ?? bySms?.language ?? visit.language,
    email: one(link.email, byMail?.isWanted),
    sms: one(link.mobile, bySms?.isWanted),
    offers: [byMail, bySms].some((wish) => wish?.offersSince),
  }
}
