// SQL of whereabouts.settings.
import type { SharingSettings } from '@regie/contract/whereabouts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { shippedSettings } from '../model.ts'

export async function readSettings(tx: Tx): Promise<SharingSettings> {
  const row = await tx.maybe(sql<SharingSettings>`
    select version, enabled, keep_minutes as "keepMinutes" from whereabouts.settings
    where organization_id = ${tx.actor.organizationId}`)
  return row ?? { version: 1, ...shippedSettings }
}

/** False when somebody else has saved since. */
export async function writeSettings(
  tx: Tx,
  { version, enabled, keepMinutes }: SharingSettings,
): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into whereabouts.settings as kept (organization_id, version, enabled, keep_minutes)
    values (${tx.actor.organizationId}, 2, ${enabled}, ${keepMinutes})
    on conflict (organization_id) do update
    set version = kept.version + 1, enabled = excluded.enabled, keep_minutes = excluded.keep_minutes
    where kept.version = ${version}`)
  return changed === 1
}
