// SQL over relief.facts and relief.asks: what figures are counted from.
import type { Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Range = { readonly from: Instant; readonly until: Instant }

/** Something that was put to somebody, and their first answer with the time it took; null: none. */
export type AnswerFact = {
  readonly kind: 'accepted' | 'declined' | null
  readonly seconds: number | null
}

/**
 * Assignments given, unless they were given anew or taken away before an answer; and seats people were asked to take.
 * Who takes a seat they were asked for answers the ask: that the assignment is theirs in the same moment is no answer.
 */
export const answersBetween = (tx: Tx, { from, until }: Range): Promise<AnswerFact[]> =>
  tx.rows(sql<AnswerFact>`
    select answer.kind, extract(epoch from answer.at - given.at)::int as seconds
    from relief.facts as given
    left join lateral (
      select fact.kind, fact.at from relief.facts as fact
      where fact.organization_id = given.organization_id and fact.assignment_id = given.assignment_id
        and fact.technician_id = given.technician_id and fact.kind in ('accepted', 'declined') and fact.at >= given.at
      order by fact.at limit 1) as answer on true
    where given.organization_id = ${tx.actor.organizationId} and given.kind = 'given' and given.at >= ${from} and given.at < ${until}
      and answer.at is distinct from given.at
      and not exists (
        select from relief.facts as later
        where later.organization_id = given.organization_id and later.assignment_id = given.assignment_id
          and later.kind in ('given', 'removed') and later.at > given.at and later.at < coalesce(answer.at, 'infinity'))
    union all
    select case ask.state when 'yes' then 'accepted' when 'no' then 'declined' end,
      extract(epoch from ask.answered_at - ask.asked_at)::int
    from relief.asks as ask
    where ask.organization_id = ${tx.actor.organizationId} and ask.state in ('yes', 'no')
      and ask.asked_at >= ${from} and ask.asked_at < ${until}`)

type Changes = {
  readonly assignments: number
  readonly moved: number
  readonly reassigned: number
  readonly removed: number
  readonly exchanged: number
}

export const countChanges = (tx: Tx, { from, until }: Range): Promise<Changes> =>
  tx.row(sql<Changes>`
    select count(distinct assignment_id)::int as assignments,
      count(*) filter (where kind = 'moved')::int as moved,
      count(*) filter (where kind = 'reassigned')::int as reassigned,
      count(*) filter (where kind = 'removed')::int as removed,
      count(*) filter (where kind = 'exchanged')::int as exchanged
    from relief.facts
    where organization_id = ${tx.actor.organizationId} and at >= ${from} and at < ${until}`)
