// What people do with intervention templates.
import type { Template, TemplateDraft } from '@regie/contract/catalog'
import type { Id } from '@regie/contract/kernel'
import { expectEquipment } from '../../equipment/index.ts'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { expectKnown } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { formIdsAmong } from '../store/forms.ts'
import { findPriority } from '../store/priorities.ts'
import {
  findTemplate,
  insertTemplate,
  markTemplateArchived,
  saveTemplate,
} from '../store/templates.ts'

const write = { permission: 'catalog.write' } as const

export const createTemplate = command(
  'catalog.create-template',
  write,
  async (tx, draft: TemplateDraft): Promise<Template> => {
    await expectFits(tx, draft)
    const templateId = tx.newId()
    await insertTemplate(tx, templateId, draft)
    tx.emit(happened.template_changed({ templateId, name: draft.name }))
    return found(await findTemplate(tx, templateId), 'template')
  },
)

type Change = { templateId: Id; version: number; draft: TemplateDraft }

export const updateTemplate = command(
  'catalog.update-template',
  write,
  async (tx, { templateId, version, draft }: Change): Promise<Template> => {
    const before = found(await findTemplate(tx, templateId), 'template')
    await expectFits(tx, draft)
    expectCurrent(await saveTemplate(tx, templateId, version, draft), before)
    tx.emit(happened.template_changed({ templateId, name: draft.name }))
    return found(await findTemplate(tx, templateId), 'template')
  },
)

type Archiving = { templateId: Id; version: number; archived: boolean }

export const archiveTemplate = command(
  'catalog.archive-template',
  write,
  async (tx, { templateId, version, archived }: Archiving): Promise<Template> => {
    const before = found(await findTemplate(tx, templateId), 'template')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markTemplateArchived(tx, templateId, version, archivedAt), before)
    tx.emit(happened.template_changed({ templateId, name: before.name }))
    return found(await findTemplate(tx, templateId), 'template')
  },
)

async function expectFits(tx: Tx, draft: TemplateDraft): Promise<void> {
  if (draft.priorityId) found(await findPriority(tx, draft.priorityId), 'priority')
  const known = new Set(await formIdsAmong(tx, draft.formIds))
  if (draft.formIds.some((formId) => !known.has(formId))) throw fail('not_found', { what: 'form' })
  await expectEquipment(tx, draft.equipment)
  await expectKnown(tx, [draft, ...draft.positions])
}
