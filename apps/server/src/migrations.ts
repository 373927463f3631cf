// Where every module keeps its migrations, lowest floor first.
import { join } from 'node:path'
import { modules } from './modules.ts'
import type { MigrationFolder } from './platform/db/migrate.ts'

export const migrationFolders: readonly MigrationFolder[] = [
  { owner: 'platform', directory: join(import.meta.dirname, 'platform/migrations') },
  ...modules.map((module) => ({ owner: module.name, directory: module.migrations })),
]
