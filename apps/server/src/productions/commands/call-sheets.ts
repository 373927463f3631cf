// What planners do with call sheets, and people with theirs.
import type { DetailsDraft, SheetDetails } from '@regie/contract/call-sheet-details'
import type { OwnSheet, SheetVersion } from '@regie/contract/call-sheets'
import type { Fault } from '@regie/contract/errors'
import type { Id } from '@regie/contract/kernel'
import { fail, invalid } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { technicians } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { nextSheets, sheetOf, turnsOf } from '../queries/call-sheets.ts'
import {
  detailsOf,
  insertSheets,
  insertVersion,
  lockSheets,
  markSheet,
  saveDetails,
  sheetsFor,
  versionsOf,
} from '../store/call-sheets.ts'
import { documentsOf } from '../store/sheet-documents.ts'
import { stagesOf } from '../store/stages.ts'
import { write } from './changed.ts'

type Saving = { projectId: Id; version: number; draft: DetailsDraft }

export const saveSheetDetails = command(
  'productions.save-sheet-details',
  write,
  async (tx, { projectId, version, draft }: Saving): Promise<SheetDetails> => {
    const { name } = found(await findProject(tx, projectId), 'project')
    await lockSheets(tx, projectId)
    const before = await detailsOf(tx, projectId)
    expectCurrent(before.version === version, before)
    await expectFits(tx, projectId, draft)
    await saveDetails(tx, projectId, version, draft)
    tx.emit(happened.call_sheet_details_changed({ projectId, name }))
    return await detailsOf(tx, projectId)
  },
)

/** Every line that names what is not there, at once. */
async function expectFits(tx: Tx, projectId: Id, draft: DetailsDraft): Promise<void> {
  const lines = Object.entries(draft).flatMap(([part, some]) =>
    some.map((line, index) => ({ ...line, part, path: `${part}.${index}` })),
  )
  const named = lines.flatMap(({ technicianIds }) => technicianIds)
  const people = new Set((await technicians(tx, [...new Set(named)])).map(({ id }) => id))
  const stages = new Set((await stagesOf(tx, projectId)).map(({ id }) => id))
  const files = new Set((await documentsOf(tx, projectId)).map(({ id }) => id))
  const isFrench = tx.actor.language === 'fr'
  const seen = new Set<Id>()
  const faults = lines.flatMap(({ id, part, path, technicianIds, stageId }): Fault[] => {
    const stranger = technicianIds.find((one) => !people.has(one))
    const isTwice = seen.has(`${part} ${id}`)
    seen.add(`${part} ${id}`)
    const isLost = part === 'documents' && !files.has(id)
    const fault = (field: string, fr: string, en: string, got: string): Fault => ({
      ...{ path: `${path}.${field}`, expected: isFrench ? fr : en, got },
    })
    return [
      ...(stranger
        ? [fault('technicianIds', 'Cette personne n’existe pas.', 'No such person.', stranger)]
        : []),
      ...(stageId && !stages.has(stageId)
        ? [
            fault(
              'stageId',
              'Cette scène n’existe plus.',
              'This stage is no longer there.',
              stageId,
            ),
          ]
        : []),
      ...(isTwice ? [fault('id', 'Chaque ligne une fois.', 'Each line once.', id)] : []),
      ...(isLost ? [fault('id', 'Ce document n’existe pas.', 'No such document.', id)] : []),
    ]
  })
  if (faults.length > 0) throw invalid(faults)
}

type Publishing = { projectId: Id; after: number; seen: string; note: string }

/** What was previewed becomes the next version; those whose lines are another than before hear of it. */
export const publishSheets = command(
  'productions.publish-sheets',
  write,
  async (
    tx,
    { projectId, after, seen, note }: Publishing,
  ): Promise<{ made: SheetVersion | null }> => {
    const { name } = found(await findProject(tx, projectId), 'project')
    await lockSheets(tx, projectId)
    const next = await nextSheets(tx, projectId)
    const [last] = next.versions
    if (last && last.number !== after)
      throw fail('sheets_published', { number: last.number, by: last.publishedBy })
    if (next.seen !== seen) throw fail('sheets_changed', {})
    const changed = turnsOf(next).filter(({ kind }) => kind !== 'same')
    if (changed.length === 0) return { made: null }
    const number = after + 1
    await insertVersion(tx, projectId, { number, note })
    await insertSheets(
      tx,
      { projectId, number },
      changed.map(({ technicianId, next: content, last: before, endsAt }) => ({
        ...{ technicianId, content },
        endsAt: endsAt ?? before?.duties.at(-1)?.endsAt ?? null,
      })),
    )
    const technicianIds = changed.map(({ technicianId }) => technicianId)
    tx.emit(happened.call_sheets_published({ projectId, name, number, technicianIds }))
    const [made] = await versionsOf(tx, projectId)
    return { made: found(made, 'version') }
  },
)

type Reading = { projectId: Id; number: number; isConfirmed: boolean }

/**
 * Somebody has read their sheet, or confirms it. An older version than the present one counts as read, not as confirmed:
 * it says something else by now.
 */
export const markOwnSheet = command(
  'productions.mark-own-sheet',
  { permission: 'productions.own' },
  async (tx, { projectId, number, isConfirmed }: Reading): Promise<OwnSheet> => {
    const { technicianId } = tx.actor
    if (!technicianId) throw fail('not_found', { what: 'call sheet' })
    const kept = await sheetsFor(tx, projectId, technicianId)
    const read = kept.find((one) => one.number <= number)
    const sheet = found(
      read?.content ? await sheetOf(tx, projectId, technicianId) : undefined,
      'call sheet',
    )
    const at = read?.number ?? number
    const confirms = isConfirmed && at === sheet.since
    if (await markSheet(tx, { projectId, technicianId, number: at }, confirms))
      tx.emit(
        happened.call_sheet_read({
          ...{ projectId, technicianId, name: sheet.projectName, number: at },
          isConfirmed: confirms,
        }),
      )
    return found(await sheetOf(tx, projectId, technicianId), 'call sheet')
  },
)
