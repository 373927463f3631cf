// SQL of planning.settings and planning.policies.
import type { Id } from '@regie/contract/kernel'
import type { PlanningPolicy, PlanningSettings } from '@regie/contract/planning-runs'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** How an organisation plans before it said otherwise; version 0: never saved. */
export const defaultSettings: PlanningSettings = {
  version: 0,
  policy: 'DistanceAndSkills',
  nightlyPolicy: null,
  newWorkPolicy: null,
  nightly: false,
  nightlyDays: 1,
  onNewWorkOrder: false,
}

type SettingsRow = {
  version: number
  policy: string
  nightly_policy: string | null
  new_work_policy: string | null
  nightly: boolean
  nightly_days: number
  on_new_work_order: boolean
}

export async function readSettings(tx: Tx): Promise<PlanningSettings> {
  const row = await tx.maybe(sql<SettingsRow>`
    select version, policy, nightly_policy, new_work_policy, nightly, nightly_days, on_new_work_order from planning.settings
    where organization_id = ${tx.actor.organizationId}`)
  if (!row) return defaultSettings
  return {
    version: row.version,
    policy: row.policy,
    nightlyPolicy: row.nightly_policy,
    newWorkPolicy: row.new_work_policy,
    nightly: row.nightly,
    nightlyDays: row.nightly_days,
    onNewWorkOrder: row.on_new_work_order,
  }
}

/** False when somebody else has saved since. */
export async function saveSettings(tx: Tx, settings: PlanningSettings): Promise<boolean> {
  const changed = await tx.run(sql`
    insert into planning.settings as known (organization_id, policy, nightly_policy, new_work_policy, nightly, nightly_days, on_new_work_order)
    values (${tx.actor.organizationId}, ${settings.policy}, ${settings.nightlyPolicy},
      ${settings.newWorkPolicy}, ${settings.nightly},
      ${settings.nightlyDays}, ${settings.onNewWorkOrder})
    on conflict (organization_id) do update
      set policy = excluded.policy, nightly_policy = excluded.nightly_policy,
        new_work_policy = excluded.new_work_policy, nightly = excluded.nightly,
        nightly_days = excluded.nightly_days, on_new_work_order = excluded.on_new_work_order, version = known.version + 1
      where known.version = ${settings.version}`)
  return changed === 1
}

type PolicyRow = { id: Id; version: number; name: string; policy: Record<string, unknown> }
const toPolicy = (row: PolicyRow): PlanningPolicy => ({ ...row, shipped: false })
const columns = sql`id, version, name, policy`

export async function ownPolicies(tx: Tx): Promise<PlanningPolicy[]> {
  const rows = await tx.rows(sql<PolicyRow>`
    select ${columns} from planning.policies where organization_id = ${tx.actor.organizationId} order by name`)
  return rows.map(toPolicy)
}

export async function findPolicy(tx: Tx, policyId: Id): Promise<PlanningPolicy | undefined> {
  const row = await tx.maybe(sql<PolicyRow>`
    select ${columns} from planning.policies where organization_id = ${tx.actor.organizationId} and id = ${policyId}`)
  return row && toPolicy(row)
}

export async function findPolicyByName(tx: Tx, name: string): Promise<PlanningPolicy | undefined> {
  const row = await tx.maybe(sql<PolicyRow>`
    select ${columns} from planning.policies where organization_id = ${tx.actor.organizationId} and name = ${name}`)
  return row && toPolicy(row)
}

type Draft = Pick<PlanningPolicy, 'name' | 'policy'>

export async function insertPolicy(tx: Tx, policyId: Id, { name, policy }: Draft): Promise<void> {
  await tx.run(sql`
    insert into planning.policies (organization_id, id, name, policy)
    values (${tx.actor.organizationId}, ${policyId}, ${name}, ${JSON.stringify(policy)}::jsonb)`)
}

export async function savePolicy(
  tx: Tx,
  policyId: Id,
  version: number,
  { name, policy }: Draft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update planning.policies set name = ${name}, policy = ${JSON.stringify(policy)}::jsonb, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${policyId} and version = ${version}`)
  return changed === 1
}

export async function deletePolicy(tx: Tx, policyId: Id): Promise<void> {
  await tx.run(
    sql`delete from planning.policies where organization_id = ${tx.actor.organizationId} and id = ${policyId}`,
  )
}

/** A policy that is called otherwise stays the one that runs follow. */
export async function renameInSettings(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run(sql`
    update planning.settings set policy = case when policy = ${from} then ${to} else policy end,
      nightly_policy = case when nightly_policy = ${from} then ${to} else nightly_policy end,
      new_work_policy = case when new_work_policy = ${from} then ${to} else new_work_policy end,
      version = version + 1
    where organization_id = ${tx.actor.organizationId} and ${from} in (policy, nightly_policy, new_work_policy)`)
}

export type HouseRules = {
  bufferMinutes: number
  breakMinutes: number
  breakAfterMinutes: number
}

/** What the organisation keeps to between visits; the usual figures where it said nothing. */
export async function readHouseRules(tx: Tx): Promise<HouseRules> {
  const row = await tx.maybe(sql<{
    buffer_minutes: number
    break_minutes: number
    break_after_minutes: number
  }>`
    select buffer_minutes, break_minutes, break_after_minutes from identity.v_organizations
    where organization_id = ${tx.actor.organizationId}`)
  return {
    bufferMinutes: row?.buffer_minutes ?? 15,
    breakMinutes: row?.break_minutes ?? 15,
    breakAfterMinutes: row?.break_after_minutes ?? 240,
  }
}
