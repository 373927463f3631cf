// SQL of planning.campaigns.
import type { Id, Instant, LocalDate } from '@regie/contract/kernel'
import type { Campaign } from '@regie/contract/planning-campaigns'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import type { FormerDays } from '../../work-orders/index.ts'

/** With what has to go back when it is undone. */
export type StoredCampaign = Omit<Campaign, 'visits' | 'series'> & {
  readonly workOrderIds: readonly Id[]
  readonly seriesIds: readonly Id[]
  /** The hours and days that work had before it was given others. */
  readonly formerDays: readonly FormerDays[]
}

type Row = {
  id: Id
  kind: Campaign['kind']
  name: string
  state: Campaign['state']
  from_date: LocalDate
  until_date: LocalDate
  run_id: Id | null
  technician_id: Id | null
  preferred_to_id: Id | null
  work_order_ids: Id[]
  staying: number
  series_ids: Id[]
  former_days: FormerDays[]
  created_at: Instant
  created_by: string
}

const toStored = (row: Row): StoredCampaign => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  state: row.state,
  from: row.from_date,
  until: row.until_date,
  runId: row.run_id,
  technicianId: row.technician_id,
  preferredToId: row.preferred_to_id,
  workOrderIds: row.work_order_ids,
  staying: row.staying,
  seriesIds: row.series_ids,
  formerDays: row.former_days,
  createdAt: row.created_at,
  createdBy: row.created_by,
})

const columns = sql`id, kind, name, state, from_date, until_date, run_id, technician_id, preferred_to_id, work_order_ids,
  staying, series_ids, former_days, created_at, created_by`

export const toCampaign = ({
  workOrderIds,
  seriesIds,
  formerDays: _,
  ...campaign
}: StoredCampaign): Campaign => ({
  ...campaign,
  visits: workOrderIds.length,
  series: seriesIds.length,
})

export async function insertCampaign(tx: Tx, campaign: StoredCampaign): Promise<void> {
  await tx.run(sql`
    insert into planning.campaigns (organization_id, ${columns})
    values (${tx.actor.organizationId}, ${campaign.id}, ${campaign.kind}, ${campaign.name}, ${campaign.state},
      ${campaign.from}, ${campaign.until}, ${campaign.runId}, ${campaign.technicianId}, ${campaign.preferredToId},
      ${[...campaign.workOrderIds]}::uuid[], ${campaign.staying}, ${[...campaign.seriesIds]}::uuid[],
      ${JSON.stringify(campaign.formerDays)}::jsonb,
      ${campaign.createdAt}, ${campaign.createdBy})`)
}

export async function findCampaign(tx: Tx, campaignId: Id): Promise<StoredCampaign | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.campaigns
    where organization_id = ${tx.actor.organizationId} and id = ${campaignId}`)
  return row && toStored(row)
}

/** For this transaction alone. */
export async function claimCampaign(tx: Tx, campaignId: Id): Promise<StoredCampaign | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from planning.campaigns
    where organization_id = ${tx.actor.organizationId} and id = ${campaignId} for update`)
  return row && toStored(row)
}

export async function lastCampaigns(tx: Tx, limit: number): Promise<StoredCampaign[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from planning.campaigns
    where organization_id = ${tx.actor.organizationId}
    order by id desc limit ${limit}`)
  return rows.map(toStored)
}

export async function saveCampaignState(
  tx: Tx,
  campaignId: Id,
  state: Campaign['state'],
): Promise<void> {
  await tx.run(sql`
    update planning.campaigns set state = ${state}
    where organization_id = ${tx.actor.organizationId} and id = ${campaignId}`)
}

export async function saveFormerDays(
  tx: Tx,
  campaignId: Id,
  formerDays: readonly FormerDays[],
): Promise<void> {
  await tx.run(sql`
    update planning.campaigns set former_days = ${JSON.stringify(formerDays)}::jsonb
    where organization_id = ${tx.actor.organizationId} and id = ${campaignId}`)
}
