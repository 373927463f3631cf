// What is derived from the code and kept in docs/reference, so that a review sees it change.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../apps/server/src/modules.ts'
import { openApi } from '../apps/server/src/platform/http/docs.ts'
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
      return `${JSON.stringify(openApi(routes, version()), null, 2)}\n`
    },
  },
]
