// Whom to write to, and in which language.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Addressee = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly timeZone: string
  readonly organization: string
}

/** The technician's own address, else the one they sign in with; undefined when there is none. */
export async function findAddressee(tx: Tx, technicianId: Id): Promise<Addressee | undefined> {
  const row = await tx.maybe(sql<{
    name: string
    email: string | null
    language: Language
    time_zone: string
    organization: string
  }>`
    select technician.name, coalesce(nullif(technician.email, ''), member.email) as email,
      coalesce(member.language, organization.language) as language, organization.time_zone, organization.name as organization
    from workforce.v_technicians as technician
    join identity.v_organizations as organization on organization.organization_id = technician.organization_id
    left join identity.v_members as member
      on member.organization_id = technician.organization_id and member.technician_id = technician.id and member.disabled_at is null
    where technician.organization_id = ${tx.actor.organizationId} and technician.id = ${technicianId}`)
  if (!row?.email) return undefined
  const { name, email, language, organization } = row
  return { name, email, language, organization, timeZone: row.time_zone }
}
