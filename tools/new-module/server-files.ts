// The server folder of a new capability: every file of the architecture's table, floor by floor.
import type { Naming } from './naming.ts'

const readme = ({ module, schema, words, nounSnake }: Naming): string => `# ${module}

- **Owns** ${module.replaceAll('-', ' ')} (\`${schema}.*\`).
- **Words**: _${words}_.
- **Needs** nothing but the platform.
- **Publishes** \`${nounSnake}_created\`, \`${nounSnake}_changed\`, \`${nounSnake}_archived\`.
- Nothing is deleted: it is archived, and can be brought back.
`

const model = ({ module, nounCamel, Noun, words }: Naming): string => `// Pure rules of a ${words}.
import type { ${Noun} } from '@regie/contract/${module}'

/** Active ⇄ archived. What is archived takes no changes until it is brought back. */
export const mayChange = (${nounCamel}: Pick<${Noun}, 'archivedAt'>): boolean =>
  ${nounCamel}.archivedAt === null
`

const modelTest = ({ words }: Naming): string => `import { expect, test } from 'vitest'
import { mayChange } from './model.ts'

test.each([
  ['active', null, true],
  ['archived', '2026-01-31T08:00:00.000Z', false],
])('a ${words} that is %s may be changed: %s', (_, archivedAt, expected) => {
  expect(mayChange({ archivedAt })).toBe(expected)
})
`

const events = ({ module, moduleCamel }: Naming): string =>
  `import { ${moduleCamel}Events } from '@regie/contract/${module}'
import { publish } from '../platform/events.ts'

export const { make: happened, kinds } = publish(${moduleCamel}Events, { seenBy: '${module}.read' })
`

const permissions = ({ module }: Naming): string =>
  `import type { Permissions } from '../platform/actor.ts'

export const permissions = {
  '${module}.read': ['owner', 'planner', 'manager', 'accountant'],
  '${module}.write': ['owner', 'planner', 'manager'],
} as const satisfies Permissions
`

const store = ({
  module,
  schema,
  nounCamel,
  Noun,
  Nouns,
}: Naming): string => `// SQL of ${schema}.${schema}.
import type { ${Noun}, ${Noun}Draft } from '@regie/contract/${module}'
import type { Id, Instant, Page, PageQuery } from '@regie/contract/kernel'
import { sql } from '../platform/db/sql.ts'
import { readCursor, toPage } from '../platform/keyset.ts'
import type { Tx } from '../platform/work.ts'

type Row = {
  id: Id
  version: number
  name: string
  archived_at: Instant | null
}

const to${Noun} = (row: Row): ${Noun} => ({
  id: row.id,
  version: row.version,
  name: row.name,
  archivedAt: row.archived_at,
})

const columns = sql\`id, version, name, archived_at\`

export async function find${Noun}(tx: Tx, ${nounCamel}Id: Id): Promise<${Noun} | undefined> {
  const row = await tx.maybe(sql<Row>\`
    select \${columns} from ${schema}.${schema}
    where organization_id = \${tx.actor.organizationId} and id = \${${nounCamel}Id}\`)
  return row && to${Noun}(row)
}

export async function pageOf${Nouns}(tx: Tx, query: PageQuery): Promise<Page<${Noun}>> {
  const after = readCursor(query.cursor, ['name', 'id'])
  const matches = sql\`organization_id = \${tx.actor.organizationId} and archived_at is null
    and (\${query.search ?? null}::text is null or sort_name like '%' || platform.fold(\${query.search ?? ''}) || '%')\`
  const { total } = await tx.row(
    sql<{ total: number }>\`select count(*) as total from ${schema}.${schema} where \${matches}\`,
  )
  const rows = await tx.rows(sql<Row & { sort_name: string }>\`
    select \${columns}, sort_name from ${schema}.${schema}
    where \${matches}
      and (\${after?.id ?? null}::uuid is null or (sort_name, id) > (\${after?.name ?? ''}, \${after?.id ?? null}::uuid))
    order by sort_name, id
    limit \${query.limit + 1}\`)
  const names = new Map(rows.map((row) => [row.id, row.sort_name]))
  return toPage(rows.map(to${Noun}), query.limit, total, ({ id }) => [names.get(id) ?? '', id])
}

export async function insert${Noun}(tx: Tx, ${nounCamel}Id: Id, draft: ${Noun}Draft): Promise<void> {
  await tx.run(sql\`
    insert into ${schema}.${schema} (organization_id, id, name)
    values (\${tx.actor.organizationId}, \${${nounCamel}Id}, \${draft.name})\`)
}

/** Changes the row if it still has \`version\`; returns whether it had. */
export async function save${Noun}(
  tx: Tx,
  ${nounCamel}Id: Id,
  version: number,
  draft: ${Noun}Draft,
): Promise<boolean> {
  const changed = await tx.run(sql\`
    update ${schema}.${schema} set name = \${draft.name}, version = version + 1
    where organization_id = \${tx.actor.organizationId} and id = \${${nounCamel}Id} and version = \${version}\`)
  return changed === 1
}

export async function mark${Noun}Archived(
  tx: Tx,
  ${nounCamel}Id: Id,
  version: number,
  archivedAt: Instant | null,
): Promise<boolean> {
  const changed = await tx.run(sql\`
    update ${schema}.${schema} set archived_at = \${archivedAt}, version = version + 1
    where organization_id = \${tx.actor.organizationId} and id = \${${nounCamel}Id} and version = \${version}\`)
  return changed === 1
}
`

const queries = ({ module, nounCamel, Noun, words }: Naming): string =>
  `import type { ${Noun} } from '@regie/contract/${module}'
import type { Id } from '@regie/contract/kernel'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { find${Noun} } from './store.ts'

export async function get${Noun}(tx: Tx, ${nounCamel}Id: Id): Promise<${Noun}> {
  return found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
}
`

const commands = ({ module, nounCamel, nounSnake, Noun, words, noun }: Naming): string =>
  `// What people do with a ${words}.
import type { ${Noun}, ${Noun}Draft } from '@regie/contract/${module}'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../platform/errors.ts'
import { expectCurrent, found } from '../platform/guards.ts'
import { command } from '../platform/work.ts'
import { happened } from './events.ts'
import { mayChange } from './model.ts'
import { find${Noun}, insert${Noun}, mark${Noun}Archived, save${Noun} } from './store.ts'

const write = { permission: '${module}.write' } as const

export const create${Noun} = command(
  '${module}.create-${noun}',
  write,
  async (tx, draft: ${Noun}Draft): Promise<${Noun}> => {
    const ${nounCamel}Id = tx.newId()
    await insert${Noun}(tx, ${nounCamel}Id, draft)
    tx.emit(happened.${nounSnake}_created({ ${nounCamel}Id, name: draft.name }))
    return found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
  },
)

type Change = { ${nounCamel}Id: Id; version: number; draft: ${Noun}Draft }

export const update${Noun} = command(
  '${module}.update-${noun}',
  write,
  async (tx, { ${nounCamel}Id, version, draft }: Change): Promise<${Noun}> => {
    const before = found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
    if (!mayChange(before)) throw fail('wrong_state', { state: 'archived' })
    expectCurrent(await save${Noun}(tx, ${nounCamel}Id, version, draft), before)
    tx.emit(happened.${nounSnake}_changed({ ${nounCamel}Id, name: draft.name }))
    return found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
  },
)

type Archiving = { ${nounCamel}Id: Id; version: number; archived: boolean }

export const archive${Noun} = command(
  '${module}.archive-${noun}',
  write,
  async (tx, { ${nounCamel}Id, version, archived }: Archiving): Promise<${Noun}> => {
    const before = found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await mark${Noun}Archived(tx, ${nounCamel}Id, version, archivedAt), before)
    tx.emit(happened.${nounSnake}_archived({ ${nounCamel}Id, name: before.name, archived }))
    return found(await find${Noun}(tx, ${nounCamel}Id), '${words}')
  },
)
`

const jobs =
  (): string => `// Background work and reactions to events: none yet. \`job()\` declares the first one.
import type { Job } from '../platform/jobs.ts'
import type { Reaction } from '../platform/reactions.ts'

export const jobs: readonly Job<unknown>[] = []

export const reactions: readonly Reaction[] = []
`

const routes = ({ module, nounCamel, Noun, Nouns }: Naming): string =>
  `import * as contract from '@regie/contract/${module}'
import { act, type Route, read } from '../platform/http/bind.ts'
import { archive${Noun}, create${Noun}, update${Noun} } from './commands.ts'
import { get${Noun} } from './queries.ts'
import { pageOf${Nouns} } from './store.ts'

export const routes: readonly Route[] = [
  read(contract.list${Nouns}, '${module}.read', (tx, { query }) => pageOf${Nouns}(tx, query)),
  read(contract.get${Noun}, '${module}.read', (tx, { params }) => get${Noun}(tx, params.${nounCamel}Id)),
  act(contract.create${Noun}, create${Noun}, ({ body }) => body),
  act(contract.update${Noun}, update${Noun}, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archive${Noun}, archive${Noun}, ({ params, body }) => ({ ...params, ...body })),
]
`

const index = ({ module, moduleCamel }: Naming): string => `// The front door of ${module}.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { jobs, reactions } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const ${moduleCamel} = defineModule('${module}', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs,
  reactions,
})
`

const migration = ({ schema, noun }: Naming): string => `create schema ${schema};
grant usage on schema ${schema} to regie_app;

create table ${schema}.${schema} (
  organization_id uuid not null,
  id uuid not null,
  version int not null default 1,
  name text not null,
  archived_at timestamptz,
  sort_name text not null generated always as (platform.fold(name)) stored,
  primary key (organization_id, id)
);
create index ${noun.replaceAll('-', '_')}_by_name on ${schema}.${schema} (organization_id, sort_name, id);
call platform.protect('${schema}.${schema}');
`

/** Path below the module's folder → text. */
export const serverFiles = (naming: Naming): ReadonlyMap<string, string> =>
  new Map([
    ['README.md', readme(naming)],
    ['model.ts', model(naming)],
    ['model.test.ts', modelTest(naming)],
    ['events.ts', events(naming)],
    ['permissions.ts', permissions(naming)],
    ['store.ts', store(naming)],
    ['queries.ts', queries(naming)],
    ['commands.ts', commands(naming)],
    ['jobs.ts', jobs()],
    ['routes.ts', routes(naming)],
    ['index.ts', index(naming)],
    [`migrations/0001-${naming.module}.sql`, migration(naming)],
  ])
