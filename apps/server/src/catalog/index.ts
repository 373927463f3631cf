// The front door of catalog.
import { defineModule } from '../platform/module.ts'
import { formKinds, kinds, partKinds } from './events.ts'
import { addFirstPriorities } from './jobs.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export const catalog = defineModule('catalog', import.meta.dirname, {
  permissions,
  routes,
  events: [...kinds, ...formKinds, ...partKinds],
  reactions: [addFirstPriorities],
})

export { installFormPack } from './commands/forms.ts'
export { createPriority } from './commands/priorities.ts'
export { createTemplate } from './commands/templates.ts'
export { formNumbersAt, formsOfTemplates, formVersionsNamed } from './store/forms.ts'
export { allParts } from './store/parts.ts'
export { allPriorities, findPriority } from './store/priorities.ts'
export { findTemplate, findTemplateByName } from './store/templates.ts'
