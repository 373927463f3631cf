// The front door of integrations.
import { defineModule } from '../platform/module.ts'
import { kinds } from './events.ts'
import { geocodeSites } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const integrations = defineModule('integrations', import.meta.dirname, {
  permissions,
  routes,
  events: kinds,
  jobs: [geocodeSites],
})

export { changeImport, openImport, runImport } from './commands.ts'
export { readTable } from './csv/read-table.ts'
export { type FileImported, type FileToImport, importFile } from './import-file.ts'
