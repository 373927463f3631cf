// What is derived from the code and kept in docs/reference, so that a review sees it change.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionSentences } from '@regie/contract/permissions'
import { role } from '@regie/contract/roles'
import { policySchema } from '@regie/solver'
import { modules } from '../apps/server/src/modules.ts'
import { openApi } from '../apps/server/src/platform/http/open-api.ts'
import { dumpSchema } from './dump-schema.ts'
import { root } from './steps/step.ts'

export type Reference = {
  /** Path below the root. */
  readonly file: string
  /** Makes its text; `url` is that of a migrated database. */
  readonly make: (url: string) => Promise<string>
}

const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Who may do what, one row per permission, in the order of the floor plan; what only the program does is left out. */
function permissionsTable(): string {
  const roles = role.options
  const rows = modules
    .flatMap(({ permissions }) => Object.entries(permissions))
    .filter(([, holders]) => holders.length > 0)
    .map(([permission, holders]) => [
      `\`${permission}\``,
      permissionSentences[permission]?.en ?? '',
      ...roles.map((one) => (holders.includes(one) ? '✓' : '')),
    ])
  const table = [
    ['permission', 'allows to', ...roles],
    ['---', '---', ...roles.map(() => ':-:')],
    ...rows,
  ]
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const references: readonly Reference[] = [
  {
    file: 'docs/reference/schema.sql',
    make: async (url) =>
      `-- The whole schema, for reading: written by npm run generate, compared in the tests.\n\n${await dumpSchema(url)}`,
  },
  {
    file: 'docs/reference/openapi.json',
    make: async () => {
      const routes = modules.flatMap((module) => module.routes)
      return `${JSON.stringify(await openApi(routes, version()), null, 2)}\n`
    },
  },
  {
    file: 'docs/reference/permissions.md',
    make: async () =>
      `# Permissions\n\nWho may do what: written by \`npm run generate\` from each module's permissions.ts.\n\n${permissionsTable()}\n`,
  },
  {
    file: 'docs/reference/policy.schema.json',
    make: async () => `${JSON.stringify(policySchema(), null, 2)}\n`,
  },
]
