// What is kept, and for how long. Nothing ends in silence: an erasure is announced a month ahead, may be held back with a
// reason, and leaves behind that there was a report, its number, its fingerprints, and when it was erased.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import { Temporal } from 'temporal-polyfill'
import { forgetPhotos, photoKeys } from '../fieldwork/index.ts'
import { findOrganization } from '../identity/index.ts'
import { program } from '../platform/actor.ts'
import { found } from '../platform/guards.ts'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { namesOf } from './commands/sealing.ts'
import { happened } from './events.ts'
import { PROGRAM } from './model.ts'
import { paperKey } from './papers.ts'
import { announceErasure, dueErasures, eraseReport } from './store/archive.ts'
import { addToTrail, findReport } from './store/reports.ts'
import { readSettings } from './store/settings.ts'

/** Between the announcement and the deed. */
const NOTICE_DAYS = 30

const asProgram = { permission: 'reports.configure' } as const

/** What was sealed before this day has been kept long enough. */
function keptLongEnough(now: Instant, timeZone: string, years: number): Instant {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  return today.subtract({ years }).toInstant().toString({ smallestUnit: 'millisecond' })
}

const dayAfter = (now: Instant, timeZone: string, days: number): LocalDate =>
  Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString()

const announce = command('reports.announce-erasure', asProgram, async (tx): Promise<number> => {
  const { timeZone } = found(await findOrganization(tx), 'organization')
  const { retentionYears } = await readSettings(tx)
  const eraseOn = dayAfter(tx.now(), timeZone, NOTICE_DAYS)
  const before = keptLongEnough(tx.now(), timeZone, retentionYears)
  const ids = await announceErasure(tx, before, eraseOn)
  for (const id of ids)
    await addToTrail(tx, id, 'erasure_announced', { eraseOn, retentionYears }, PROGRAM)
  if (ids.length) tx.emit(happened.erasure_announced({ count: ids.length, eraseOn }))
  return ids.length
})

const due = async (tx: Tx): Promise<Id[]> => {
  const { timeZone } = found(await findOrganization(tx), 'organization')
  const { retentionYears } = await readSettings(tx)
  return await dueErasures(tx, {
    today: dayAfter(tx.now(), timeZone, 0),
    before: keptLongEnough(tx.now(), timeZone, retentionYears),
  })
}

/** Returns the files that went with it. */
const erase = command(
  'reports.erase',
  asProgram,
  async (tx, { reportId }: { reportId: Id }): Promise<string[]> => {
    const report = found(await findReport(tx, reportId), 'report')
    if (report.state === 'erased' || report.heldFor) return []
    const { photos = [], files = [] } = report.content ?? {}
    const photoIds = [...photos, ...files].map(({ id }) => id)
    const gone = await eraseReport(tx, reportId, photoIds)
    await forgetPhotos(tx, gone)
    tx.emit(happened.report_erased(namesOf(report)))
    const { organizationId } = tx.actor
    return [
      paperKey(organizationId, reportId),
      ...gone.flatMap((id) => photoKeys(organizationId, id)),
    ]
  },
)

export async function keepArchiveOf(services: Services, organizationId: Id): Promise<void> {
  const actor = program(organizationId, 'reports.keep-archive')
  await services.work.act(actor, announce, undefined)
  for (const reportId of await services.work.read(actor, null, due)) {
    const files = await services.work.act(actor, erase, { reportId })
    for (const key of files) await services.files.remove(key)
  }
}
