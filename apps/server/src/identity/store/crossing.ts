// The few questions that cross tenants, each a function of the database that answers it and nothing else.
import type { Id } from '@regie/contract/kernel'
import type { Language, Role } from '@regie/contract/roles'
import type { Database } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** A session that stands, and the member it makes its user. */
export type FoundActor = {
  session_id: Id
  user_id: Id
  organization_id: Id
  organization_name: string
  time_zone: string
  organization_language: Language
  member_id: Id
  member_version: number
  member_name: string
  member_email: string
  role: Role
  member_language: Language | null
  technician_id: Id | null
}

export const findActor = async (
  database: Database,
  token: string,
): Promise<FoundActor | undefined> =>
  (await database.ask(sql<FoundActor>`select * from identity.find_actor(${token})`))[0]

export type Place = { organization_id: Id; name: string; role: Role }

/** Where a user may work, the place of the latest session first. */
export const placesOf = (database: Database, userId: Id): Promise<Place[]> =>
  database.ask(sql<Place>`select organization_id, name, role from identity.places_of(${userId})`)

/** False when the user is no member there. */
export async function moveSession(
  database: Database,
  token: string,
  organizationId: Id,
): Promise<boolean> {
  const [row] = await database.ask(
    sql<{
      moved: boolean | null
    }>`select identity.move_session(${token}, ${organizationId}) as moved`,
  )
  return row?.moved === true
}

export async function hasOrganization(database: Database): Promise<boolean> {
  const [row] = await database.ask(sql<{ any: boolean }>`select identity.any_organization() as any`)
  return row?.any === true
}

export type NamedOrganization = { id: Id; name: string }

/** For whoever stands at the machine: organisations with this id or with these words in their name; all for ''. */
export const organizationsNamed = (
  database: Database,
  wanted: string,
): Promise<NamedOrganization[]> =>
  database.transaction(
    null,
    (rows) =>
      rows.rows(
        sql<NamedOrganization>`select organization_id as id, name from identity.organizations_named(${wanted})`,
      ),
    { readOnly: true },
  )

/** Of several who found at once, the one who holds this lock goes first; the others then see what it made. */
export async function claimFounding(tx: Tx): Promise<boolean> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended('identity.first-organization', 0))`,
  )
  return !(await tx.row(sql<{ any: boolean }>`select identity.any_organization() as any`)).any
}

export const endSessions = async (tx: Tx, userId: Id): Promise<void> => {
  await tx.run(sql`select identity.end_sessions(${userId})`)
}
