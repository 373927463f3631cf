import * as contract from '@regie/contract/catalog'
import { act, type Route, read } from '../platform/http/bind.ts'
import { archivePriority, createPriority, updatePriority } from './commands/priorities.ts'
import { archiveTemplate, createTemplate, updateTemplate } from './commands/templates.ts'
import { getTemplate } from './queries.ts'
import { allPriorities } from './store/priorities.ts'
import { pageOfTemplates } from './store/templates.ts'

export const routes: readonly Route[] = [
  read(contract.listPriorities, null, (tx, { query }) => allPriorities(tx, query)),
  act(contract.createPriority, createPriority, ({ body }) => body),
  act(contract.updatePriority, updatePriority, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archivePriority, archivePriority, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listTemplates, 'catalog.read', (tx, { query }) => pageOfTemplates(tx, query)),
  read(contract.getTemplate, 'catalog.read', (tx, { params }) =>
    getTemplate(tx, params.templateId),
  ),
  act(contract.createTemplate, createTemplate, ({ body }) => body),
  act(contract.updateTemplate, updateTemplate, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.archiveTemplate, archiveTemplate, ({ params, body }) => ({ ...params, ...body })),
]
