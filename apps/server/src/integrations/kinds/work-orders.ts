// Lines about work orders at sites that are known already.
import { createHash } from 'node:crypto'
import type { Template } from '@regie/contract/catalog'
import type { Bilingual, ImportChoices } from '@regie/contract/integrations'
import type { WorkOrderDraft } from '@regie/contract/work-orders'
import { type Outcome, tallyOf } from '../../platform/merge.ts'
import type { Tx } from '../../platform/work.ts'
import {
  applyWorkOrders,
  planWorkOrders,
  type WorkOrderPatch,
  type WorkOrderRefusal,
} from '../../work-orders/index.ts'
import type { Intake, IntakePlan, Line } from '../intake.ts'
import { given } from '../line-parts.ts'
import { anyText, duration, email, oneOf, phone, wholeBetween } from '../reading.ts'
import { type Directory, openDirectory } from './directory.ts'
import { sayRefusal } from './refusals.ts'
import { openSkillBook, type SkillBook } from './skill-book.ts'
import { workOrderFields } from './work-order-fields.ts'
import { readMoments } from './work-order-moments.ts'

export const workOrders: Intake = {
  kind: 'work-orders',
  permission: 'work-orders.write',
  fields: workOrderFields,
  identity: () => 'externalId',
  complete: (mapping) => mapping,
  plan,
}

const category = oneOf({
  recurrent: ['récurrente', 'récurrent', 'régulière', 'contrat', 'entretien'],
  seasonal: ['saisonnière', 'saisonnier', 'saison'],
  urgent: ['urgente', 'urgence', 'dépannage'],
  one_off: ['ponctuelle', 'ponctuel', 'one-off', 'unique'],
})

type Books = {
  readonly directory: Directory
  readonly skills: SkillBook
  readonly timeZone: string
}

function readWorkOrder(line: Line, books: Books): WorkOrderPatch | undefined {
  const { directory, skills } = books
  const siteId = directory.readSite(line)
  const template = directory.readTemplate(line)
  const title = line.read('title', anyText(200)) ?? template?.name
  if (!title && !line.text('template'))
    line.fault('title', { fr: 'un intitulé ou un modèle', en: 'a title or a template' })
  const changes = given<WorkOrderPatch['changes']>({
    ...readMoments(line, books.timeZone),
    description: line.read('description', anyText(10_000)),
    nature: line.read('nature', anyText(80)),
    category: line.read('category', category),
    notes: line.read('notes', anyText(10_000)),
    durationMinutes: line.read('duration', duration),
    templateId: template?.id,
    projectId: directory.readProject(line),
    priorityId: directory.readPriority(line)?.id,
    skills: skills.readSkills(line, 'skills'),
    certificationKindIds: skills
      .readCertifications(line, 'certifications')
      ?.map(({ kindId }) => kindId),
    contact: readContact(line),
  })
  const headcount = line.read('headcount', wholeBetween(1, 200))
  const identifier = line.read('externalId', anyText(100))
  if (line.faults.length || !siteId || !title) return undefined
  const externalId = identifier ?? fingerprintOf(siteId, title, changes)
  return {
    externalId,
    siteId,
    title,
    first: template ? fromTemplate(template) : {},
    changes,
    headcount,
  }
}

/** A line without identifier is the same work when place, title and moment are: it never comes twice. */
const fingerprintOf = (siteId: string, title: string, changes: WorkOrderPatch['changes']): string =>
  `csv-${createHash('sha256')
    .update(JSON.stringify([siteId, title, changes.windows, changes.earliestAt, changes.dueAt]))
    .digest('hex')
    .slice(0, 24)}`

function readContact(line: Line): WorkOrderDraft['contact'] | undefined {
  const contact = {
    name: line.read('contact.name', anyText(200)) ?? '',
    phone: line.read('contact.phone', phone) ?? '',
    email: line.read('contact.email', email) ?? '',
  }
  return contact.name || contact.phone || contact.email ? contact : undefined
}

const fromTemplate = (template: Template): WorkOrderPatch['first'] => ({
  nature: template.nature,
  category: template.category,
  durationMinutes: template.durationMinutes,
  priorityId: template.priorityId,
  skills: template.skills,
  certificationKindIds: template.certificationKindIds,
  requiredProducts: template.requiredProducts,
  equipment: template.equipment,
  positions: template.positions.map((position) => ({ ...position, positionIds: [] })),
  description: template.instructions,
})

async function plan(tx: Tx, lines: readonly Line[], _choices: ImportChoices): Promise<IntakePlan> {
  // Skills that no technician has would make work that nobody can do: they are never added from here.
  const books = {
    directory: await openDirectory(tx, lines),
    skills: await openSkillBook(tx, false),
    timeZone: tx.actor.timeZone,
  }
  const sound = lines.flatMap((line) => {
    const patch = readWorkOrder(line, books)
    return patch ? [{ line, patch }] : []
  })
  const planned = await planWorkOrders(
    tx,
    sound.map(({ patch }) => patch),
  )
  const outcomes = new Map<Line, Outcome>()
  for (const [index, { line }] of sound.entries()) {
    const result = planned.lines[index]
    if (!result) continue
    if ('reason' in result) refuse(line, result, (first) => sound[first]?.line.number ?? 0)
    else outcomes.set(line, result.outcome)
  }
  return {
    outcomes,
    tallies: { 'work-orders': tallyOf(planned.workOrders) },
    withoutPosition: [],
    apply: () => applyWorkOrders(tx, planned),
  }
}

const SETTLED: Bilingual = {
  fr: 'une intervention encore ouverte (celle-ci est faite, close ou annulée)',
  en: 'a work order that is still open (this one is done, closed or cancelled)',
}

function refuse(line: Line, refusal: WorkOrderRefusal, lineOf: (index: number) => number): void {
  const identity = line.text('externalId') ? 'externalId' : 'title'
  if (refusal.reason === 'settled') line.fault(identity, SETTLED, refusal.status)
  else if (refusal.reason === 'contradicts')
    for (const { fr, en } of refusal.faults)
      line.fault(fr.path.startsWith('windows') ? 'endTime' : 'due', {
        fr: fr.expected,
        en: en.expected,
      })
  else line.fault(identity, sayRefusal(refusal, lineOf))
}
