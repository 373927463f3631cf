// SQL of clients.clients.
import type { Client, ClientDraft } from '@regie/contract/clients'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  external_id: string | null
  name: string
  kind: Client['kind']
  siret: string
  phone: string
  email: string
  language: Client['language']
  notes: string
  archived_at: Instant | null
  sort_name: string
  site_count: number
}

const toClient = (row: Row): Client => ({
  id: row.id,
  version: row.version,
  externalId: row.external_id,
  name: row.name,
  kind: row.kind,
  siret: row.siret,
  phone: row.phone,
  email: row.email,
  language: row.language,
  notes: row.notes,
  archivedAt: row.archived_at,
  siteCount: row.site_count,
})

const columns = sql`client.id, client.version, client.external_id, client.name, client.kind, client.siret, client.phone,
  client.email, client.language, client.notes, client.archived_at, client.sort_name,
  (select count(*) from clients.sites as site
    where site.organization_id = client.organization_id and site.client_id = client.id and site.archived_at is null) as site_count`

export async function findClient(tx: Tx, clientId: Id): Promise<Client | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from clients.clients as client
    where client.organization_id = ${tx.actor.organizationId} and client.id = ${clientId}`)
  return row && toClient(row)
}

export async function findClientByExternalId(
  tx: Tx,
  externalId: string,
): Promise<Client | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from clients.clients as client
    where client.organization_id = ${tx.actor.organizationId} and client.external_id = ${externalId}`)
  return row && toClient(row)
}

export async function pageOfClients(
  tx: Tx,
  query: PageQuery & { archived: boolean },
): Promise<Page<Client>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql`client.organization_id = ${tx.actor.organizationId}
    and (client.archived_at is not null) = ${query.archived}
    and ${hasWords(sql`client.search_text`, query.search)}`
  const { total } = await tx.row(
    sql<{
      total: number
    }>`select count(*) as total from clients.clients as client where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from clients.clients as client
    where ${matches}
      and (${after?.id ?? null}::uuid is null or (client.sort_name, client.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by client.sort_name, client.id
    limit ${query.limit + 1}`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(toClient), query.limit, total, (client) => [
    names.get(client.id) ?? '',
    client.id,
  ])
}

export async function insertClient(tx: Tx, clientId: Id, draft: ClientDraft): Promise<void> {
  await tx.run(sql`
    insert into clients.clients (organization_id, id, external_id, name, kind, siret, phone, email, language, notes)
    values (${tx.actor.organizationId}, ${clientId}, ${draft.externalId}, ${draft.name}, ${draft.kind}, ${draft.siret},
      ${draft.phone}, ${draft.email}, ${draft.language}::text, ${draft.notes})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveClient(
  tx: Tx,
  clientId: Id,
  version: number,
  draft: ClientDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.clients
    set external_id = ${draft.externalId}, name = ${draft.name}, kind = ${draft.kind}, siret = ${draft.siret},
      phone = ${draft.phone}, email = ${draft.email}, language = ${draft.language}::text, notes = ${draft.notes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${clientId} and version = ${version}`)
  return changed === 1
}

export async function markClientArchived(
  tx: Tx,
  clientId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update clients.clients set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${clientId} and version = ${version}`)
  return changed === 1
}
