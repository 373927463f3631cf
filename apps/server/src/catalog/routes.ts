import * as contract from '@regie/contract/catalog'
import * as forms from '@regie/contract/forms'
import * as parts from '@regie/contract/parts'
import { act, type Route, read } from '../platform/http/bind.ts'
import { archiveForm, createForm, installFormPack, updateForm } from './commands/forms.ts'
import { archivePart, createPart, updatePart } from './commands/parts.ts'
import { archivePriority, createPriority, updatePriority } from './commands/priorities.ts'
import { archiveTemplate, createTemplate, updateTemplate } from './commands/templates.ts'
import { getForm, getTemplate } from './queries.ts'
import { formVersionsOf, pageOfForms } from './store/forms.ts'
import { allParts } from './store/parts.ts'
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
  read(parts.listParts, 'catalog.read', (tx, { query }) => allParts(tx, query)),
  act(parts.createPart, createPart, ({ body }) => body),
  act(parts.updatePart, updatePart, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(parts.archivePart, archivePart, ({ params, body }) => ({ ...params, ...body })),
  read(forms.listForms, 'catalog.read', (tx, { query }) => pageOfForms(tx, query)),
  read(forms.getForm, 'catalog.read', (tx, { params }) => getForm(tx, params.formId)),
  read(forms.listFormVersions, 'catalog.read', async (tx, { params }) => {
    await getForm(tx, params.formId)
    return await formVersionsOf(tx, params.formId)
  }),
  act(forms.createForm, createForm, ({ body }) => body),
  act(forms.updateForm, updateForm, ({ params, body }) => ({ ...params, ...body })),
  act(forms.archiveForm, archiveForm, ({ params, body }) => ({ ...params, ...body })),
  act(forms.installFormPack, installFormPack, ({ body }) => body),
]
