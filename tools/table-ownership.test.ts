import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listedModules } from './steps/listed-modules.ts'
import { root } from './steps/step.ts'
import { allTrespasses, trespasses } from './table-ownership.ts'

const modules = ['clients', 'work-orders', 'planning']
const named = (module: string, text: string): string[] =>
  trespasses('a.ts', text, module, modules).map((one) => one.named)

test.each([
  ['reads', 'select id from work_orders.visits order by id', ['work_orders.visits']],
  ['joins', 'select 1 from planning.plans p join clients.sites s on true', ['clients.sites']],
  ['writes', 'update clients.sites set name = $1', ['clients.sites']],
  ['inserts', 'insert into\n  clients.sites (id) values ($1)', ['clients.sites']],
  ['deletes', 'delete from only clients.sites', ['clients.sites']],
  ['refers', 'foreign key (a) references clients.sites (id)', ['clients.sites']],
  ['indexes', 'create index on clients.sites (id)', ['clients.sites']],
  ['shouts', 'SELECT 1 FROM Clients.Sites', ['Clients.Sites']],
])('a module that %s tables of another is told', (_, text, expected) => {
  expect(named('planning', text)).toEqual(expected)
})

test('its own tables, and the views of a lower module, are no trespass', () => {
  expect(named('planning', 'select 1 from planning.plans join clients.v_sites using (id)')).toEqual(
    [],
  )
})

test('an alias that sounds like a module is no trespass', () => {
  expect(
    named('planning', 'join planning.v_clients clients on clients.id = plans.client_id'),
  ).toEqual([])
})

test('a view of a higher module is a trespass', () => {
  expect(named('clients', 'select 1 from planning.v_plans')).toEqual(['planning.v_plans'])
})

test('tells the line', () => {
  expect(
    trespasses('a.sql', '\n\nselect 1\nfrom clients.sites', 'planning', modules)[0]?.line,
  ).toBe(4)
})

test('reads SQL and TypeScript of every module', () => {
  const server = mkdtempSync(join(tmpdir(), 'regie-tables-'))
  for (const module of modules) mkdirSync(join(server, module, 'migrations'), { recursive: true })
  writeFileSync(join(server, 'planning/store.ts'), 'sql`select 1 from clients.sites`')
  writeFileSync(
    join(server, 'planning/migrations/0001-a.sql'),
    'alter table clients.sites add x int',
  )
  writeFileSync(join(server, 'planning/store.test.ts'), 'sql`select 1 from clients.sites`')
  const files = allTrespasses(server, modules).map(({ file }) => file)
  expect(files.sort()).toEqual(['planning/migrations/0001-a.sql', 'planning/store.ts'])
  rmSync(server, { recursive: true })
})

test('the modules name only their own tables', () => {
  expect(allTrespasses(join(root, 'apps/server/src'), listedModules())).toEqual([])
})
