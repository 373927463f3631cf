// SQL of portal.settings.
import type { PortalSettings } from '@regie/contract/portal-office'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { shippedSettings } from '../model.ts'

export async function readSettings(tx: Tx): Promise<PortalSettings> {
  const row = await tx.maybe(sql<PortalSettings>`
    select version, window_minutes as "windowMinutes", moving, lead_hours as "leadHours", horizon_days as "horizonDays",
      hold_minutes as "holdMinutes", link_days as "linkDays", phone, bad_stars as "badStars", preparations, by_template as "byTemplate"
    from portal.settings where organization_id = ${tx.actor.organizationId}`)
  return row ?? { version: 1, ...shippedSettings }
}

/** False when somebody else has saved since. */
export async function writeSettings(tx: Tx, next: PortalSettings): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into portal.settings as kept (organization_id, version, window_minutes, moving, lead_hours, horizon_days, hold_minutes,
      link_days, phone, bad_stars, preparations, by_template)
    values (${tx.actor.organizationId}, 2, ${next.windowMinutes}, ${next.moving}, ${next.leadHours}, ${next.horizonDays},
      ${next.holdMinutes}, ${next.linkDays}, ${next.phone}, ${next.badStars}, ${JSON.stringify(next.preparations)}::jsonb,
      ${JSON.stringify(next.byTemplate)}::jsonb)
    on conflict (organization_id) do update
    set version = kept.version + 1, window_minutes = excluded.window_minutes, moving = excluded.moving,
      lead_hours = excluded.lead_hours, horizon_days = excluded.horizon_days, hold_minutes = excluded.hold_minutes,
      link_days = excluded.link_days, phone = excluded.phone, bad_stars = excluded.bad_stars, preparations = excluded.preparations,
      by_template = excluded.by_template
    where kept.version = ${next.version}`)
  return changed === 1
}
