// SQL of work_orders.projects.
import type { Id, Instant, LocalDate, Page, PageQuery } from '@regie/contract/kernel'
import type { Project, ProjectDraft } from '@regie/contract/work-orders'
import { hasWords } from '../../platform/db/search.ts'
import { sql } from '../../platform/db/sql.ts'
import { readCursor, toPage } from '../../platform/keyset.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  external_id: string | null
  code: string
  name: string
  kind: Project['kind']
  client_id: Id | null
  client_name: string | null
  starts_on: LocalDate | null
  ends_on: LocalDate | null
  budget_code: string
  notes: string
  archived_at: Instant | null
  work_order_count: number
}

const toProject = (row: Row): Project => ({
  id: row.id,
  version: row.version,
  externalId: row.external_id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  clientId: row.client_id,
  clientName: row.client_name,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  budgetCode: row.budget_code,
  notes: row.notes,
  archivedAt: row.archived_at,
  workOrderCount: row.work_order_count,
})

const projects = sql`work_orders.projects as project
  left join clients.v_clients as client
    on client.organization_id = project.organization_id and client.id = project.client_id`

const columns = sql`project.id, project.version, project.external_id, project.code, project.name, project.kind,
  project.client_id, client.name as client_name, project.starts_on, project.ends_on, project.budget_code,
  project.notes, project.archived_at,
  (select count(*) from work_orders.work_orders as work_order
    where work_order.organization_id = project.organization_id and work_order.project_id = project.id) as work_order_count`

export async function findProject(tx: Tx, projectId: Id): Promise<Project | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${projects}
    where project.organization_id = ${tx.actor.organizationId} and project.id = ${projectId}`)
  return row && toProject(row)
}

export async function findProjectByExternalId(
  tx: Tx,
  externalId: string,
): Promise<Project | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${projects}
    where project.organization_id = ${tx.actor.organizationId} and project.external_id = ${externalId}`)
  return row && toProject(row)
}

export async function findProjectByCode(tx: Tx, code: string): Promise<Project | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from ${projects}
    where project.organization_id = ${tx.actor.organizationId} and project.code = ${code}`)
  return row && toProject(row)
}

type Filter = PageQuery & {
  archived: boolean
  clientId?: Id | undefined
  kind?: Project['kind'] | undefined
}

/** The latest made first: ids are in order of time. */
export async function pageOfProjects(tx: Tx, query: Filter): Promise<Page<Project>> {
  const after = readCursor(query.cursor, ['id'])
  const matches = sql`project.organization_id = ${tx.actor.organizationId}
    and (project.archived_at is not null) = ${query.archived}
    and (${query.clientId ?? null}::uuid is null or project.client_id = ${query.clientId ?? null}::uuid)
    and (${query.kind ?? null}::text is null or project.kind = ${query.kind ?? ''})
    and ${hasWords(sql`(project.search_text || ' ' || coalesce(client.search_text, ''))`, query.search)}`
  const { total } = await tx.row(
    sql<{ total: number }>`select count(*) as total from ${projects} where ${matches}`,
  )
  const rows = await tx.rows(sql<Row>`
    select ${columns} from ${projects}
    where ${matches} and (${after?.id ?? null}::uuid is null or project.id < ${after?.id ?? null}::uuid)
    order by project.id desc
    limit ${query.limit + 1}`)
  return toPage(rows.map(toProject), query.limit, total, ({ id }) => [id])
}

export async function insertProject(
  tx: Tx,
  projectId: Id,
  draft: ProjectDraft & { code: string },
): Promise<void> {
  await tx.run(sql`
    insert into work_orders.projects (organization_id, id, external_id, code, name, kind, client_id, starts_on, ends_on,
      budget_code, notes)
    values (${tx.actor.organizationId}, ${projectId}, ${draft.externalId}, ${draft.code}, ${draft.name}, ${draft.kind},
      ${draft.clientId}, ${draft.startsOn}, ${draft.endsOn}, ${draft.budgetCode}, ${draft.notes})`)
}

export async function saveProject(
  tx: Tx,
  projectId: Id,
  version: number,
  draft: Omit<ProjectDraft, 'code'>,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update work_orders.projects
    set external_id = ${draft.externalId}, name = ${draft.name}, kind = ${draft.kind}, client_id = ${draft.clientId},
      starts_on = ${draft.startsOn}, ends_on = ${draft.endsOn},
      budget_code = ${draft.budgetCode}, notes = ${draft.notes}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${projectId} and version = ${version}`)
  return changed === 1
}

export async function markProjectArchived(
  tx: Tx,
  projectId: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update work_orders.projects set archived_at = ${archivedAt}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${projectId} and version = ${version}`)
  return changed === 1
}
