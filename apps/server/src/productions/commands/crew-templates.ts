// What people do with crew templates.
import type { Id } from '@regie/contract/kernel'
import type { CrewLine, CrewTemplate, CrewTemplateDraft } from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'
import { expectEquipment } from '../../equipment/index.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { allSkills, createSkill, expectKnown } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { type Craft, crafts, packOf, roles } from '../packs.ts'
import {
  findCrewTemplate,
  insertCrewTemplate,
  markCrewTemplateArchived,
  saveCrewTemplate,
} from '../store/crew-templates.ts'
import { write } from './changed.ts'

async function told(tx: Tx, templateId: Id): Promise<CrewTemplate> {
  const template = found(await findCrewTemplate(tx, templateId), 'crew template')
  tx.emit(happened.crew_template_changed({ templateId, name: template.name }))
  return template
}

export const createCrewTemplate = command(
  'productions.create-crew-template',
  write,
  async (tx, draft: CrewTemplateDraft): Promise<CrewTemplate> => {
    await expectKnown(tx, draft.lines)
    await expectEquipment(tx, draft.equipment)
    const templateId = tx.newId()
    await insertCrewTemplate(tx, templateId, draft)
    return await told(tx, templateId)
  },
)

type Change = { templateId: Id; version: number; draft: CrewTemplateDraft }

export const updateCrewTemplate = command(
  'productions.update-crew-template',
  write,
  async (tx, { templateId, version, draft }: Change): Promise<CrewTemplate> => {
    const before = found(await findCrewTemplate(tx, templateId), 'crew template')
    await expectKnown(tx, draft.lines)
    await expectEquipment(tx, draft.equipment)
    expectCurrent(await saveCrewTemplate(tx, templateId, version, draft), before)
    return await told(tx, templateId)
  },
)

type Archiving = { templateId: Id; version: number; archived: boolean }

export const archiveCrewTemplate = command(
  'productions.archive-crew-template',
  write,
  async (tx, { templateId, version, archived }: Archiving): Promise<CrewTemplate> => {
    const before = found(await findCrewTemplate(tx, templateId), 'crew template')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markCrewTemplateArchived(tx, templateId, version, archivedAt), before)
    return await told(tx, templateId)
  },
)

/** A shipped crew as a template of the organisation, in its language; skills it does not know yet are added. */
export const adoptCrewPack = command(
  'productions.adopt-crew-pack',
  write,
  async (tx, { key }: { key: string }): Promise<CrewTemplate> => {
    const { language } = tx.actor
    const pack = found(packOf(key), 'crew pack')
    const skillIds = await skillsFor(tx, new Set(pack.lines.map(({ role }) => roles[role].craft)))
    const lines = pack.lines.map(({ role, headcount, mandatory = true, kinds = [] }): CrewLine => {
      const { craft, level, department } = roles[role]
      return {
        label: roles[role][language],
        skills: [{ skillId: skillIds.get(craft) ?? '', level }],
        certificationKindIds: [],
        headcount,
        mandatory,
        kinds: [...kinds],
        department,
      }
    })
    const templateId = tx.newId()
    await insertCrewTemplate(tx, templateId, { name: pack[language], lines, equipment: [] })
    return await told(tx, templateId)
  },
)

async function skillsFor(tx: Tx, needed: ReadonlySet<Craft>): Promise<Map<Craft, Id>> {
  const { language } = tx.actor
  const there = await allSkills(tx, { archived: false })
  const ids = new Map<Craft, Id>()
  for (const craft of needed) {
    const { code } = crafts[craft]
    const name = crafts[craft][language]
    const known = there.find((skill) => skill.code === code || isCalled(skill.name, name))
    ids.set(craft, known?.id ?? (await createSkill.run(tx, { code, name })).id)
  }
  return ids
}

const isCalled = (a: string, b: string, language: Language = 'fr'): boolean =>
  a.localeCompare(b, language, { sensitivity: 'base' }) === 0
