// Whom to write to, where, and in which language.
import type { Id } from '@regie/contract/kernel'
import type { Preferences } from '@regie/contract/notifications'
import type { Language } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import { toMobile } from '../../platform/phone.ts'
import type { Tx } from '../../platform/work.ts'
import { nothingPreferred, readPreferences } from './settings.ts'

export type Person = {
  readonly technicianId: Id
  readonly memberId: Id | null
  readonly name: string
  readonly email: string
  /** E.164, or empty when there is none that can take an SMS. */
  readonly mobile: string
  readonly browsers: number
  readonly language: Language
  readonly preferences: Preferences
}

type Row = {
  id: Id
  name: string
  email: string | null
  phone: string
  member_id: Id | null
  language: Language
  browsers: number
}

/** Technicians who are not archived, by id: their own address, else the one they sign in with. */
export async function readPeople(
  tx: Tx,
  technicianIds: readonly Id[],
): Promise<ReadonlyMap<Id, Person>> {
  const preferences = await readPreferences(tx, technicianIds)
  const rows = await tx.rows(sql<Row>`
    select technician.id, technician.name, coalesce(nullif(technician.email, ''), member.email) as email, technician.phone,
      member.id as member_id, coalesce(member.language, organization.language) as language,
      (select count(*)::int from notifications.subscriptions as browser
        where browser.organization_id = technician.organization_id and browser.member_id = member.id) as browsers
    from workforce.v_technicians as technician
    join identity.v_organizations as organization on organization.organization_id = technician.organization_id
    left join identity.v_members as member
      on member.organization_id = technician.organization_id and member.technician_id = technician.id and member.disabled_at is null
    where technician.organization_id = ${tx.actor.organizationId} and technician.archived_at is null
      and technician.id = any(${[...technicianIds]}::uuid[])`)
  return new Map(
    rows.map((row) => {
      const own = preferences.get(row.id) ?? nothingPreferred
      const person: Person = {
        technicianId: row.id,
        memberId: row.member_id,
        name: row.name,
        email: row.email ?? '',
        mobile: toMobile(row.phone) ?? '',
        browsers: row.browsers,
        language: own.language ?? row.language,
        preferences: own,
      }
      return [row.id, person]
    }),
  )
}

/** A member of the office: no telephone number, for members have none. */
export type OfficeMember = Omit<Person, 'technicianId' | 'memberId'> & { readonly memberId: Id }

type MemberRow = Omit<Row, 'phone' | 'member_id'> & {
  technician_id: Id | null
  phone: string | null
}

/** Members who still may sign in; of one who is also a technician, the technician's number and preferences. */
export async function readMembers(tx: Tx, memberIds: readonly Id[]): Promise<OfficeMember[]> {
  if (memberIds.length === 0) return []
  const rows = await tx.rows(sql<MemberRow>`
    select member.id, member.name, member.email, technician.id as technician_id, technician.phone,
      coalesce(member.language, organization.language) as language,
      (select count(*)::int from notifications.subscriptions as browser
        where browser.organization_id = member.organization_id and browser.member_id = member.id) as browsers
    from identity.v_members as member
    join identity.v_organizations as organization on organization.organization_id = member.organization_id
    left join workforce.v_technicians as technician
      on technician.organization_id = member.organization_id and technician.id = member.technician_id and technician.archived_at is null
    where member.organization_id = ${tx.actor.organizationId} and member.disabled_at is null
      and member.id = any(${[...memberIds]}::uuid[])
    order by member.name, member.id`)
  const preferences = await readPreferences(
    tx,
    rows.map((row) => row.technician_id ?? row.id),
  )
  return rows.map((row) => {
    const own = preferences.get(row.technician_id ?? row.id) ?? nothingPreferred
    return {
      memberId: row.id,
      name: row.name,
      email: row.email ?? '',
      mobile: toMobile(row.phone ?? '') ?? '',
      browsers: row.browsers,
      language: own.language ?? row.language,
      preferences: own,
    }
  })
}

export async function nameOfOrganization(
  tx: Pick<Tx, 'row' | 'actor'>,
): Promise<{ name: string; timeZone: string; language: Language }> {
  return await tx.row(sql<{ name: string; timeZone: string; language: Language }>`
    select name, time_zone as "timeZone", language from identity.v_organizations where organization_id = ${tx.actor.organizationId}`)
}

/** Those who look after clients: whom a client's word concerns. */
export const officeMembers = (tx: Tx): Promise<{ memberId: Id; language: Language }[]> =>
  tx.rows(sql<{ memberId: Id; language: Language }>`
    select member.id as "memberId", coalesce(member.language, organization.language) as language
    from identity.v_members as member
    join identity.v_organizations as organization on organization.organization_id = member.organization_id
    where member.organization_id = ${tx.actor.organizationId} and member.disabled_at is null
      and member.role in ('owner', 'planner', 'manager')
    order by member.id`)
