// Call sheets as the planner prepares them, and as each person reads theirs.
import { isSameSheet, sheetChanges } from '@regie/contract/call-sheet-changes'
import type { SheetContent } from '@regie/contract/call-sheet-content'
import { sheetClock } from '@regie/contract/call-sheet-text'
import type { OwnSheet, PersonSheet, SheetDesk, SheetPerson } from '@regie/contract/call-sheets'
import { fingerprintOf } from '@regie/contract/canonical'
import type { Id, Instant } from '@regie/contract/kernel'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { composeSheets, endOf, idleLines } from '../sheet-model.ts'
import {
  detailsOf,
  type KeptSheet,
  projectsWithSheet,
  sheetsAt,
  sheetsFor,
  versionsOf,
} from '../store/call-sheets.ts'
import { documentsOf } from '../store/sheet-documents.ts'
import { sheetPlaces, sheetReaders, sheetSeats } from '../store/sheet-facts.ts'
import { plansOf, spotsOf } from '../store/stage-plans.ts'

/** What would be published now, beside what was last. */
export async function nextSheets(tx: Tx, projectId: Id) {
  const [details, documents] = [await detailsOf(tx, projectId), await documentsOf(tx, projectId)]
  const all = await sheetSeats(tx, projectId)
  const { dateOf } = sheetClock(tx.actor)
  const seats = all.filter(({ isPublished }) => isPublished)
  const sheets = composeSheets({
    ...{ seats, details, documents, dateOf },
    places: await sheetPlaces(tx, projectId),
    plans: await plansOf(tx, projectId),
    spots: await spotsOf(tx, projectId),
  })
  const held = new Map((await sheetsAt(tx, projectId)).map((one) => [one.technicianId, one]))
  const versions = await versionsOf(tx, projectId)
  const drafts = all.length - seats.length
  const seen = await fingerprintOf([versions[0]?.number ?? 0, [...sheets]])
  return { details, documents, sheets, held, versions, drafts, seen }
}
export type NextSheets = Awaited<ReturnType<typeof nextSheets>>

/** What the next version is for each person; nothing for those who had left before. */
export function turnsOf({ sheets, held }: Pick<NextSheets, 'sheets' | 'held'>) {
  const ids = new Set([...sheets.keys(), ...held.keys()])
  return [...ids].flatMap((technicianId) => {
    const next = sheets.get(technicianId) ?? null
    const last = held.get(technicianId)?.content ?? null
    if (!next && !last) return []
    const kind: SheetPerson['kind'] = !last
      ? 'new'
      : !next
        ? 'removed'
        : isSameSheet(last, next)
          ? 'same'
          : 'changed'
    return [{ technicianId, kind, next, last, endsAt: next && endOf(next) }]
  })
}

export async function getSheetDesk(tx: Tx, projectId: Id): Promise<SheetDesk> {
  found(await findProject(tx, projectId), 'project')
  const all = await nextSheets(tx, projectId)
  const { details, documents, versions, drafts, seen, sheets, held } = all
  const turns = new Map(turnsOf(all).map((turn) => [turn.technicianId, turn]))
  const readers = await sheetReaders(tx, [...turns.keys()])
  const people = [...readers.values()].map((reader): SheetPerson => {
    const { technicianId, name, hasAccount } = reader
    const { kind = 'same', next, last } = turns.get(technicianId) ?? {}
    const kept = held.get(technicianId)
    const isChanged = kind === 'changed' && last && next
    return {
      ...{ technicianId, name, hasAccount, kind },
      changes: isChanged ? sheetChanges(last, next, tx.actor) : [],
      number: kept?.content ? kept.number : null,
      readAt: kept?.readAt ?? null,
      acknowledgedAt: kept?.acknowledgedAt ?? null,
    }
  })
  const { version: _, ...lines } = details
  return {
    ...{ details, documents, versions, people, seen, drafts },
    idle: idleLines(lines, sheets.values()),
  }
}

type Asked = { projectId: Id; technicianId: Id; number?: number | undefined }

/** One person's sheet, of a version or as it stands now. */
export async function getPersonSheet(tx: Tx, asked: Asked): Promise<PersonSheet> {
  const { projectId, technicianId, number } = asked
  const kept = await sheetsFor(tx, projectId, technicianId)
  if (number !== undefined)
    return await written(tx, { projectId, technicianId, number, kept, content: null })
  const content = (await nextSheets(tx, projectId)).sheets.get(technicianId)
  return await written(tx, {
    ...{ projectId, technicianId, number: null, kept },
    content: found(content, 'call sheet'),
  })
}

type Writing = {
  readonly projectId: Id
  readonly technicianId: Id
  /** Null: what would be published now. */
  readonly number: number | null
  /** What the person was given, the newest first. */
  readonly kept: readonly KeptSheet[]
  readonly content: SheetContent | null
}

/** Against what lines are marked: what the person last read before, else what they were given before. */
function knownBefore(older: readonly KeptSheet[]): SheetContent | null {
  const known = older.find(({ readAt }) => readAt !== null) ?? older[0]
  return known?.content ?? null
}

async function written(tx: Tx, writing: Writing): Promise<PersonSheet> {
  const { projectId, technicianId, number, kept, content } = writing
  const project = found(await findProject(tx, projectId), 'project')
  const reader = found((await sheetReaders(tx, [technicianId])).get(technicianId), 'technician')
  const held = number === null ? undefined : kept.find((one) => one.number <= number)
  const shown = found(content ?? held?.content ?? undefined, 'call sheet')
  const versions = await versionsOf(tx, projectId)
  const version = number === null ? undefined : versions.find((one) => one.number === number)
  if (number !== null) found(version, 'version')
  const older = held ? kept.filter((one) => one.number < held.number) : kept
  const before = knownBefore(older)
  return {
    ...{ projectId, technicianId, number, content: shown },
    projectCode: project.code,
    projectName: project.name,
    clientName: project.clientName,
    name: reader.name,
    language: reader.language,
    since: held?.number ?? null,
    publishedAt: version?.publishedAt ?? null,
    publishedBy: version?.publishedBy ?? '',
    note: version?.note ?? '',
    changes: before ? sheetChanges(before, shown, tx.actor) : [],
    readAt: held?.readAt ?? null,
    acknowledgedAt: held?.acknowledgedAt ?? null,
  }
}

/** The sheet that somebody holds now; undefined: none, or no longer. */
export async function sheetOf(
  tx: Tx,
  projectId: Id,
  technicianId: Id,
): Promise<OwnSheet | undefined> {
  const kept = await sheetsFor(tx, projectId, technicianId)
  const [last] = kept
  const [version] = await versionsOf(tx, projectId)
  if (!last?.content || !version) return undefined
  const { number } = version
  const sheet = await written(tx, { projectId, technicianId, number, kept, content: null })
  return { ...sheet, number, since: last.number, publishedAt: version.publishedAt }
}

/** A production that somebody was on, with the end of what they were to do there; undefined: they still are, or never were. */
export async function formerSheetOf(
  tx: Tx,
  projectId: Id,
  technicianId: Id,
): Promise<{ name: string; endsAt: Instant | null } | undefined> {
  const [last] = await sheetsFor(tx, projectId, technicianId)
  if (!last || last.content) return undefined
  const { name } = found(await findProject(tx, projectId), 'project')
  return { name, endsAt: last.endsAt }
}

/** Whether somebody has read the sheet that they hold. */
export async function isSheetRead(tx: Tx, projectId: Id, technicianId: Id): Promise<boolean> {
  const [last] = await sheetsFor(tx, projectId, technicianId)
  return Boolean(last?.content && last.readAt)
}

/** The reader's own; nobody else's is there for them. */
export async function getOwnSheet(tx: Tx, projectId: Id): Promise<OwnSheet> {
  const { technicianId } = tx.actor
  return found(technicianId ? await sheetOf(tx, projectId, technicianId) : undefined, 'call sheet')
}

/** A sheet stays on the phone until the day after the last duty. */
const KEPT_MS = 86_400_000

/** For phones to take along: what the reader holds of productions that are not over. */
export async function ownSheets(tx: Tx): Promise<OwnSheet[]> {
  const { technicianId } = tx.actor
  if (!technicianId) return []
  const since: Instant = new Date(Date.parse(tx.now()) - KEPT_MS).toISOString()
  const sheets: OwnSheet[] = []
  for (const projectId of await projectsWithSheet(tx, technicianId, since)) {
    const sheet = await sheetOf(tx, projectId, technicianId)
    if (sheet) sheets.push(sheet)
  }
  return sheets
}

/** Everybody's sheet of a version, or of what would be published now, by name; of one person, when asked. */
export async function allSheets(
  tx: Tx,
  { projectId, number }: { projectId: Id; number?: number | undefined },
): Promise<PersonSheet[]> {
  found(await findProject(tx, projectId), 'project')
  const next = number === undefined ? (await nextSheets(tx, projectId)).sheets : null
  const held = next ? [] : await sheetsAt(tx, projectId, number)
  const ids = next
    ? [...next.keys()]
    : held.flatMap(({ technicianId, content }) => (content ? [technicianId] : []))
  const sheets: PersonSheet[] = []
  for (const technicianId of (await sheetReaders(tx, ids)).keys())
    sheets.push(
      await written(tx, {
        ...{ projectId, technicianId, number: number ?? null },
        kept: await sheetsFor(tx, projectId, technicianId),
        content: next?.get(technicianId) ?? null,
      }),
    )
  return sheets
}
