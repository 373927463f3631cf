// Where the stages of a production stand, by their sites.
import type { Id, Position } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

/** Sites without a position are absent. */
export async function placesOf(tx: Tx, projectId: Id): Promise<ReadonlyMap<Id, Position>> {
  const rows = await tx.rows(sql<Position & { id: Id }>`
    select distinct site.id, site.latitude, site.longitude
    from productions.stages as stage
    join clients.v_sites as site on site.organization_id = stage.organization_id and site.id = stage.site_id
    where stage.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
      and site.latitude is not null and site.longitude is not null
    order by site.id`)
  return new Map(rows.map(({ id, ...position }) => [id, position]))
}
