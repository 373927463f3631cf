// SQL of productions.stages.
import type { Id } from '@regie/contract/kernel'
import type { Stage, StageDraft } from '@regie/contract/productions'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const columns = sql`stage.id, stage.version, stage.name, stage.site_id as "siteId", site.name as "siteName",
  site.access_instructions as "accessInstructions",
  jsonb_build_object('line', site.address_line, 'postcode', site.postcode, 'city', site.city, 'country', site.country) as address`
const tables = sql`productions.stages as stage
  join clients.v_sites as site on site.organization_id = stage.organization_id and site.id = stage.site_id`

export async function stagesOf(tx: Tx, projectId: Id): Promise<Stage[]> {
  return await tx.rows(sql<Stage>`
    select ${columns} from ${tables}
    where stage.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
    order by stage.id`)
}

export async function findStage(tx: Tx, projectId: Id, stageId: Id): Promise<Stage | undefined> {
  return await tx.maybe(sql<Stage>`
    select ${columns} from ${tables}
    where stage.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
      and stage.id = ${stageId}`)
}

export async function findStageByName(
  tx: Tx,
  projectId: Id,
  name: string,
): Promise<{ id: Id } | undefined> {
  return await tx.maybe(sql<{ id: Id }>`
    select id from productions.stages
    where organization_id = ${tx.actor.organizationId} and project_id = ${projectId} and name = ${name}`)
}

export async function insertStage(
  tx: Tx,
  { id, projectId, draft }: { id: Id; projectId: Id; draft: StageDraft },
): Promise<void> {
  await tx.run(sql`
    insert into productions.stages (organization_id, id, project_id, site_id, name)
    values (${tx.actor.organizationId}, ${id}, ${projectId}, ${draft.siteId}, ${draft.name})`)
}

/** Changes the row if it still has `version`; returns whether it had. */
export async function saveStage(
  tx: Tx,
  stageId: Id,
  version: number,
  { name, siteId }: StageDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.stages set name = ${name}, site_id = ${siteId}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${stageId} and version = ${version}`)
  return changed === 1
}

export async function deleteStage(tx: Tx, stageId: Id, version: number): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from productions.stages
    where organization_id = ${tx.actor.organizationId} and id = ${stageId} and version = ${version}`)
  return gone === 1
}
