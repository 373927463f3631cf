// Reads shaped for the phone, and for the office that looks after what came too late.
import type { FieldEntry } from '@regie/contract/field-entries'
import type {
  FieldAssignment,
  FieldPart,
  readFieldLog as readFieldLogContract,
  SiteHistory,
  Snapshot,
} from '@regie/contract/fieldwork'
import type { Id, Instant, ReturnOf } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { allParts } from '../catalog/index.ts'
import { findAssignment, heldAssignment, unseenOf } from '../planning/index.ts'
import { fail, invalid } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { ownAvailability } from '../polls/index.ts'
import { ownSheets } from '../productions/index.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { partOf, readCursor, writeCursor } from './cursor.ts'
import { readDrafts, writePastReport } from './past-reports.ts'
import { type DayQuestion, stopsOf } from './store/day.ts'
import { entriesOf, openEntries } from './store/entries.ts'
import { pastWorkAt } from './store/history.ts'
import { absenceRequests } from './store/requests.ts'
import { findDocument, type StoredDocument, seatsOf, worksOn } from './store/work.ts'

const LONGEST_DAYS = 62
const DAYS_AHEAD = 8
const RECENT_MS = 60 * 86_400_000

const byAssignment = (entries: readonly FieldEntry[]): Map<Id, FieldEntry[]> =>
  Map.groupBy(entries, ({ assignmentId }) => assignmentId)

async function withEntries(tx: Tx, question: DayQuestion): Promise<FieldAssignment[]> {
  const stops = await stopsOf(tx, question)
  const entries = byAssignment(
    await entriesOf(
      tx,
      stops.map(({ id }) => id),
    ),
  )
  return stops.map((stop) => ({ ...stop, entries: entries.get(stop.id) ?? [] }))
}

/** The reader's own day; a member who is no technician has none. */
export async function listFieldAssignments(
  tx: Tx,
  { from, until }: { from: Instant; until: Instant },
): Promise<{ timeZone: string; items: FieldAssignment[] }> {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  if (!(days > 0 && days <= LONGEST_DAYS))
    throw invalid([
      {
        path: 'query.until',
        expected: `an instant after from, within ${LONGEST_DAYS} days`,
        got: until,
      },
    ])
  const { technicianId, timeZone } = tx.actor
  if (!technicianId) return { timeZone, items: [] }
  return {
    timeZone,
    items: await withEntries(tx, { technicianId, from, until, assignmentId: null }),
  }
}

/** One of the reader's own; anybody else's does not exist for them. */
export async function getFieldAssignment(tx: Tx, assignmentId: Id): Promise<FieldAssignment> {
  const { technicianId } = tx.actor
  if (!technicianId) throw fail('not_found', { what: 'assignment' })
  const question = { technicianId, from: null, until: null, assignmentId }
  return found((await withEntries(tx, question))[0], 'assignment')
}

/** Everything told of an assignment: planners read all, technicians what they hold or held. */
export async function listEntries(tx: Tx, assignmentId: Id): Promise<{ items: FieldEntry[] }> {
  if (tx.may('fieldwork.read')) found(await findAssignment(tx, assignmentId), 'assignment')
  else await heldAssignment(tx, assignmentId)
  return { items: await entriesOf(tx, [assignmentId]) }
}

/** What was told of a work order, by place; places where nothing stands or was told are left out. */
export async function readFieldLog(
  tx: Tx,
  workOrderId: Id,
): Promise<ReturnOf<typeof readFieldLogContract>> {
  const order = found(await findWorkOrder(tx, workOrderId), 'work order')
  const seats = await seatsOf(tx, workOrderId)
  const told = byAssignment(
    await entriesOf(
      tx,
      seats.map(({ assignmentId }) => assignmentId),
    ),
  )
  const items = seats
    .map((seat) => ({ ...seat, entries: told.get(seat.assignmentId) ?? [] }))
    .filter(({ state, entries }) => state !== 'withdrawn' || entries.length > 0)
  const { reference, title, siteName } = order
  return { workOrderId, reference, title, siteName, items }
}

/** A document of work that is theirs, or was. */
export async function visibleDocument(tx: Tx, documentId: Id): Promise<StoredDocument> {
  const document = found(await findDocument(tx, documentId), 'document')
  if (tx.may('fieldwork.read')) return document
  const { technicianId } = tx.actor
  const isTheirs = technicianId && (await worksOn(tx, technicianId, document.workOrderId))
  return found(isTheirs ? document : undefined, 'document')
}

export const listOpenEntries = async (tx: Tx) => ({
  items: await openEntries(tx),
  absences: await absenceRequests(tx, {}),
})

/** Yesterday's midnight (work that crossed it) to a week from today. */
function spanOf(tx: Tx): { from: Instant; until: Instant } {
  const today = Temporal.Instant.from(tx.now()).toZonedDateTimeISO(tx.actor.timeZone).startOfDay()
  const at = (days: number) => today.add({ days }).toInstant().toString()
  return { from: at(-1), until: at(DAYS_AHEAD) }
}

async function historyOf(
  tx: Tx,
  siteIds: readonly Id[],
  stops: readonly FieldAssignment[],
): Promise<SiteHistory[]> {
  const past = await pastWorkAt(tx, siteIds)
  const told = byAssignment(
    await entriesOf(
      tx,
      past.flatMap((one) => one.assignment_ids),
    ),
  )
  const entries = past.map((one) => one.assignment_ids.flatMap((id) => told.get(id) ?? []))
  const { drafts, forms } = await readDrafts(tx, entries)
  const { language } = tx.actor
  const work = past.map((one, index) => {
    const assets = stops.find(({ site }) => site.id === one.site_id)?.assets ?? []
    const draft = drafts[index]
    return {
      siteId: one.site_id,
      work: {
        workOrderId: one.work_order_id,
        reference: one.reference,
        title: one.title,
        status: one.status,
        startsAt: one.starts_at,
        technicians: one.technicians,
        entries: entries[index]?.filter(({ what }) => !IN_REPORT.has(what.kind)) ?? [],
        report: draft ? writePastReport(draft, { forms, assets, language }) : null,
      },
    }
  })
  return siteIds.map((siteId) => ({
    siteId,
    work: work.filter((one) => one.siteId === siteId).map((one) => one.work),
  }))
}

/** What is told of these stands in the report as it is read. */
const IN_REPORT = new Set(['answers', 'paper'])

/** Parts that may be used; what they cost only to those who may see it. */
async function partsOf(tx: Tx): Promise<FieldPart[]> {
  const seesPrices = tx.may('catalog.read-prices')
  const parts = await allParts(tx, { archived: false })
  return parts.map(({ id, name, reference, unit, priceCents }) => ({
    ...{ id, name, reference, unit },
    priceCents: seesPrices ? priceCents : null,
  }))
}

/** The list of parts in the cursor: it has no id of its own. */
const PARTS: Id = '00000000-0000-7000-8000-000000000000'

/** The phone's week, whole or as what differs from the cursor. */
export async function readSnapshot(tx: Tx, since: string | undefined): Promise<Snapshot> {
  const { technicianId, timeZone } = tx.actor
  const held = readCursor(since)
  const empty = {
    serverAt: tx.now(),
    timeZone,
    assignments: [],
    history: [],
    absenceRequests: [],
    unseen: [],
    availability: { polls: [], words: [] },
    callSheets: [],
    parts: null,
  }
  if (!technicianId) return { ...empty, cursor: '', goneIds: [...held.keys()] }
  const question = { technicianId, ...spanOf(tx), assignmentId: null, orUnderWay: true }
  const assignments = await withEntries(tx, question)
  const history = await historyOf(
    tx,
    [...new Set(assignments.map(({ site }) => site.id))],
    assignments,
  )
  const list = await partsOf(tx)
  const sheets = await ownSheets(tx)
  const parts = [
    partOf(PARTS, list),
    ...assignments.map((one) => partOf(one.id, one)),
    ...history.map((one) => partOf(one.siteId, one)),
    ...sheets.map((one) => partOf(one.projectId, one)),
  ]
  const now = new Map(parts.map(({ id, digest }) => [id, digest]))
  const isNews = (id: Id) => held.get(id) !== now.get(id)
  return {
    ...empty,
    cursor: writeCursor(parts),
    assignments: assignments.filter(({ id }) => isNews(id)),
    history: history.filter(({ siteId }) => isNews(siteId)),
    absenceRequests: await absenceRequests(tx, {
      technicianId,
      since: new Date(Date.parse(tx.now()) - RECENT_MS).toISOString(),
    }),
    goneIds: [...held.keys()].filter((id) => !now.has(id)),
    callSheets: sheets.filter(({ projectId }) => isNews(projectId)),
    parts: isNews(PARTS) ? list : null,
    unseen: await unseenOf(tx, technicianId, question.until),
    availability: await ownAvailability(tx),
  }
}
