// SQL of portal.links.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Database } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Link = {
  readonly id: Id
  readonly workOrderId: Id
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  readonly revokedBy: string
}

const columns = sql`id, work_order_id as "workOrderId", name, email, mobile, created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", revoked_by as "revokedBy"`

export type LinkWanted = Pick<Link, 'workOrderId' | 'name' | 'email' | 'mobile' | 'expiresAt'>

/** One link for each visit that is not revoked: the one there is, kept up to date, or a new one. */
export async function linksFor(tx: Tx, wanted: readonly LinkWanted[]): Promise<Map<Id, Id>> {
  if (wanted.length === 0) return new Map()
  const rows = wanted.map((one) => ({ ...one, id: tx.newId() }))
  const kept = await tx.rows(sql<{ id: Id; workOrderId: Id }>`
    insert into portal.links as known (organization_id, id, work_order_id, name, email, mobile, created_at, expires_at)
    select ${tx.actor.organizationId}::uuid, one.id, one."workOrderId", one.name, one.email, one.mobile, ${tx.now()}, one."expiresAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one(id uuid, "workOrderId" uuid, name text, email text, mobile text, "expiresAt" timestamptz)
    on conflict (organization_id, work_order_id) where revoked_at is null
    do update set name = excluded.name, email = excluded.email, mobile = excluded.mobile,
      expires_at = greatest(known.expires_at, excluded.expires_at)
    returning known.id, known.work_order_id as "workOrderId"`)
  return new Map(kept.map(({ id, workOrderId }) => [workOrderId, id]))
}

export const linksOfVisit = (tx: Tx, workOrderId: Id): Promise<Link[]> =>
  tx.rows(sql<Link>`
    select ${columns} from portal.links
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} order by created_at desc, id desc`)

export const revokeLinks = (tx: Tx, workOrderId: Id): Promise<number> =>
  tx.run(sql`
    update portal.links set revoked_at = ${tx.now()}, revoked_by = ${tx.actor.name}
    where organization_id = ${tx.actor.organizationId} and work_order_id = ${workOrderId} and revoked_at is null`)

export type FoundLink = {
  readonly organizationId: Id
  readonly linkId: Id
  readonly workOrderId: Id
  readonly timeZone: string
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

export async function findLink(database: Database, id: Id): Promise<FoundLink | undefined> {
  const [link] = await database.ask(sql<FoundLink>`
    select organization_id as "organizationId", link_id as "linkId", work_order_id as "workOrderId", time_zone as "timeZone", name,
      email, mobile, expires_at as "expiresAt", revoked_at as "revokedAt"
    from portal.find_link(${id})`)
  return link
}
