// Projects and work orders: the work that is asked for, until it is done, validated and closed.
import { z } from 'zod'
import {
  category,
  durationMinutes,
  positionDraft,
  requiredProduct,
  type Template,
} from './catalog.ts'
import { equipmentNeeds } from './equipment.ts'
import { expected, pattern } from './fault-sentence.ts'
import {
  endpoint,
  id,
  instant,
  localDate,
  page,
  pageQuery,
  position,
  text,
  version,
} from './kernel.ts'
import { phoneDraft } from './phone.ts'
import { certificationKindIds, skillLevels } from './skills.ts'

const externalId = z.string().trim().min(1).max(100).nullable().default(null)
const notes = z.string().trim().max(10_000).default('')

export const projectKind = z.enum(['tour', 'production', 'other'])
/**
 * A show, a tour, a building site. Null `code`: `PROJ-<today>` is issued; a code never changes once issued.
 * `budgetCode`: the line of the accounts that pays for it.
 */
export const projectDraft = z.object({
  externalId,
  code: pattern(
    /^[A-Z0-9][A-Z0-9-]{1,39}$/,
    '2 à 40 majuscules, chiffres et tirets sont attendus.',
    '2 to 40 capital letters, digits and hyphens are expected.',
  )
    .trim()
    .nullable()
    .default(null),
  name: text(200),
  kind: projectKind.default('other'),
  clientId: id.nullable().default(null),
  startsOn: localDate.nullable().default(null),
  endsOn: localDate.nullable().default(null),
  budgetCode: z.string().trim().max(60).default(''),
  notes,
})
export type ProjectDraft = z.infer<typeof projectDraft>
export const project = projectDraft.extend({
  id,
  version,
  code: z.string(),
  clientName: z.string().nullable(),
  workOrderCount: z.int(),
  archivedAt: instant.nullable(),
})
export type Project = z.infer<typeof project>

/** requested → qualified → planned → in_progress → done → validated → closed, or cancelled. */
export const workOrderStatus = z.enum([
  'requested',
  'qualified',
  'planned',
  'in_progress',
  'done',
  'validated',
  'closed',
  'cancelled',
])
export type WorkOrderStatus = z.infer<typeof workOrderStatus>

/** A stretch of time in which the work may be done, start and end included in it. */
export const timeWindow = z
  .object({ from: instant, until: instant })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    path: ['until'],
    ...expected('La fin doit suivre le début.', 'It must end after it starts.'),
  })
export type TimeWindow = z.infer<typeof timeWindow>

/** The work starts only once `afterId` is finished and `lagMinutes` have passed. */
export const dependency = z.object({
  afterId: id,
  lagMinutes: z.int().min(0).max(43_200).default(0),
})
export type Dependency = z.infer<typeof dependency>

/** Seats of one kind; `positionIds` are its seats in order (kept when they are sent back, new ones are made as needed). */
export const positionGroup = positionDraft.extend({ positionIds: z.array(id).max(200).default([]) })
export type PositionGroup = z.infer<typeof positionGroup>

/** Whom to ask for at the site. */
export const siteContact = z.object({
  name: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(40).default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
})

/**
 * The work asked for at one site. Several `windows` are alternatives; none: any time from `earliestAt` on.
 * It should be done by `dueAt`: later is possible and costs more with every hour. `skills` and `certificationKindIds` are asked of everybody on it, those of a
 * position besides. No position: one is made. Null `durationMinutes`: not known yet, so not plannable.
 */
export const workOrderDraft = z.object({
  externalId,
  siteId: id,
  assetIds: z.array(id).max(200).default([]),
  projectId: id.nullable().default(null),
  templateId: id.nullable().default(null),
  title: text(200),
  description: z.string().trim().max(10_000).default(''),
  nature: z.string().trim().max(80).default(''),
  category: category.default('one_off'),
  priorityId: id.nullable().default(null),
  durationMinutes: durationMinutes.nullable().default(null),
  windows: z.array(timeWindow).max(50).default([]),
  earliestAt: instant.nullable().default(null),
  dueAt: instant.nullable().default(null),
  skills: skillLevels.default([]),
  certificationKindIds: certificationKindIds.default([]),
  positions: z.array(positionGroup).max(60).default([]),
  dependencies: z.array(dependency).max(50).default([]),
  requiredProducts: z.array(requiredProduct).max(100).default([]),
  /** Held from the first of its people to the last, once however many they are. */
  equipment: equipmentNeeds.default([]),
  contact: siteContact.prefault({}),
  notes,
})
export type WorkOrderDraft = z.infer<typeof workOrderDraft>

/** The same as people enter it: what was noted before numbers were checked stays readable, not writable. */
export const workOrderAsked = workOrderDraft.extend({
  contact: siteContact.extend({ phone: phoneDraft }).prefault({}),
})

/** A work order as its template has it; what `given` says goes first. */
export const draftFromTemplate = (
  template: Template,
  given: Partial<WorkOrderDraft> & Pick<WorkOrderDraft, 'siteId'>,
): WorkOrderDraft =>
  workOrderDraft.parse({
    templateId: template.id,
    title: template.name,
    description: template.instructions,
    nature: template.nature,
    category: template.category,
    priorityId: template.priorityId,
    durationMinutes: template.durationMinutes,
    skills: template.skills,
    certificationKindIds: template.certificationKindIds,
    positions: template.positions,
    requiredProducts: template.requiredProducts,
    equipment: template.equipment,
    ...given,
  })

/** What is missing before the program may plan the work by itself. */
export const gap = z.enum(['no_position', 'no_duration', 'no_skill', 'no_priority'])
export type Gap = z.infer<typeof gap>

/** `reference` is the mission's unique name, e.g. `PROJ-2026-11-21-T01`; it and `number` never change. */
export const workOrder = workOrderDraft.extend({
  id,
  version,
  number: z.int(),
  reference: z.string(),
  status: workOrderStatus,
  gaps: z.array(gap),
  createdAt: instant,
  cancelReason: z.string(),
  clientId: id,
  clientName: z.string(),
  siteName: z.string(),
  siteCity: z.string(),
  sitePosition: position.nullable(),
  projectCode: z.string().nullable(),
})
export type WorkOrder = z.infer<typeof workOrder>

/** One line of a list or of the backlog. */
export const workOrderLine = workOrder
  .pick({
    id: true,
    version: true,
    number: true,
    reference: true,
    externalId: true,
    title: true,
    status: true,
    category: true,
    priorityId: true,
    durationMinutes: true,
    windows: true,
    earliestAt: true,
    dueAt: true,
    gaps: true,
    siteId: true,
    siteName: true,
    siteCity: true,
    sitePosition: true,
    clientId: true,
    clientName: true,
    projectId: true,
    projectCode: true,
    templateId: true,
    skills: true,
    certificationKindIds: true,
  })
  .extend({ headcount: z.int() })
export type WorkOrderLine = z.infer<typeof workOrderLine>

const tag = 'Work orders'
const projectParams = z.object({ projectId: id })
const workOrderParams = z.object({ workOrderId: id })
const commaList = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(item))
    .optional()

export const listProjects = endpoint({
  method: 'GET',
  path: '/api/projects',
  tag,
  summary: 'Projects, the latest first',
  query: pageQuery.extend({
    archived: z.stringbool().default(false),
    clientId: id.optional(),
    kind: projectKind.optional(),
  }),
  returns: page(project),
})
export const getProject = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId',
  tag,
  summary: 'One project',
  params: projectParams,
  returns: project,
})
export const createProject = endpoint({
  method: 'POST',
  path: '/api/projects',
  tag,
  summary: 'Add a project',
  body: projectDraft,
  returns: project,
  status: 201,
})
export const updateProject = endpoint({
  method: 'PATCH',
  path: '/api/projects/:projectId',
  tag,
  summary: 'Change a project; its code stays',
  params: projectParams,
  body: projectDraft.omit({ code: true }).extend({ version }),
  returns: project,
})
export const archiveProject = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/archive',
  tag,
  summary: 'Archive a project, or bring it back',
  params: projectParams,
  body: z.object({ version, archived: z.boolean().default(true) }),
  returns: project,
})

/**
 * `status` and `priorityId` take several values with commas between. `from` and `until` (local days, both
 * included) keep what may be done in between. Sort `recent`: latest number first; `urgent`: by rank of the
 * priority, then by due instant (the backlog).
 */
export const listWorkOrders = endpoint({
  method: 'GET',
  path: '/api/work-orders',
  tag,
  summary: 'Work orders, with filters; search ignores accents and case',
  query: pageQuery.extend({
    status: commaList(workOrderStatus),
    category: category.optional(),
    priorityId: commaList(id),
    projectId: id.optional(),
    templateId: id.optional(),
    siteId: id.optional(),
    clientId: id.optional(),
    skillId: id.optional(),
    gaps: z.enum(['some', 'none']).optional(),
    from: localDate.optional(),
    until: localDate.optional(),
    sort: z.enum(['recent', 'urgent']).default('recent'),
  }),
  returns: page(workOrderLine),
})
export const countWorkOrders = endpoint({
  method: 'GET',
  path: '/api/work-orders/counts',
  tag,
  summary: 'How many work orders stand in each status',
  returns: z.record(workOrderStatus, z.int()),
})
export const getWorkOrder = endpoint({
  method: 'GET',
  path: '/api/work-orders/:workOrderId',
  tag,
  summary: 'One work order',
  params: workOrderParams,
  returns: workOrder,
})
/** Starts `qualified` when its duration is known, else (or when asked) `requested`. */
export const createWorkOrder = endpoint({
  method: 'POST',
  path: '/api/work-orders',
  tag,
  summary: 'Add a work order',
  body: workOrderAsked.extend({ status: z.enum(['requested', 'qualified']).optional() }),
  returns: workOrder,
  status: 201,
})
export const updateWorkOrder = endpoint({
  method: 'PATCH',
  path: '/api/work-orders/:workOrderId',
  tag,
  summary: 'Change a work order',
  params: workOrderParams,
  body: workOrderAsked.extend({ version }),
  returns: workOrder,
})
const transition = (
  verb: 'qualify' | 'cancel' | 'reopen' | 'validate' | 'close',
  summary: string,
) =>
  endpoint({
    method: 'POST',
    path: `/api/work-orders/:workOrderId/${verb}`,
    tag,
    summary,
    params: workOrderParams,
    body: z.object({ version, reason: z.string().trim().max(500).default('') }),
    returns: workOrder,
  })
export const qualifyWorkOrder = transition('qualify', 'A request is understood and may be planned')
export const cancelWorkOrder = transition('cancel', 'Cancel a work order')
export const reopenWorkOrder = transition(
  'reopen',
  'Bring a cancelled or done work order back to be planned',
)
export const validateWorkOrder = transition('validate', 'Accept what was done')
export const closeWorkOrder = transition('close', 'Close a validated work order for good')

const told = z.object({
  workOrderId: id,
  reference: z.string(),
  title: z.string(),
  siteId: id,
  projectId: id.nullable(),
})

/** What happened here, as told on the live stream. */
export const workOrderEvents = {
  project_created: z.object({ projectId: id, code: z.string(), name: z.string() }),
  project_changed: z.object({ projectId: id, code: z.string(), name: z.string() }),
  work_order_created: told.extend({ status: workOrderStatus }),
  work_order_changed: told.extend({ status: workOrderStatus, removedPositionIds: z.array(id) }),
  work_order_moved: told.extend({ from: workOrderStatus, to: workOrderStatus, reason: z.string() }),
}
