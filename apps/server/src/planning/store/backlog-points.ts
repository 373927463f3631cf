// Where what waits is, for a map: no more than a point needs.
import type { BacklogPoint } from '@regie/contract/board-map'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'
import { backlogTables, matching } from './backlog-filters.ts'
import { plainColour, plainRank } from './labelled.ts'

const MOST = 10_000

export const pointsOfBacklog = (tx: Tx): Promise<BacklogPoint[]> =>
  tx.rows(sql<BacklogPoint>`
    select work_order.id as "workOrderId", site.id as "siteId", site.name as "siteName", work_order.title, site.city,
      site.latitude, site.longitude, coalesce(priority.colour, ${plainColour}::text) as colour
    from ${backlogTables}
    where ${matching(tx, {})} and site.latitude is not null and site.longitude is not null
    order by coalesce(priority.rank, ${plainRank}), work_order.number
    limit ${MOST}`)
