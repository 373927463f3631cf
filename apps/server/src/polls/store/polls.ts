// SQL of polls.polls and polls.people.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { Poll, PollOption } from '@regie/contract/polls'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  title: string
  message: string
  projectId: Id | null
  projectName: string | null
  options: PollOption[]
  closesAt: Instant
  remindHours: number | null
  closedAt: Instant | null
  weekOf: LocalDate | null
  createdAt: Instant
  createdBy: string
  asked: number
  answered: number
}

const columns = sql`poll.id, poll.version, poll.title, poll.message, poll.project_id as "projectId", project.name as "projectName",
  poll.options, poll.closes_at as "closesAt", poll.remind_hours as "remindHours", poll.closed_at as "closedAt",
  poll.week_of as "weekOf", poll.created_at as "createdAt", poll.created_by as "createdBy",
  (select count(*)::int from polls.people as person
    where person.organization_id = poll.organization_id and person.poll_id = poll.id) as asked,
  (select count(*)::int from polls.people as person
    where person.organization_id = poll.organization_id and person.poll_id = poll.id and person.answered_at is not null) as answered`

const sources = sql`
  from polls.polls as poll
  left join work_orders.v_projects as project on project.organization_id = poll.organization_id and project.id = poll.project_id`

/** Ended by the office, or its deadline has passed. */
const toPoll = (tx: Pick<Tx, 'now'>, { closedAt, ...row }: Row): Poll => ({
  ...row,
  open: closedAt === null && Date.parse(row.closesAt) > Date.parse(tx.now()),
  options: row.options.map((option, rank) => ({ ...option, rank })),
})

type Asking = Pick<Tx, 'rows' | 'maybe' | 'actor' | 'now'>

export async function findPoll(tx: Asking, id: Id): Promise<Poll | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} ${sources} where poll.organization_id = ${tx.actor.organizationId} and poll.id = ${id}`)
  return row && toPoll(tx, row)
}

/** Those that are open, or the last hundred; the newest first. */
export async function findPolls(tx: Asking, { open }: { open: boolean }): Promise<Poll[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} ${sources} where poll.organization_id = ${tx.actor.organizationId}
      and (not ${open} or (poll.closed_at is null and poll.closes_at > ${tx.now()}))
    order by poll.created_at desc, poll.id desc limit 100`)
  return rows.map((row) => toPoll(tx, row))
}

/** Open polls this technician is asked in, the first to close before the others. */
export async function pollsFor(tx: Asking, technicianId: Id): Promise<Poll[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} ${sources}
    join polls.people as mine on mine.organization_id = poll.organization_id and mine.poll_id = poll.id
    where poll.organization_id = ${tx.actor.organizationId} and mine.technician_id = ${technicianId}
      and poll.closed_at is null and poll.closes_at > ${tx.now()}
    order by poll.closes_at, poll.id`)
  return rows.map((row) => toPoll(tx, row))
}

export type NewPoll = Pick<
  Poll,
  'id' | 'title' | 'message' | 'projectId' | 'closesAt' | 'remindHours' | 'weekOf'
> & { readonly options: readonly PollOption[] }

/** False when this week's was asked before. */
export async function insertPoll(tx: Tx, poll: NewPoll): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into polls.polls (organization_id, id, title, message, project_id, options, closes_at, remind_hours, week_of, created_at, created_by)
    values (${tx.actor.organizationId}, ${poll.id}, ${poll.title}, ${poll.message}, ${poll.projectId}::uuid,
      ${JSON.stringify(poll.options)}::jsonb, ${poll.closesAt}, ${poll.remindHours}::int, ${poll.weekOf}::date, ${tx.now()}, ${tx.actor.name})
    on conflict (organization_id, week_of) where week_of is not null do nothing`)
  return inserted === 1
}

type Change = Pick<Poll, 'id' | 'version' | 'title' | 'message' | 'closesAt' | 'remindHours'>

/** A later deadline opens it again, and may be reminded of again. */
export async function savePoll(tx: Tx, change: Change): Promise<boolean> {
  const changed = await tx.run(sql`
    update polls.polls
    set title = ${change.title}, message = ${change.message}, remind_hours = ${change.remindHours}::int,
      closed_at = case when ${change.closesAt}::timestamptz > ${tx.now()} then null else closed_at end,
      reminded_at = case when ${change.closesAt}::timestamptz is distinct from closes_at then null else reminded_at end,
      closes_at = ${change.closesAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${change.id} and version = ${change.version}`)
  return changed === 1
}

/** From now on its deadline is now; false when its end was told before. */
export async function endPoll(tx: Tx, id: Id): Promise<boolean> {
  const changed = await tx.run(sql`
    update polls.polls set closed_at = ${tx.now()}, closes_at = least(closes_at, ${tx.now()}::timestamptz), version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${id} and closed_at is null`)
  return changed === 1
}

/** What the clock has to look at: whose deadline has passed, and whose silent people are to be reminded. */
export const duePolls = (tx: Tx): Promise<{ id: Id; what: 'over' | 'remind' }[]> =>
  tx.rows(sql<{ id: Id; what: 'over' | 'remind' }>`
    select id, case when closes_at <= ${tx.now()} then 'over' else 'remind' end as what from polls.polls
    where organization_id = ${tx.actor.organizationId} and closed_at is null
      and (closes_at <= ${tx.now()}
        or (reminded_at is null and remind_hours is not null
          and closes_at - make_interval(hours => remind_hours) between created_at and ${tx.now()}::timestamptz))
    order by closes_at, id for update`)

export const noteReminded = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`
    update polls.polls set reminded_at = ${tx.now()}
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
