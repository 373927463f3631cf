// SQL of polls.settings.
import type { Instant } from '@regie/contract/kernel'
import { type PollSettings, pollSettings } from '@regie/contract/polls'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { shippedSettings } from '../model.ts'

/** Version 1 of the shipped ones until somebody saves; what is younger than the saved ones follows the shipped. */
export async function readSettings(
  tx: Pick<Tx, 'maybe' | 'actor'>,
): Promise<PollSettings & { readonly savedAt: Instant | null }> {
  const row = await tx.maybe(sql<{ version: number; body: object; savedAt: Instant }>`
    select version, body, saved_at as "savedAt" from polls.settings where organization_id = ${tx.actor.organizationId}`)
  const settings = pollSettings.parse({
    ...shippedSettings,
    ...row?.body,
    version: row?.version ?? 1,
  })
  return { ...settings, savedAt: row?.savedAt ?? null }
}

/** False when they are no longer at the version the change was based on. */
export async function writeSettings(tx: Tx, { version, ...body }: PollSettings): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into polls.settings as kept (organization_id, version, body, saved_at)
    values (${tx.actor.organizationId}, 2, ${JSON.stringify(body)}::jsonb, ${tx.now()})
    on conflict (organization_id) do update set version = kept.version + 1, body = excluded.body, saved_at = excluded.saved_at
    where kept.version = ${version}`)
  return changed === 1
}
