// Under which heading a work order of the backlog stands, and in which order the headings come.
import type { BacklogGrouping } from '@regie/contract/planning-backlog'
import type { RawBuilder } from 'kysely'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { addDays, dateAt, dayStart } from '../local-days.ts'
import { plainRank, territoryOfSite } from './labelled.ts'

type Expression = RawBuilder<unknown>

/** Expressions over `backlogTables` and `join`; `sort` orders the headings, those without a name last. */
export type GroupColumns = {
  readonly join: Expression
  readonly key: Expression
  readonly name: Expression
  readonly sort: Expression
}

const named = (key: Expression, name: Expression): GroupColumns => ({
  join: sql``,
  key: sql`coalesce(${key}::text, '')`,
  name: sql`coalesce(${name}, '')`,
  sort: sql`case when ${key} is null then '~' else platform.fold(${name}) || ' ' || ${key}::text end`,
})

/** Work that asks for several skills stands under the first by name. */
const firstSkill = sql`left join lateral (
    select skill.id, skill.name
    from workforce.v_skills as skill
    where skill.organization_id = work_order.organization_id and skill.id::text in (
      select asked ->> 'skillId' from jsonb_array_elements(work_order.skills) as asked
      union all
      select asked ->> 'skillId'
      from work_orders.v_positions as position
      cross join jsonb_array_elements(position.skills) as asked
      where position.organization_id = work_order.organization_id and position.work_order_id = work_order.id)
    order by skill.name, skill.id
    limit 1) as skill on true`

/** By how soon it must be done, in local days of the organisation. */
const byDue = (tx: Tx): GroupColumns => {
  const { timeZone } = tx.actor
  const now = Date.parse(tx.now())
  const today = dateAt(now, timeZone)
  const before = (days: number) => new Date(dayStart(addDays(today, days), timeZone)).toISOString()
  const key = sql`case
    when work_order.closes_at is null then '6-none'
    when work_order.closes_at < ${tx.now()}::timestamptz then '1-overdue'
    when work_order.closes_at < ${before(1)}::timestamptz then '2-today'
    when work_order.closes_at < ${before(7)}::timestamptz then '3-week'
    when work_order.closes_at < ${before(30)}::timestamptz then '4-month'
    else '5-later' end`
  return { join: sql``, key, name: sql`''`, sort: key }
}

export const groupColumns = (tx: Tx, groupBy: BacklogGrouping): GroupColumns => {
  switch (groupBy) {
    case 'priority':
      return {
        ...named(sql`work_order.priority_id`, sql`priority.name`),
        sort: sql`lpad(coalesce(priority.rank, ${plainRank})::text, 2, '0') || coalesce(platform.fold(priority.name) || priority.id::text, '~')`,
      }
    case 'territory':
      return {
        join: sql``,
        key: territoryOfSite,
        name: territoryOfSite,
        sort: sql`coalesce(nullif(${territoryOfSite}, ''), '~')`,
      }
    case 'site':
      return named(sql`site.id`, sql`site.name`)
    case 'client':
      return named(sql`client.id`, sql`client.name`)
    case 'project':
      return named(sql`project.id`, sql`project.name`)
    case 'skill':
      return { ...named(sql`skill.id`, sql`skill.name`), join: firstSkill }
    case 'due':
      return byDue(tx)
    default:
      return groupBy satisfies never
  }
}
