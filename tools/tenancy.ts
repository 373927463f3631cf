// Tenants must be kept apart by the database itself, and be movable to other machines: what every table owes to that.
import type pg from 'pg'

/** Outside tenancy: sign-in knows no tenant yet, and the queue has one for all. */
const foreignSchemas = ['auth', 'pgboss', 'information_schema']

const tables = `
  select c.oid, n.nspname || '.' || c.relname as name, a.attnum as tenant_column, a.attnotnull as tenant_required,
    c.relrowsecurity as secured, c.relforcerowsecurity as forced
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> all ($1)
  order by name`

const keys = `
  select i.indrelid as oid, ic.relname as name, i.indkey[0] as first_column
  from pg_index i join pg_class ic on ic.oid = i.indexrelid
  where i.indisunique or i.indisexclusion
  order by ic.relname`

const foreignKeys = `
  select conrelid as oid, conname as name, conkey[1] as first_column from pg_constraint where contype = 'f'
  order by conname`

const policies = `
  select polrelid as oid, polname as name, polpermissive as permissive,
    pg_get_expr(polqual, polrelid) as reads, pg_get_expr(polwithcheck, polrelid) as writes,
    array(select coalesce(r.rolname, 'public') from unnest(polroles) p left join pg_roles r on r.oid = p)::text[] as roles
  from pg_policy order by polname`

const views = `
  select n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname <> all ($1)
    and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by name`

type Table = {
  oid: number
  name: string
  tenant_column: number | null
  tenant_required: boolean | null
  secured: boolean
  forced: boolean
}
type Key = { oid: number; name: string; first_column: number }
type Policy = {
  oid: number
  name: string
  permissive: boolean
  reads: string | null
  writes: string | null
  roles: string[]
}

function faultsOfPolicies(table: Table, own: readonly Policy[]): string[] {
  if (own.length === 0) return [`${table.name}: has no policy`]
  return own
    .filter(({ permissive, roles }) => permissive && roles.join() !== 'regie_system')
    .filter(({ reads, writes }) =>
      [reads ?? writes, writes ?? reads].some((text) => !text?.includes('organization_id')),
    )
    .map(({ name }) => `${table.name}: policy ${name} lets other tenants' rows through`)
}

function faultsOfTable(
  table: Table,
  own: { keys: Key[]; foreignKeys: Key[]; policies: Policy[] },
): string[] {
  const faults: string[] = []
  if (table.tenant_column === null) return [`${table.name}: has no column organization_id`]
  if (!table.tenant_required) faults.push(`${table.name}: organization_id may be null`)
  for (const key of own.keys)
    if (key.first_column !== table.tenant_column)
      faults.push(`${table.name}: key ${key.name} does not begin with organization_id`)
  for (const key of own.foreignKeys)
    if (key.first_column !== table.tenant_column)
      faults.push(`${table.name}: foreign key ${key.name} does not begin with organization_id`)
  if (own.keys.length === 0) faults.push(`${table.name}: has no primary key`)
  if (!table.secured) faults.push(`${table.name}: row-level security is not enabled`)
  if (!table.forced) faults.push(`${table.name}: row-level security is not forced on the owner`)
  return [...faults, ...faultsOfPolicies(table, own.policies)]
}

/** What breaks tenancy in the database, in words; `exempt` tables hold no tenant's rows. */
export async function tenancyFaults(
  client: pg.Client,
  exempt: readonly string[],
): Promise<string[]> {
  const all = async <R extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<R[]> => (await client.query<R>(text, values)).rows
  const found = await all<Table>(tables, [foreignSchemas])
  const [allKeys, allForeignKeys, allPolicies] = [
    await all<Key>(keys),
    await all<Key>(foreignKeys),
    await all<Policy>(policies),
  ]
  const faults = found
    .filter(({ name }) => !exempt.includes(name))
    .flatMap((table) => {
      const of = <R extends { oid: number }>(rows: R[]): R[] =>
        rows.filter(({ oid }) => oid === table.oid)
      return faultsOfTable(table, {
        keys: of(allKeys),
        foreignKeys: of(allForeignKeys),
        policies: of(allPolicies),
      })
    })
  const unknown = exempt.filter((name) => !found.some((table) => table.name === name))
  const open = await all<{ name: string }>(views, [foreignSchemas])
  return [
    ...faults,
    ...unknown.map((name) => `${name}: exempt, yet there is no such table`),
    ...open.map(
      ({ name }) => `${name}: the view reads with its owner's rights; say security_invoker`,
    ),
  ]
}
