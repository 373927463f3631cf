// SQL of relief.settings.
import { type ReliefSettings, reliefSettings } from '@regie/contract/relief-settings'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { shippedSettings } from '../model.ts'

/** Version 1 of the shipped ones until somebody saves; what is younger than the saved ones follows the shipped. */
export async function readSettings(tx: Pick<Tx, 'maybe' | 'actor'>): Promise<ReliefSettings> {
  const row = await tx.maybe(sql<{ version: number; body: object }>`
    select version, body from relief.settings where organization_id = ${tx.actor.organizationId}`)
  return reliefSettings.parse({ ...shippedSettings, ...row?.body, version: row?.version ?? 1 })
}

/** False when they are no longer at the version the change was based on. */
export async function writeSettings(
  tx: Tx,
  { version, ...body }: ReliefSettings,
): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into relief.settings as kept (organization_id, version, body)
    values (${tx.actor.organizationId}, 2, ${JSON.stringify(body)}::jsonb)
    on conflict (organization_id) do update set version = kept.version + 1, body = excluded.body
    where kept.version = ${version}`)
  return changed === 1
}
