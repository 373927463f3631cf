import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../apps/server/src/testing/database.ts'
import { tenancyFaults } from './tenancy.ts'

/** The platform's bookkeeping: it holds no tenant's rows. */
const exempt = ['platform.migrations', 'platform.reactions']

const { url } = useDatabase()
const client = new pg.Client({ connectionString: url })
beforeAll(async () => client.connect())
afterAll(async () => client.end())

/** What is wrong with a database where this was done besides. */
async function faultsAfter(statements: string): Promise<string[]> {
  await client.query(`begin; create schema yard; ${statements}`)
  try {
    return await tenancyFaults(client, exempt)
  } finally {
    await client.query('rollback')
  }
}

test('every table keeps its tenants apart', async () => {
  expect(await tenancyFaults(client, exempt)).toEqual([])
})

test('there are tables to keep apart', async () => {
  const counted = await client.query(
    "select count(*)::int as n from pg_policy where polname = 'tenant'",
  )
  expect(counted.rows[0].n).toBeGreaterThan(1)
})

const good =
  'create table yard.t (organization_id uuid not null, id uuid not null, primary key (organization_id, id)'
const protect = "call platform.protect('yard.t');"
test.each([
  [
    'a table without tenant',
    'create table yard.t (id uuid primary key)',
    'has no column organization_id',
  ],
  [
    'a tenant that may be null',
    `create table yard.t (organization_id uuid, id uuid, unique (organization_id, id)); ${protect}`,
    'organization_id may be null',
  ],
  [
    'a primary key of its own',
    `create table yard.t (organization_id uuid not null, id uuid primary key); ${protect}`,
    'key t_pkey does not begin with organization_id',
  ],
  [
    'a unique index over all tenants',
    `${good}, code text); create unique index codes on yard.t (code); ${protect}`,
    'key codes does not begin with organization_id',
  ],
  [
    'an exclusion over all tenants',
    `${good}, during tstzrange, constraint busy exclude using gist (during with &&)); ${protect}`,
    'key busy does not begin with organization_id',
  ],
  [
    'a foreign key that may leave the tenant',
    `create table yard.codes (code text primary key); ${good}, code text references yard.codes (code)); ${protect}`,
    'foreign key t_code_fkey does not begin with organization_id',
  ],
  ['no row-level security', `${good})`, 'row-level security is not enabled'],
  [
    'row-level security that spares the owner',
    `${good}); ${protect} alter table yard.t no force row level security`,
    'row-level security is not forced on the owner',
  ],
  ['no policy', `${good}); ${protect} drop policy tenant on yard.t`, 'has no policy'],
  [
    'a policy that lets all through',
    `${good}); ${protect} create policy ajar on yard.t for select to regie_app using (true)`,
    "policy ajar lets other tenants' rows through",
  ],
  [
    'a table without a key',
    `create table yard.t (organization_id uuid not null); ${protect}`,
    'has no primary key',
  ],
])('tells %s', async (_, statements, expected) => {
  expect(await faultsAfter(statements)).toContain(`yard.t: ${expected}`)
})

test('tells a view that reads past row-level security', async () => {
  const faults = await faultsAfter(
    `${good}); ${protect} create view yard.v_t as select id from yard.t`,
  )
  expect(faults).toEqual(["yard.v_t: the view reads with its owner's rights; say security_invoker"])
})

test('takes a table made as it should be', async () => {
  const view = 'create view yard.v_t with (security_invoker = true) as select id from yard.t'
  expect(await faultsAfter(`${good}); ${protect} ${view}`)).toEqual([])
})
