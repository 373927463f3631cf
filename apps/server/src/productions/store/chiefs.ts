// SQL of productions.chiefs and of the departments of roles, with who can be named.
import type { Id } from '@regie/contract/kernel'
import type { Chief, PossibleChief, ReviewDepartment } from '@regie/contract/production-reviews'
import { sql } from '../../platform/db/sql.ts'
import { toMobile } from '../../platform/phone.ts'
import type { Tx } from '../../platform/work.ts'

export async function chiefsOf(tx: Tx, projectId: Id): Promise<Chief[]> {
  const rows = await tx.rows(sql<Omit<Chief, 'reach'> & Reachable>`
    select chief.department, chief.technician_id as "technicianId", chief.member_id as "memberId",
      coalesce(technician.name, member.name, '') as name,
      case when chief.member_id is null then exists (
        select from identity.v_members as own
        where own.organization_id = chief.organization_id and own.technician_id = chief.technician_id and own.disabled_at is null)
      else member.id is not null and member.disabled_at is null end as "hasAccount",
      coalesce(technician.email, '') as email, coalesce(technician.phone, '') as phone
    from productions.chiefs as chief
    left join workforce.v_technicians as technician
      on technician.organization_id = chief.organization_id and technician.id = chief.technician_id
    left join identity.v_members as member
      on member.organization_id = chief.organization_id and member.id = chief.member_id
    where chief.organization_id = ${tx.actor.organizationId} and chief.project_id = ${projectId}
    order by chief.department`)
  return rows.map(withReach)
}

type Reachable = { readonly hasAccount: boolean; readonly email: string; readonly phone: string }

/** Without an account it takes an address that a message with a link can go to. */
function withReach<T>({ hasAccount, email, phone, ...person }: T & Reachable) {
  const reach: Chief['reach'] = hasAccount
    ? 'account'
    : email !== '' || toMobile(phone)
      ? 'link'
      : 'none'
  return { ...person, reach }
}

type Named = Pick<Chief, 'department' | 'technicianId' | 'memberId'>

export async function saveChief(
  tx: Tx,
  projectId: Id,
  { department, technicianId, memberId }: Named,
): Promise<void> {
  if (!technicianId && !memberId) {
    await tx.run(sql`
      delete from productions.chiefs
      where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and department = ${department}`)
    return
  }
  await tx.run(sql`
    insert into productions.chiefs (organization_id, project_id, department, technician_id, member_id)
    values (${tx.actor.organizationId}, ${projectId}, ${department}, ${technicianId}::uuid, ${memberId}::uuid)
    on conflict (organization_id, project_id, department)
      do update set technician_id = excluded.technician_id, member_id = excluded.member_id`)
}

/** Technicians who are not archived and members of the office who are none, by name; the crew first. */
export async function possibleChiefs(tx: Tx, projectId: Id): Promise<PossibleChief[]> {
  const { organizationId } = tx.actor
  const rows = await tx.rows(sql<Omit<PossibleChief, 'reach'> & Reachable>`
    with crew as (
      select distinct held.technician_id
      from productions.phases as phase
      join planning.v_assignments as held
        on held.organization_id = phase.organization_id and held.work_order_id = phase.work_order_id and held.live
      where phase.organization_id = ${organizationId} and phase.project_id = ${projectId}),
    people as (
      select technician.id as technician_id, null::uuid as member_id, technician.name,
        exists (
          select from identity.v_members as own
          where own.organization_id = technician.organization_id and own.technician_id = technician.id and own.disabled_at is null) as has_account,
        coalesce(technician.email, '') as email, technician.phone,
        technician.id in (select technician_id from crew) as in_crew
      from workforce.v_technicians as technician
      where technician.organization_id = ${organizationId} and technician.archived_at is null
      union all
      select null, member.id, member.name, true, '', '', false
      from identity.v_members as member
      where member.organization_id = ${organizationId} and member.disabled_at is null and member.technician_id is null
        and member.role in ('owner', 'planner', 'manager'))
    select technician_id as "technicianId", member_id as "memberId", name, has_account as "hasAccount", email, phone, in_crew as "inCrew"
    from people
    order by in_crew desc, platform.fold(name), coalesce(technician_id, member_id)`)
  return rows.map(withReach)
}

/** What the office said of roles, by label. */
export async function saidDepartments(
  tx: Tx,
  projectId: Id,
): Promise<ReadonlyMap<string, ReviewDepartment>> {
  const rows = await tx.rows(sql<{ label: string; department: ReviewDepartment }>`
    select label, department from productions.role_departments
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}
    order by label`)
  return new Map(rows.map(({ label, department }) => [label, department]))
}

export async function saveRoleDepartment(
  tx: Tx,
  projectId: Id,
  { label, department }: { label: string; department: ReviewDepartment | null },
): Promise<void> {
  if (department === null)
    await tx.run(sql`
      delete from productions.role_departments
      where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and label = ${label}`)
  else
    await tx.run(sql`
      insert into productions.role_departments (organization_id, project_id, label, department)
      values (${tx.actor.organizationId}, ${projectId}, ${label}, ${department})
      on conflict (organization_id, project_id, label) do update set department = excluded.department`)
}
