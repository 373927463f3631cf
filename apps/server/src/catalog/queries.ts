import type { Template } from '@regie/contract/catalog'
import type { Form } from '@regie/contract/forms'
import type { Id } from '@regie/contract/kernel'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { findForm } from './store/forms.ts'
import { findTemplate } from './store/templates.ts'

export const getTemplate = async (tx: Tx, templateId: Id): Promise<Template> =>
  found(await findTemplate(tx, templateId), 'template')

export const getForm = async (tx: Tx, formId: Id): Promise<Form> =>
  found(await findForm(tx, formId), 'form')
