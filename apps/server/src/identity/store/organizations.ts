import type { Organization, OrganizationDraft } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  organization_id: Id
  version: number
  name: string
  time_zone: string
  language: Language
  day_starts_at: string
  day_ends_at: string
  buffer_minutes: number
  break_minutes: number
  break_after_minutes: number
}

const columns = sql`organization_id, version, name, time_zone, language, to_char(day_starts_at, 'HH24:MI') as day_starts_at,
  to_char(day_ends_at, 'HH24:MI') as day_ends_at, buffer_minutes, break_minutes, break_after_minutes`

const toOrganization = (row: Row): Organization => ({
  id: row.organization_id,
  version: row.version,
  name: row.name,
  timeZone: row.time_zone,
  language: row.language,
  dayStartsAt: row.day_starts_at,
  dayEndsAt: row.day_ends_at,
  bufferMinutes: row.buffer_minutes,
  breakMinutes: row.break_minutes,
  breakAfterMinutes: row.break_after_minutes,
})

/** The organisation at hand. */
export async function findOrganization(tx: Tx): Promise<Organization | undefined> {
  const row = await tx.maybe(
    sql<Row>`select ${columns} from identity.organizations where organization_id = ${tx.actor.organizationId}`,
  )
  return row && toOrganization(row)
}

/** Waits its turn: changes that count owners or answer invitations follow one another. */
export async function lockOrganization(tx: Tx): Promise<void> {
  await tx.run(
    sql`select 1 from identity.organizations where organization_id = ${tx.actor.organizationId} for update`,
  )
}

export async function insertOrganization(tx: Tx, draft: OrganizationDraft): Promise<void> {
  await tx.run(sql`
    insert into identity.organizations (organization_id, name, time_zone, language, day_starts_at, day_ends_at,
      buffer_minutes, break_minutes, break_after_minutes, created_at)
    values (${tx.actor.organizationId}, ${draft.name}, ${draft.timeZone}, ${draft.language}, ${draft.dayStartsAt}::time,
      ${draft.dayEndsAt}::time, ${draft.bufferMinutes}, ${draft.breakMinutes}, ${draft.breakAfterMinutes}, ${tx.now()})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveOrganization(
  tx: Tx,
  version: number,
  draft: OrganizationDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update identity.organizations
    set name = ${draft.name}, time_zone = ${draft.timeZone}, language = ${draft.language},
      day_starts_at = ${draft.dayStartsAt}::time, day_ends_at = ${draft.dayEndsAt}::time,
      buffer_minutes = ${draft.bufferMinutes}, break_minutes = ${draft.breakMinutes},
      break_after_minutes = ${draft.breakAfterMinutes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and version = ${version}`)
  return changed === 1
}
