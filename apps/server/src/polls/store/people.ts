// SQL of polls.people: who is asked, who was reminded, who has answered.
import type { Id, Instant } from '@regie/contract/kernel'
import type { PollPerson } from '@regie/contract/polls'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Asked = Omit<PollPerson, 'answers'>

/** By name; `reachable`: an address, a number, or a sign-in. */
export const peopleOf = (tx: Tx, pollId: Id): Promise<Asked[]> =>
  tx.rows(sql<Asked>`
    select person.technician_id as "technicianId", technician.name, technician.kind, technician.team,
      technician.email <> '' or technician.phone <> '' or exists (select from identity.v_members as member
        where member.organization_id = person.organization_id and member.technician_id = person.technician_id
          and member.disabled_at is null) as reachable,
      person.asked_at as "askedAt", person.reminded_at as "remindedAt", person.answered_at as "answeredAt",
      person.link_since as "linkSince"
    from polls.people as person
    join workforce.v_technicians as technician
      on technician.organization_id = person.organization_id and technician.id = person.technician_id
    where person.organization_id = ${tx.actor.organizationId} and person.poll_id = ${pollId}
    order by technician.sort_name, technician.id`)

export async function isAsked(
  tx: Pick<Tx, 'maybe' | 'actor'>,
  pollId: Id,
  technicianId: Id,
): Promise<boolean> {
  const row = await tx.maybe(sql`
    select 1 as one from polls.people
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and technician_id = ${technicianId}`)
  return row !== undefined
}

/** By a link made then: is it still theirs? */
export async function isLinked(
  tx: Pick<Tx, 'maybe' | 'actor'>,
  pollId: Id,
  technicianId: Id,
  linkedAt: Instant,
): Promise<boolean> {
  const row = await tx.maybe(sql`
    select 1 as one from polls.people
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and technician_id = ${technicianId}
      and coalesce(link_since, '-infinity') <= ${linkedAt}::timestamptz`)
  return row !== undefined
}

export const revokeLinks = (tx: Tx, pollId: Id, technicianId: Id): Promise<number> =>
  tx.run(sql`
    update polls.people set link_since = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and technician_id = ${technicianId}`)

/** Those of these who are technicians of ours that work here, and were not asked yet. */
export async function insertPeople(
  tx: Tx,
  pollId: Id,
  technicianIds: readonly Id[],
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    insert into polls.people (organization_id, poll_id, technician_id, asked_at)
    select technician.organization_id, ${pollId}::uuid, technician.id, ${tx.now()}
    from workforce.v_technicians as technician
    where technician.organization_id = ${tx.actor.organizationId} and technician.archived_at is null
      and technician.id = any(${[...technicianIds]}::uuid[])
    on conflict (organization_id, poll_id, technician_id) do nothing
    returning technician_id as id`)
  return rows.map(({ id }) => id)
}

export const removePerson = (tx: Tx, pollId: Id, technicianId: Id): Promise<number> =>
  tx.run(sql`
    delete from polls.people
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and technician_id = ${technicianId}`)

/** Freelances who work here. */
export async function freelances(tx: Tx): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from workforce.v_technicians
    where organization_id = ${tx.actor.organizationId} and kind = 'freelance' and archived_at is null order by sort_name, id`)
  return rows.map(({ id }) => id)
}

/** Marks those silent (of these, or all) as reminded, unless they were asked or reminded since `calm`; tells who. */
export async function remindSilent(
  tx: Tx,
  pollId: Id,
  { technicianIds, calm }: { technicianIds?: readonly Id[] | undefined; calm: Instant },
): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    update polls.people set reminded_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and answered_at is null
      and coalesce(reminded_at, asked_at) <= ${calm}::timestamptz
      and (${technicianIds === undefined} or technician_id = any(${[...(technicianIds ?? [])]}::uuid[]))
    returning technician_id as id`)
  return rows.map(({ id }) => id)
}

export const noteAnswered = (tx: Tx, pollId: Id, technicianId: Id, at: Instant): Promise<number> =>
  tx.run(sql`
    update polls.people set answered_at = greatest(answered_at, ${at}::timestamptz)
    where organization_id = ${tx.actor.organizationId} and poll_id = ${pollId} and technician_id = ${technicianId}`)
