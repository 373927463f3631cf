// The front door of catalog: its screens, and what work orders take from it.
import { type Screen, screen } from '../lib/screen.ts'

export { usePriorities } from './api.ts'
export { FormPage } from './forms/form-page.tsx'
export { SignaturePad } from './forms/signature-pad.tsx'
export { PositionsField } from './parts/positions-field.tsx'
export { PriorityField } from './parts/priority-field.tsx'
export { PriorityMark } from './parts/priority-mark.tsx'
export { ProductsField } from './parts/products-field.tsx'
export { TemplateField } from './parts/template-field.tsx'
export { categoryWords } from './words.ts'

const edit = () => import('./screens/template-edit.tsx')
const form = () => import('./screens/form-edit.tsx')

export const catalogScreens: readonly Screen[] = [
  screen('/catalog', () => import('./screens/catalog.tsx'), 'Catalog', 'catalog.read'),
  screen('/catalog/templates/new', edit, 'TemplateNew', 'catalog.write'),
  screen('/catalog/templates/$templateId', edit, 'TemplateEdit', 'catalog.read'),
  screen('/catalog/forms/new', form, 'FormNew', 'catalog.write'),
  screen('/catalog/forms/$formId', form, 'FormEdit', 'catalog.read'),
]
