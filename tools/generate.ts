// `npm run generate`: writes docs/reference.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { migrationFolders } from '../apps/server/src/migrations.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { startTestPostgres } from '../apps/server/src/testing/postgres.ts'
import { references } from './reference.ts'
import { root } from './steps/step.ts'

const server = await startTestPostgres()
try {
  await migrate(server.url(), migrationFolders)
  for (const { file, make } of references) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), await make(server.url()))
    console.log(file)
  }
} finally {
  await server.stop()
}
