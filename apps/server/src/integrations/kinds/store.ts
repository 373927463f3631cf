// SQL over what the lower modules publish: the sites and projects that files name.
import type { Id } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type NamedSite = {
  readonly id: Id
  readonly externalId: string | null
  readonly name: string
  readonly clientName: string
}

/** Every site that is not archived. */
export const namedSites = (tx: Tx): Promise<NamedSite[]> =>
  tx.rows(sql<NamedSite>`
    select site.id, site.external_id as "externalId", site.name, client.name as "clientName"
    from clients.v_sites as site
    join clients.v_clients as client
      on client.organization_id = site.organization_id and client.id = site.client_id
    where site.organization_id = ${tx.actor.organizationId} and site.archived_at is null
    order by site.id`)

export type NamedProject = { readonly id: Id; readonly code: string; readonly name: string }

/** Every project that is not archived. */
export const namedProjects = (tx: Tx): Promise<NamedProject[]> =>
  tx.rows(sql<NamedProject>`
    select id, code, name from work_orders.v_projects
    where organization_id = ${tx.actor.organizationId} and archived_at is null
    order by code`)
