// SQL of planning.placement_rules.
import { defaultPlacementRules, type PlacementRules } from '@regie/contract/planning-overrides'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export async function readPlacementRules(tx: Tx): Promise<PlacementRules> {
  const row = await tx.maybe(sql<PlacementRules>`
    select version, rules, overriders from planning.placement_rules
    where organization_id = ${tx.actor.organizationId}`)
  // A rule that came with an update is as strict as it is by default.
  return row
    ? { ...row, rules: { ...defaultPlacementRules.rules, ...row.rules } }
    : defaultPlacementRules
}

/** False when somebody else has saved since. */
export async function savePlacementRules(
  tx: Tx,
  { version, rules, overriders }: PlacementRules,
): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into planning.placement_rules as known (organization_id, rules, overriders)
    values (${tx.actor.organizationId}, ${JSON.stringify(rules)}::jsonb, ${overriders})
    on conflict (organization_id) do update
      set rules = excluded.rules, overriders = excluded.overriders, version = known.version + 1
      where known.version = ${version}`)
  return changed === 1
}
