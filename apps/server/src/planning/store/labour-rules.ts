// SQL of planning.labour_rules.
import type { Id } from '@regie/contract/kernel'
import type { LabourRules, ProductionLabour } from '@regie/contract/labour-rules'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Chosen = Pick<ProductionLabour, 'version' | 'agreement' | 'rules'>

export async function readLabourRules(tx: Tx, projectId: Id): Promise<Chosen> {
  const row = await tx.maybe(sql<Chosen>`
    select version, agreement, rules from planning.labour_rules
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId}`)
  return row ?? { version: 0, agreement: null, rules: null }
}

/** False when somebody else has saved since. */
export async function saveLabourRules(
  tx: Tx,
  projectId: Id,
  { version, agreement, rules }: Chosen,
): Promise<boolean> {
  const json = rules && JSON.stringify(rules)
  const changed = await tx.run(sql`
    insert into planning.labour_rules as known (organization_id, project_id, agreement, rules)
    values (${tx.actor.organizationId}, ${projectId}, ${agreement}, ${json}::jsonb)
    on conflict (organization_id, project_id) do update
      set agreement = excluded.agreement, rules = excluded.rules, version = known.version + 1
      where known.version = ${version}`)
  return changed === 1
}

/** Labour rules of those of these work orders that are under an agreement, one object for each production. */
export async function agreementsOfWork(
  tx: Tx,
  workOrderIds: readonly Id[],
): Promise<Map<Id, LabourRules>> {
  const rows = await tx.rows(sql<{ rules: LabourRules; ids: Id[] }>`
    select chosen.rules, array_agg(work_order.id) as ids
    from planning.labour_rules as chosen
    join work_orders.v_work_orders as work_order
      on work_order.organization_id = chosen.organization_id and work_order.project_id = chosen.project_id
    where chosen.organization_id = ${tx.actor.organizationId} and chosen.rules is not null
      and work_order.id = any(${[...workOrderIds]}::uuid[])
    group by chosen.project_id, chosen.rules
    order by chosen.project_id`)
  return new Map(rows.flatMap(({ rules, ids }) => ids.map((id) => [id, rules] as const)))
}

/** The work of a project that somebody may still be put on. */
export async function workOfProject(tx: Tx, projectId: Id): Promise<Id[]> {
  const rows = await tx.rows(sql<{ id: Id }>`
    select id from work_orders.v_work_orders
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and status <> 'cancelled'
    order by id`)
  return rows.map(({ id }) => id)
}
