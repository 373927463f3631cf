import type { Template } from '@regie/contract/catalog'
import type { Id } from '@regie/contract/kernel'
import { found } from '../platform/guards.ts'
import type { Tx } from '../platform/work.ts'
import { findTemplate } from './store/templates.ts'

export const getTemplate = async (tx: Tx, templateId: Id): Promise<Template> =>
  found(await findTemplate(tx, templateId), 'template')
