// The organisation's own catalogue: priorities, and templates of the work it does again and again.
import { z } from 'zod'
import { equipmentNeeds } from './equipment.ts'
import { colour, endpoint, id, instant, page, pageQuery, text, version } from './kernel.ts'
import { certificationKindIds, skillLevels } from './skills.ts'

/** recurrent (récurrente), seasonal (saisonnière), urgent (urgente), one_off (ponctuelle). */
export const category = z.enum(['recurrent', 'seasonal', 'urgent', 'one_off'])
export type Category = z.infer<typeof category>

/** Names of icons a priority may carry, so that colour is never the only sign. */
export const priorityIcon = z.enum([
  'zap',
  'flame',
  'alert',
  'repeat',
  'clipboard-check',
  'clock',
  'star',
  'flag',
  'circle',
])

/** Rank 1 is planned first; two priorities may share a rank. */
export const priorityDraft = z.object({
  name: text(80),
  rank: z.int().min(1).max(99),
  colour,
  icon: priorityIcon.default('flag'),
})
export type PriorityDraft = z.infer<typeof priorityDraft>
export const priority = priorityDraft.extend({ id, version, archivedAt: instant.nullable() })
export type Priority = z.infer<typeof priority>

/** Material the work needs, e.g. 2 kg of chlorine. */
export const requiredProduct = z.object({
  label: text(200),
  quantity: z.number().positive().max(1_000_000).default(1),
  unit: z.string().trim().max(20).default(''),
})
export type RequiredProduct = z.infer<typeof requiredProduct>

/**
 * Seats of one kind on the work: role, what its holder must know and hold (besides what the whole work
 * asks for), how many. Work with a mandatory seat empty is not done; the others are nice to have.
 */
export const positionDraft = z.object({
  label: z.string().trim().max(120).default(''),
  skills: skillLevels.default([]),
  certificationKindIds: certificationKindIds.default([]),
  mandatory: z.boolean().default(true),
  headcount: z.int().min(1).max(200).default(1),
})
export type PositionDraft = z.infer<typeof positionDraft>

/** Whole minutes; 0 is refused, for it books nobody's time. At most 30 days. */
export const durationMinutes = z.int().min(1).max(43_200)

/** Work done again and again; a work order made from it starts with its values. `nature` is a free word, e.g. maintenance. */
export const templateDraft = z.object({
  name: text(200),
  nature: z.string().trim().max(80).default(''),
  category: category.default('recurrent'),
  durationMinutes,
  priorityId: id.nullable().default(null),
  skills: skillLevels.default([]),
  certificationKindIds: certificationKindIds.default([]),
  requiredProducts: z.array(requiredProduct).max(100).default([]),
  equipment: equipmentNeeds.default([]),
  positions: z.array(positionDraft).max(60).default([]),
  instructions: z.string().trim().max(10_000).default(''),
  /** Forms its work fills in, in this order. */
  formIds: z.array(id).max(10).default([]),
})
export type TemplateDraft = z.infer<typeof templateDraft>
export const template = templateDraft.extend({ id, version, archivedAt: instant.nullable() })
export type Template = z.infer<typeof template>

const tag = 'Catalogue'
const archiving = z.object({ version, archived: z.boolean().default(true) })
const archived = z.stringbool().default(false)
const priorityParams = z.object({ priorityId: id })
const templateParams = z.object({ templateId: id })

export const listPriorities = endpoint({
  method: 'GET',
  path: '/api/priorities',
  tag,
  summary: 'Priorities, the most urgent first',
  query: z.object({ archived }),
  returns: z.array(priority),
})
export const createPriority = endpoint({
  method: 'POST',
  path: '/api/priorities',
  tag,
  summary: 'Add a priority',
  body: priorityDraft,
  returns: priority,
  status: 201,
})
export const updatePriority = endpoint({
  method: 'PATCH',
  path: '/api/priorities/:priorityId',
  tag,
  summary: 'Change a priority',
  params: priorityParams,
  body: priorityDraft.extend({ version }),
  returns: priority,
})
export const archivePriority = endpoint({
  method: 'POST',
  path: '/api/priorities/:priorityId/archive',
  tag,
  summary: 'Archive a priority, or bring it back',
  params: priorityParams,
  body: archiving,
  returns: priority,
})
export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/templates',
  tag,
  summary: 'Intervention templates by name',
  query: pageQuery.extend({ archived, category: category.optional() }),
  returns: page(template),
})
export const getTemplate = endpoint({
  method: 'GET',
  path: '/api/templates/:templateId',
  tag,
  summary: 'One intervention template',
  params: templateParams,
  returns: template,
})
export const createTemplate = endpoint({
  method: 'POST',
  path: '/api/templates',
  tag,
  summary: 'Add an intervention template',
  body: templateDraft,
  returns: template,
  status: 201,
})
export const updateTemplate = endpoint({
  method: 'PATCH',
  path: '/api/templates/:templateId',
  tag,
  summary: 'Change an intervention template',
  params: templateParams,
  body: templateDraft.extend({ version }),
  returns: template,
})
export const archiveTemplate = endpoint({
  method: 'POST',
  path: '/api/templates/:templateId/archive',
  tag,
  summary: 'Archive an intervention template, or bring it back',
  params: templateParams,
  body: archiving,
  returns: template,
})

/** What happened here, as told on the live stream. */
export const catalogEvents = {
  priority_changed: z.object({ priorityId: id, name: z.string() }),
  template_changed: z.object({ templateId: id, name: z.string() }),
}
