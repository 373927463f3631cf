// Productions: a show's stages, its phases with the crew each needs, and how far that crew is covered.
import { z } from 'zod'
import { positionDraft } from './catalog.ts'
import { equipmentNeed, equipmentNeeds } from './equipment.ts'
import { expected } from './fault-sentence.ts'
import { address, endpoint, id, instant, localDate, text, version } from './kernel.ts'
import { keptPerson } from './planning-equipment.ts'
import { dependency, positionGroup, project, workOrderStatus } from './work-orders.ts'

/** The steps of a show, in the order in which they usually come. */
export const phaseKind = z.enum([
  'loading',
  'set_up',
  'rigging',
  'focus',
  'sound_check',
  'rehearsal',
  'show',
  'changeover',
  'strike',
  'return',
])
export type PhaseKind = z.infer<typeof phaseKind>

/** Whose work it is. */
export const department = z.enum([
  'sound',
  'light',
  'video',
  'rigging',
  'power',
  'set',
  'stage',
  'backline',
  'logistics',
])
export type Department = z.infer<typeof department>

type Names<Key extends string> = Readonly<Record<Key, { readonly fr: string; readonly en: string }>>

/** What the trade calls them. */
export const phaseKindNames: Names<PhaseKind> = {
  loading: { fr: 'Chargement', en: 'Loading' },
  set_up: { fr: 'Montage', en: 'Set-up' },
  rigging: { fr: 'Accroche', en: 'Rigging' },
  focus: { fr: 'Pointage', en: 'Focus' },
  sound_check: { fr: 'Balances', en: 'Sound check' },
  rehearsal: { fr: 'Répétition', en: 'Rehearsal' },
  show: { fr: 'Exploitation', en: 'Show' },
  changeover: { fr: 'Changement de plateau', en: 'Changeover' },
  strike: { fr: 'Démontage', en: 'Strike' },
  return: { fr: 'Retour', en: 'Return' },
}
export const departmentNames: Names<Department> = {
  sound: { fr: 'Son', en: 'Sound' },
  light: { fr: 'Lumière', en: 'Light' },
  video: { fr: 'Vidéo', en: 'Video' },
  rigging: { fr: 'Accroche', en: 'Rigging' },
  power: { fr: 'Énergie', en: 'Power' },
  set: { fr: 'Décor', en: 'Set' },
  stage: { fr: 'Plateau', en: 'Stage' },
  backline: { fr: 'Backline', en: 'Backline' },
  logistics: { fr: 'Logistique', en: 'Logistics' },
}

/** A stage, a hall, a workshop of the production; `siteId`: where it stands. */
export const stageDraft = z.object({ name: text(120), siteId: id })
export type StageDraft = z.infer<typeof stageDraft>
export const stage = stageDraft.extend({
  id,
  version,
  siteName: z.string(),
  address,
  accessInstructions: z.string(),
})
export type Stage = z.infer<typeof stage>

const LONGEST_MS = 30 * 86_400_000

const phaseFields = z.object({
  stageId: id,
  kind: phaseKind,
  name: z.string().trim().max(120).default(''),
  department: department.nullable().default(null),
  startsAt: instant,
  endsAt: instant,
  positions: z.array(positionGroup).max(60).default([]),
  dependencies: z.array(dependency).max(50).default([]),
  equipment: equipmentNeeds.default([]),
})
type Hours = Pick<z.infer<typeof phaseFields>, 'startsAt' | 'endsAt'>

/** A phase takes at least a minute and at most 30 days. */
export function lastsAWhile({ startsAt, endsAt }: Hours, context: z.RefinementCtx): void {
  const length = Date.parse(endsAt) - Date.parse(startsAt)
  const says = (fr: string, en: string) =>
    context.addIssue({ code: 'custom', path: ['endsAt'], ...expected(fr, en) })
  if (length < 60_000) says('La fin doit suivre le début.', 'It must end after it starts.')
  else if (length > LONGEST_MS)
    says('Une phase dure 30 jours au plus.', 'A phase lasts 30 days at most.')
}

/**
 * A phase of one stage with its crew, from `startsAt` to `endsAt`: 1 minute to 30 days. `dependencies` name
 * phases of the same production that must be over (and `lagMinutes` passed) before it starts. Null department:
 * everybody's. Empty `name`: the phase is called by its kind.
 */
export const phaseDraft = phaseFields.superRefine(lastsAWhile)
export type PhaseDraft = z.infer<typeof phaseDraft>

/** `offered`: somebody is on it who has not said yes, or does not know yet. */
export const coverage = z.enum(['covered', 'offered', 'uncovered'])
export type Coverage = z.infer<typeof coverage>

/** A seat of a phase and who holds it; `startsAt` and `endsAt` are that person's hours, the phase's when it is empty. */
export const crewSeat = z.object({
  positionId: id,
  label: z.string(),
  mandatory: z.boolean(),
  coverage,
  assignmentId: id.nullable(),
  assignmentVersion: version.nullable(),
  technicianId: id.nullable(),
  technicianName: z.string().nullable(),
  /** Runs leave it alone, and nobody moves it before it is unlocked. */
  locked: z.boolean(),
  startsAt: instant,
  endsAt: instant,
})
export type CrewSeat = z.infer<typeof crewSeat>

/** A phase is a work order of the project: `id`, `version` and `reference` are the work order's. */
export const phase = z.object({
  id,
  version,
  reference: z.string(),
  status: workOrderStatus,
  title: z.string(),
  stageId: id,
  kind: phaseKind,
  name: z.string(),
  department: department.nullable(),
  startsAt: instant,
  endsAt: instant,
  positions: z.array(positionGroup),
  dependencies: z.array(dependency),
  equipment: equipmentNeeds,
  seats: z.array(crewSeat),
})
export type Phase = z.infer<typeof phase>

/** Somebody who is on two phases at once. */
export const overlap = z.object({
  technicianId: id,
  technicianName: z.string(),
  phaseIds: z.tuple([id, id]),
})

/** A phase that begins before what it waits for is over; `minutes`: by how much. */
export const earlyStart = z.object({ phaseId: id, afterId: id, minutes: z.int() })

/** Equipment of which a phase, with what else holds it then (`others`, in words), needs more than there is. */
export const phaseShortage = z.object({
  phaseId: id,
  name: z.string(),
  startsAt: instant,
  endsAt: instant,
  used: z.int(),
  count: z.int(),
  others: z.array(z.string()),
})

/** A production as a whole. `criticalPath`: of all chains of phases that wait for each other, the one that takes longest. */
export const production = z.object({
  project: project.pick({
    id: true,
    code: true,
    name: true,
    clientName: true,
    startsOn: true,
    endsOn: true,
    budgetCode: true,
  }),
  stages: z.array(stage),
  phases: z.array(phase),
  overlaps: z.array(overlap),
  earlyStarts: z.array(earlyStart),
  shortages: z.array(phaseShortage),
  /** People of the crew whom a booking beside the plan keeps, or whose own vehicle it takes away. */
  kept: z.array(keptPerson),
  criticalPath: z.array(id),
})
export type Production = z.infer<typeof production>

/** Seats a crew brings to phases of these `kinds` (none named: all) and of this department (null: any). */
export const crewLine = positionDraft.extend({
  label: text(120),
  kinds: z.array(phaseKind).max(10).default([]),
  department: department.nullable().default(null),
})
export type CrewLine = z.infer<typeof crewLine>
/** Equipment a crew brings to phases of these `kinds` (none named: all). */
export const crewNeed = equipmentNeed.extend({
  kinds: z.array(phaseKind).max(10).default([]),
})
export type CrewNeed = z.infer<typeof crewNeed>
export const crewTemplateDraft = z.object({
  name: text(120),
  lines: z.array(crewLine).min(1).max(60),
  equipment: z.array(crewNeed).max(50).default([]),
})
export type CrewTemplateDraft = z.infer<typeof crewTemplateDraft>
export const crewTemplate = crewTemplateDraft.extend({
  id,
  version,
  archivedAt: instant.nullable(),
})
export type CrewTemplate = z.infer<typeof crewTemplate>

/** A crew the program ships, in words: `headcount` × `role`. */
export const crewPack = z.object({
  key: z.string(),
  name: z.string(),
  lines: z.array(z.object({ role: z.string(), headcount: z.int(), mandatory: z.boolean() })),
})
export type CrewPack = z.infer<typeof crewPack>

const tag = 'Productions'
const projectParams = z.object({ projectId: id })
const stageParams = projectParams.extend({ stageId: id })
const phaseParams = projectParams.extend({ phaseId: id })
const templateParams = z.object({ templateId: id })
const versioned = z.object({ version })

export const getProduction = endpoint({
  method: 'GET',
  path: '/api/projects/:projectId/production',
  tag,
  summary: 'Stages, phases and how far their crew is covered',
  params: projectParams,
  returns: production,
})
export const addStage = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages',
  tag,
  summary: 'Add a stage',
  params: projectParams,
  body: stageDraft,
  returns: production,
  status: 201,
})
export const updateStage = endpoint({
  method: 'PATCH',
  path: '/api/projects/:projectId/stages/:stageId',
  tag,
  summary: 'Change a stage; its phases move to its site',
  params: stageParams,
  body: stageDraft.extend({ version }),
  returns: production,
})
export const removeStage = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/stages/:stageId/remove',
  tag,
  summary: 'Remove a stage that has no phase left',
  params: stageParams,
  body: versioned,
  returns: production,
})
export const addPhase = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/phases',
  tag,
  summary: 'Add a phase: a work order with its crew',
  params: projectParams,
  body: phaseDraft,
  returns: production,
  status: 201,
})
export const updatePhase = endpoint({
  method: 'PATCH',
  path: '/api/projects/:projectId/phases/:phaseId',
  tag,
  summary: 'Change a phase, its hours or its crew',
  params: phaseParams,
  body: phaseFields.extend({ version }).superRefine(lastsAWhile),
  returns: production,
})
export const cancelPhase = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/phases/:phaseId/cancel',
  tag,
  summary: 'Cancel a phase; who was on it is free again',
  params: phaseParams,
  body: versioned.extend({ reason: z.string().trim().max(500).default('') }),
  returns: production,
})
export const applyCrew = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/crew',
  tag,
  summary: 'Give phases the crew of a template; all phases when none is named',
  params: projectParams,
  body: z.object({
    templateId: id,
    phaseIds: z.array(id).max(500).default([]),
    /** The crew that is there stays, and the template adds what is missing of each role. */
    keep: z.boolean().default(true),
  }),
  returns: production,
})
export const copyDay = endpoint({
  method: 'POST',
  path: '/api/projects/:projectId/copy-day',
  tag,
  summary: 'Repeat the phases of a day, with crew and order, at the same hours of other days',
  params: projectParams,
  body: z.object({ from: localDate, to: z.array(localDate).min(1).max(60) }),
  returns: production,
})
export const listCrewTemplates = endpoint({
  method: 'GET',
  path: '/api/crew-templates',
  tag,
  summary: 'Crew templates by name',
  query: z.object({ archived: z.stringbool().default(false) }),
  returns: z.array(crewTemplate),
})
export const createCrewTemplate = endpoint({
  method: 'POST',
  path: '/api/crew-templates',
  tag,
  summary: 'Add a crew template',
  body: crewTemplateDraft,
  returns: crewTemplate,
  status: 201,
})
export const updateCrewTemplate = endpoint({
  method: 'PATCH',
  path: '/api/crew-templates/:templateId',
  tag,
  summary: 'Change a crew template',
  params: templateParams,
  body: crewTemplateDraft.extend({ version }),
  returns: crewTemplate,
})
export const archiveCrewTemplate = endpoint({
  method: 'POST',
  path: '/api/crew-templates/:templateId/archive',
  tag,
  summary: 'Archive a crew template, or bring it back',
  params: templateParams,
  body: versioned.extend({ archived: z.boolean().default(true) }),
  returns: crewTemplate,
})
export const listCrewPacks = endpoint({
  method: 'GET',
  path: '/api/crew-packs',
  tag,
  summary: 'Crews the program ships, to begin with',
  returns: z.array(crewPack),
})
export const adoptCrewPack = endpoint({
  method: 'POST',
  path: '/api/crew-packs/:key/adopt',
  tag,
  summary: 'Make a crew template of a shipped crew; skills that are missing are added',
  params: z.object({ key: z.string() }),
  returns: crewTemplate,
  status: 201,
})

/** What happened here, as told on the live stream. */
export const productionEvents = {
  production_changed: z.object({ projectId: id, name: z.string() }),
  crew_template_changed: z.object({ templateId: id, name: z.string() }),
}
