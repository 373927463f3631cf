// Four weeks of visits: every basin weekly, everything else once a month, and what broke down.
import type { Tx } from '../../platform/work.ts'
import { applyWorkOrders, planWorkOrders, type WorkOrderPatch } from '../../work-orders/index.ts'
import { createRandom } from '../random.ts'
import type { Week } from '../week.ts'
import type { Facility } from './facilities.ts'
import type { Template, Templates } from './templates.ts'

const WEEKS = 4

/** Of which template a facility's monthly visit is. */
function monthly(kind: Facility['kind'], index: number, templates: Templates): Template {
  if (kind === 'pool') return templates.filtration
  if (kind === 'court') return templates.court
  if (kind === 'pitch') return templates.pitch
  const halls = [
    templates.lighting,
    templates.floor,
    templates.ventilation,
    templates.floor,
  ] as const
  return halls[index % halls.length] ?? templates.floor
}

const visit = (
  { siteId, code }: Facility,
  { id, name, requiredProducts, instructions, ...template }: Template,
  label: string,
  when: Pick<WorkOrderPatch['changes'], 'earliestAt' | 'dueAt' | 'windows'>,
): WorkOrderPatch => ({
  externalId: `${label}-${code}`,
  siteId,
  title: name,
  first: {},
  changes: {
    templateId: id,
    nature: template.nature,
    category: template.category,
    durationMinutes: template.durationMinutes,
    priorityId: template.priorityId,
    skills: template.skills,
    certificationKindIds: template.certificationKindIds,
    requiredProducts,
    description: instructions,
    ...when,
  },
})

/** From Monday morning to Sunday evening of one of the weeks. */
const within = (week: Week, number: number) => ({
  earliestAt: week.at(7 * number, '06:00'),
  dueAt: week.at(7 * number + 6, '20:00'),
})

export async function makeVisits(
  tx: Tx,
  week: Week,
  facilities: readonly Facility[],
  templates: Templates,
): Promise<void> {
  const random = createRandom(85)
  const patches: WorkOrderPatch[] = []
  for (const [index, facility] of facilities.entries()) {
    if (facility.kind === 'pool')
      for (let number = 0; number < WEEKS; number++)
        patches.push(visit(facility, templates.pool, `S${number + 1}`, within(week, number)))
    const number = random.below(WEEKS)
    patches.push(
      visit(facility, monthly(facility.kind, index, templates), 'M', within(week, number)),
    )
  }
  await applyWorkOrders(
    tx,
    await planWorkOrders(tx, [...patches, ...repairs(week, facilities, templates)]),
  )
}

/** Due within two days of being called in, spread over this week and the next. */
function repairs(
  week: Week,
  facilities: readonly Facility[],
  templates: Templates,
): WorkOrderPatch[] {
  const random = createRandom(112)
  const pools = facilities.filter(({ kind }) => kind === 'pool')
  const halls = facilities.filter(({ kind }) => kind === 'hall')
  return Array.from({ length: 14 }, (_, index) => {
    const called = Math.floor(index * 0.7)
    const when = { earliestAt: week.at(called, '08:00'), dueAt: week.at(called + 2, '20:00') }
    const template =
      [templates.pumpFailure, templates.waterAlarm, templates.powerFailure][index % 3] ??
      templates.pumpFailure
    const facility = random.pick(template === templates.powerFailure ? halls : pools)
    return visit(facility, template, `U${index + 1}`, when)
  })
}
