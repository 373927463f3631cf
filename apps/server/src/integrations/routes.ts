import * as contract from '@regie/contract/integrations'
import { found } from '../platform/guards.ts'
import { act, type Route, read } from '../platform/http/bind.ts'
import { changeImport, discardImport, openImport, runImport } from './commands.ts'
import { checkImport, draftOf } from './dry-run.ts'
import { findUpload, pageOfImports } from './store.ts'

const may = 'integrations.import'

export const routes: readonly Route[] = [
  act(contract.openImport, openImport, ({ query, body }) => ({ ...query, bytes: body })),
  read(contract.listImports, may, (tx, { query }) => pageOfImports(tx, query)),
  read(contract.getImport, may, async (tx, { params }) =>
    draftOf(found(await findUpload(tx, params.importId), 'import')),
  ),
  act(contract.changeImport, changeImport, ({ params, body }) => ({ ...params, ...body })),
  read(contract.checkImport, may, async (tx, { params }) =>
    checkImport(tx, found(await findUpload(tx, params.importId), 'import')),
  ),
  act(contract.runImport, runImport, ({ params, body }) => ({ ...params, ...body })),
  act(contract.discardImport, discardImport, ({ params }) => params),
]
