// SQL of what is kept too long, and of its end.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const AT_ONCE = 500

/** Marks what was sealed before a moment and is not held; returns what was marked now. */
export async function announceErasure(tx: Tx, before: Instant, eraseOn: LocalDate): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    update reports.reports set erase_on = ${eraseOn}
    where organization_id = ${tx.actor.organizationId} and sealed_at < ${before} and erased_at is null and erase_on is null
      and held_for = ''
    returning id`)
  return rows.map(({ id }) => id)
}

/** Announced long enough ago, and still too old by the settings of today. */
export async function dueErasures(
  tx: Tx,
  { today, before }: { today: LocalDate; before: Instant },
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from reports.reports
    where organization_id = ${tx.actor.organizationId} and erase_on <= ${today}::date and sealed_at < ${before}
      and erased_at is null and held_for = ''
    order by sealed_at, id limit ${AT_ONCE}`)
  return rows.map(({ id }) => id)
}

/** Held back with a reason, or let go; a fresh announcement begins the month anew. */
export async function saveHold(
  tx: Tx,
  { id, version, reason }: { id: Id; version: number; reason: string },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update reports.reports set held_for = ${reason}, erase_on = null, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${id} and version = ${version} and erased_at is null`)
  return changed === 1
}

/** Takes everything that names a person; returns those of the photos that no other report shows. */
export async function eraseReport(tx: Tx, reportId: Id, photoIds: readonly Id[]): Promise<Id[]> {
  const { organizationId } = tx.actor
  await tx.run(sql`
    update reports.reports
    set state = 'erased', erased_at = ${tx.now()}, content = null, signature = null, title = '', client_name = '', site_name = '',
      technician_ids = '{}', technician_names = '{}', asset_ids = '{}', remark = '', amends = null, flags = 0, has_pdf = false,
      version = version + 1
    where organization_id = ${organizationId} and id = ${reportId}`)
  await tx.run(
    sql`delete from reports.readings where organization_id = ${organizationId} and report_id = ${reportId}`,
  )
  await tx.run(
    sql`delete from reports.invitations where organization_id = ${organizationId} and report_id = ${reportId}`,
  )
  await tx.run(sql`select reports.forget_trail(${reportId})`)
  if (photoIds.length === 0) return []
  const rows = await tx.rows(sql<{ id: Id }>`
    select wanted.id from unnest(${[...photoIds]}::uuid[]) as wanted(id)
    where not exists (
      select from reports.reports as other
      where other.organization_id = ${organizationId}
        and (other.content @> jsonb_build_object('photos', jsonb_build_array(jsonb_build_object('id', wanted.id)))
          or other.content @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', wanted.id)))))
    order by wanted.id`)
  return rows.map(({ id }) => id)
}
