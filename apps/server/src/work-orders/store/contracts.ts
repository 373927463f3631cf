// SQL of work_orders.contracts.
import type { Contract, ContractDraft, ContractState } from '@regie/contract/contracts'
import type { Id, LocalDate, Page, PageQuery } from '@regie/contract/kernel'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  external_id: string | null
  reference: string
  name: string
  sort_name: string
  rank: number
  client_id: Id
  client_name: string
  site_ids: Id[]
  starts_on: LocalDate
  ends_on: LocalDate | null
  renews_on: LocalDate | null
  notice_days: number
  paused_from: LocalDate | null
  paused_until: LocalDate | null
  end_reason: string
  notes: string
  state: ContractState
  renewal: Contract['renewal']
  series_count: number
  open_visits: number
  next_visit_on: LocalDate | null
}

const toContract = (row: Row): Contract => ({
  id: row.id,
  version: row.version,
  externalId: row.external_id,
  reference: row.reference,
  name: row.name,
  clientId: row.client_id,
  clientName: row.client_name,
  siteIds: row.site_ids,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  renewsOn: row.renews_on,
  noticeDays: row.notice_days,
  pausedFrom: row.paused_from,
  pausedUntil: row.paused_until,
  endReason: row.end_reason,
  notes: row.notes,
  state: row.state,
  renewal: row.renewal,
  seriesCount: row.series_count,
  openVisits: row.open_visits,
  nextVisitOn: row.next_visit_on,
})

const tables = sql`work_orders.contracts as contract
  join clients.v_clients as client
    on client.organization_id = contract.organization_id and client.id = contract.client_id`

const state = (today: LocalDate) => sql`case
    when contract.ends_on < ${today}::date then 'ended'
    when contract.paused_from <= ${today}::date and coalesce(contract.paused_until, 'infinity') >= ${today}::date then 'paused'
    when contract.starts_on > ${today}::date then 'coming'
    else 'running' end`
/** An ended contract is not to be renewed any more. */
const renewal = (today: LocalDate) => sql`case
    when contract.renews_on is null or contract.ends_on < ${today}::date then 'none'
    when contract.renews_on < ${today}::date then 'overdue'
    when contract.renews_on - contract.notice_days <= ${today}::date then 'soon'
    else 'later' end`
const rank = (today: LocalDate) =>
  sql`case when ${renewal(today)} in ('soon', 'overdue') then 0 else 1 end`

const columns = (
  today: LocalDate,
) => sql`contract.id, contract.version, contract.external_id, contract.reference,
  contract.name, contract.sort_name, contract.client_id, client.name as client_name, contract.site_ids, contract.starts_on,
  contract.ends_on, contract.renews_on, contract.notice_days, contract.paused_from, contract.paused_until,
  contract.end_reason, contract.notes, ${state(today)} as state, ${renewal(today)} as renewal, ${rank(today)} as rank,
  (select count(*) from work_orders.series as series
    where series.organization_id = contract.organization_id and series.contract_id = contract.id) as series_count,
  ahead.open_visits, ahead.next_visit_on`
const ahead = (today: LocalDate) => sql`cross join lateral (
    select count(*) as open_visits, min(occurrence.happens_on) filter (where occurrence.happens_on >= ${today}::date) as next_visit_on
    from work_orders.series as series
    join work_orders.occurrences as occurrence
      on occurrence.organization_id = series.organization_id and occurrence.series_id = series.id
    join work_orders.work_orders as work_order
      on work_order.organization_id = occurrence.organization_id and work_order.id = occurrence.work_order_id
    where series.organization_id = contract.organization_id and series.contract_id = contract.id
      and work_order.status in ('requested', 'qualified', 'planned', 'in_progress')
  ) as ahead`

export async function findContract(
  tx: Tx,
  contractId: Id,
  today: LocalDate,
): Promise<Contract | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns(today)} from ${tables} ${ahead(today)}
    where contract.organization_id = ${tx.actor.organizationId} and contract.id = ${contractId}`)
  return row && toContract(row)
}

/** Nobody else changes it, or makes visits of it, until this transaction ends. */
export async function lockContract(tx: Tx, contractId: Id): Promise<void> {
  await tx.rows(sql`
    select id from work_orders.contracts
    where organization_id = ${tx.actor.organizationId} and id = ${contractId} for update`)
}

export async function findContractBy(
  tx: Tx,
  field: 'external_id' | 'reference',
  value: string,
): Promise<{ id: Id } | undefined> {
  return await tx.maybe(sql<{ id: Id }>`
    select id from work_orders.contracts
    where organization_id = ${tx.actor.organizationId} and ${sql.ref(field)} = ${value}`)
}

type Filter = PageQuery & {
  state?: ContractState | undefined
  toRenew: boolean
  clientId?: Id | undefined
}

export async function pageOfContracts(
  tx: Tx,
  query: Filter,
  today: LocalDate,
): Promise<Page<Contract>> {
  const after = readCursor(query.cursor, ['rank', 'name', 'id'])
  const matches = sql`contract.organization_id = ${tx.actor.organizationId}
    and (${query.state ?? null}::text is null or ${state(today)} = ${query.state ?? ''})
    and (not ${query.toRenew}::boolean or ${renewal(today)} in ('soon', 'overdue'))
    and (${query.clientId ?? null}::uuid is null or contract.client_id = ${query.clientId ?? null}::uuid)
    and ${hasWords(sql`(contract.search_text || ' ' || client.search_text)`, query.search)}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${tables} where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns(today)} from ${tables} ${ahead(today)}
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (${rank(today)}, contract.sort_name, contract.id)
        > (${after?.rank ?? '0'}::int, ${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by ${rank(today)}, contract.sort_name, contract.id
    limit ${query.limit + 1}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return toPage(rows.map(toContract), query.limit, total, ({ id }) => {
    const row = byId.get(id)
    return [`${row?.rank}`, row?.sort_name ?? '', id]
  })
}

export async function insertContract(
  tx: Tx,
  contractId: Id,
  draft: ContractDraft & { reference: string },
): Promise<void> {
  await tx.run(sql`
    insert into work_orders.contracts (organization_id, id, external_id, reference, name, client_id, site_ids, starts_on,
      ends_on, renews_on, notice_days, notes, created_at)
    values (${tx.actor.organizationId}, ${contractId}, ${draft.externalId}, ${draft.reference}, ${draft.name},
      ${draft.clientId}, ${draft.siteIds}::uuid[], ${draft.startsOn}, ${draft.endsOn}, ${draft.renewsOn},
      ${draft.noticeDays}, ${draft.notes}, ${tx.now()})`)
}

export type ContractChanges = Partial<
  Pick<
    Contract,
    | 'externalId'
    | 'name'
    | 'siteIds'
    | 'startsOn'
    | 'endsOn'
    | 'renewsOn'
    | 'noticeDays'
    | 'notes'
    | 'pausedFrom'
    | 'pausedUntil'
    | 'endReason'
  >
>

/** The contract with these changes, if it still has its version; returns whether it had. */
export async function saveContract(
  tx: Tx,
  before: Contract,
  version: number,
  changes: ContractChanges,
): Promise<boolean> {
  const now = { ...before, ...changes }
  const changed = await tx.run(sql`
    update work_orders.contracts
    set external_id = ${now.externalId}, name = ${now.name}, site_ids = ${now.siteIds}::uuid[], starts_on = ${now.startsOn},
      ends_on = ${now.endsOn}, renews_on = ${now.renewsOn}, notice_days = ${now.noticeDays}, notes = ${now.notes},
      paused_from = ${now.pausedFrom}, paused_until = ${now.pausedUntil}, end_reason = ${now.endReason}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${before.id} and version = ${version}`)
  return changed === 1
}
