import type { Member } from '@regie/contract/identity'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import type { Language, Role } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  user_id: Id
  name: string
  email: string
  role: Role
  language: Language | null
  technician_id: Id | null
  disabled_at: Instant | null
  joined_at: Instant
  sort_name: string
}

const columns = sql`id, version, user_id, name, email, role, language, technician_id, disabled_at, joined_at, sort_name`

const toMember = (row: Row): Member & { userId: Id } => ({
  id: row.id,
  version: row.version,
  userId: row.user_id,
  name: row.name,
  email: row.email,
  role: row.role,
  language: row.language,
  technicianId: row.technician_id,
  disabledAt: row.disabled_at,
  joinedAt: row.joined_at,
})

export async function findMember(
  tx: Tx,
  memberId: Id,
): Promise<(Member & { userId: Id }) | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from identity.members
    where organization_id = ${tx.actor.organizationId} and id = ${memberId}`)
  return row && toMember(row)
}

export async function findMemberByEmail(tx: Tx, email: string): Promise<Member | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from identity.members
    where organization_id = ${tx.actor.organizationId} and email = ${email}`)
  return row && toMember(row)
}

export async function pageOfMembers(
  tx: Tx,
  query: PageQuery & { role?: Role | undefined; disabled: boolean },
): Promise<Page<Member>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql`organization_id = ${tx.actor.organizationId}
    and (disabled_at is not null) = ${query.disabled}
    and (${query.role ?? null}::text is null or role = ${query.role ?? null}::text)
    and (${query.search ?? null}::text is null or search_text like '%' || platform.fold(${query.search ?? ''}) || '%')`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from identity.members where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from identity.members
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (sort_name, id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by sort_name, id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toMember), query.limit, total, (one) => [names.get(one.id) ?? '', one.id])
}

export async function countOwners(tx: Tx): Promise<number> {
  const { count } = await tx.row(sql<{ count: number }>`
    select count(*) as count from identity.members
    where organization_id = ${tx.actor.organizationId} and role = 'owner' and disabled_at is null`)
  return count
}

export type NewMember = Pick<Member, 'id' | 'name' | 'email' | 'role' | 'technicianId'> & {
  readonly userId: Id
}

export async function insertMember(tx: Tx, member: NewMember): Promise<void> {
  await tx.run(sql`
    insert into identity.members (organization_id, id, user_id, name, email, role, technician_id, joined_at)
    values (${tx.actor.organizationId}, ${member.id}, ${member.userId}, ${member.name}, ${member.email}, ${member.role},
      ${member.technicianId}::uuid, ${tx.now()})`)
}

type Changes = Pick<Member, 'name' | 'role' | 'language' | 'disabledAt'>

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveMember(
  tx: Tx,
  memberId: Id,
  version: number,
  member: Changes,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update identity.members
    set name = ${member.name}, role = ${member.role}, language = ${member.language}::text,
      disabled_at = ${member.disabledAt}::timestamptz, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${memberId} and version = ${version}`)
  return changed === 1
}

/** Makes this member the only one to be that technician. */
export async function setTechnician(tx: Tx, memberId: Id, technicianId: Id | null): Promise<void> {
  await tx.run(sql`
    update identity.members set technician_id = null, version = version + 1
    where organization_id = ${tx.actor.organizationId} and technician_id = ${technicianId}::uuid and id <> ${memberId}`)
  await tx.run(sql`
    update identity.members set technician_id = ${technicianId}::uuid, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${memberId}`)
}
