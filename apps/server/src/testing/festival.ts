// An invented festival as it comes to whoever plans it: stages, phases and crews asked for, thirty people, nobody on anything.

import { clientDraft, siteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import { type Department, departmentNames, type PhaseKind } from '@regie/contract/productions'
import { projectDraft, type WorkOrderDraft, workOrderDraft } from '@regie/contract/work-orders'
import { technicianDraft } from '@regie/contract/workforce'
import { createPriority } from '../catalog/index.ts'
import { createClient, createSite } from '../clients/index.ts'
import { command, type Tx } from '../platform/work.ts'
import { addStage, insertPhase } from '../productions/index.ts'
import { createProject, createWorkOrder } from '../work-orders/index.ts'
import { createSkill, createTechnician } from '../workforce/index.ts'

/** Seats of a phase by department. */
type Crew = Partial<Record<Department, number>>

type Act = {
  readonly key: string
  readonly kind: PhaseKind
  readonly start: string
  readonly minutes: number
  readonly crew: Crew
  /** Keys of what has to be over first, on the same stage and day. */
  readonly after?: readonly string[]
}

const showCrew: Crew = { sound: 2, light: 2, video: 1, stage: 1, backline: 1, power: 1 }
const change: Crew = { stage: 1, backline: 1, logistics: 1 }

/** A day of one stage: 45 seats. */
const running: readonly Act[] = [
  { key: 'power', kind: 'set_up', start: '08:00', minutes: 60, crew: { power: 1 } },
  { key: 'rigging', kind: 'rigging', start: '08:00', minutes: 120, crew: { rigging: 2 } },
  ...(
    [
      ['set', 'set_up', '10:15', 120, { set: 1 }, ['rigging']],
      ['sound', 'set_up', '10:15', 90, { sound: 2 }, ['power']],
      ['light', 'set_up', '10:15', 90, { light: 2 }, ['power', 'rigging']],
      ['video', 'set_up', '10:15', 90, { video: 1 }, ['power']],
      ['backline', 'set_up', '12:00', 60, { backline: 1 }, ['power']],
      ['focus', 'focus', '13:00', 60, { light: 2 }, ['light']],
      ['check', 'sound_check', '14:00', 90, { sound: 2, backline: 1, stage: 1 }, ['sound']],
      ['cues', 'focus', '15:45', 60, { light: 1 }, ['check']],
      ['first', 'show', '17:30', 75, showCrew, ['check']],
      ['change', 'changeover', '18:55', 30, change, ['first']],
      ['second', 'show', '19:35', 75, showCrew, ['change']],
      ['third', 'show', '21:15', 85, showCrew, ['second']],
      ['pack', 'strike', '22:50', 60, { logistics: 1, rigging: 1 }, ['third']],
    ] as const
  ).map(
    ([key, kind, start, minutes, crew, after]): Act => ({ key, kind, start, minutes, crew, after }),
  ),
]

/** Who there is, and what each can do besides. */
const people: readonly (readonly [Department, Department, number])[] = [
  ['sound', 'stage', 6],
  ['light', 'video', 6],
  ['video', 'light', 3],
  ['rigging', 'power', 3],
  ['power', 'light', 3],
  ['set', 'rigging', 2],
  ['stage', 'backline', 3],
  ['backline', 'stage', 2],
  ['logistics', 'backline', 2],
]

export const departments = Object.keys(departmentNames) as Department[]

/** The later stages begin their day so many minutes after the first. */
const LATER_MINUTES = 45

export type FestivalSize = {
  /** The first day, and how many. */
  readonly from: string
  readonly days: number
  readonly stages: number
  /** Of each trade: all of them, or one in so many. */
  readonly oneIn?: number
}

export type Festival = {
  readonly projectId: Id
  readonly technicianIds: readonly Id[]
  readonly positions: number
  readonly phases: number
}

/** Builds it in one transaction; in the zone of Paris, in winter. */
export const buildFestival = command(
  'testing.build-festival',
  { permission: 'productions.write' },
  async (tx, size: FestivalSize): Promise<Festival> => {
    const skills = new Map<Department, Id>()
    for (const department of departments) {
      const named = { code: department.toUpperCase(), name: departmentNames[department].fr }
      skills.set(department, (await createSkill.run(tx, named)).id)
    }
    const technicianIds = await hireAll(tx, skills, size.oneIn ?? 1)
    const client = await createClient.run(tx, clientDraft.parse({ name: 'Festival fictif' }))
    const project = await createProject.run(
      tx,
      projectDraft.parse({ name: 'Festival fictif', kind: 'production', clientId: client.id }),
    )
    const priority = await createPriority.run(tx, {
      ...{ name: 'Spectacle', rank: 1, colour: '#7c3aed', icon: 'star' as const },
    })
    const about = { clientId: client.id, projectId: project.id, priorityId: priority.id, skills }
    const built = { positions: 0, phases: 0 }
    for (let stage = 0; stage < size.stages; stage++) {
      const { positions, phases } = await buildStage(tx, { ...about, ...size, stage })
      built.positions += positions
      built.phases += phases
    }
    return { projectId: project.id, technicianIds, ...built }
  },
)

async function hireAll(tx: Tx, skills: ReadonlyMap<Department, Id>, oneIn: number): Promise<Id[]> {
  const ids: Id[] = []
  for (const [first, second, count] of people)
    for (let n = 0; n < Math.ceil(count / oneIn); n++) {
      const draft = technicianDraft.parse({
        name: `${departmentNames[first].fr} ${n + 1}`,
        homePosition: { latitude: 48.892, longitude: 2.393 },
        maxDaySeconds: 10 * 3600,
        skills: [
          { skillId: skills.get(first), level: 3 },
          { skillId: skills.get(second), level: 1 },
        ],
        weeklyShifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          ...{ weekday, start: '07:00', end: '02:00' },
        })),
      })
      ids.push((await createTechnician.run(tx, draft)).id)
    }
  return ids
}

type StagePlan = FestivalSize & {
  readonly stage: number
  readonly clientId: Id
  readonly projectId: Id
  readonly priorityId: Id
  readonly skills: ReadonlyMap<Department, Id>
}

async function buildStage(tx: Tx, plan: StagePlan): Promise<{ positions: number; phases: number }> {
  const { stage, clientId, projectId } = plan
  const name = `Scène ${stage + 1}`
  const position = { latitude: 48.892 + stage / 500, longitude: 2.39 + stage / 400 }
  const site = await createSite.run(tx, siteDraft.parse({ clientId, name, position }))
  const { stages } = await addStage.run(tx, { projectId, draft: { name, siteId: site.id } })
  const stageId = stages.find((one) => one.name === name)?.id ?? ''
  let positions = 0
  for (let day = 0; day < plan.days; day++) {
    const made = new Map<string, Id>()
    for (const act of running) {
      const draft = draftOf(act, { ...plan, siteId: site.id, day, made })
      const { id } = await createWorkOrder.run(tx, draft)
      const { key, kind } = act
      await insertPhase(tx, { id, projectId, stageId, kind, name: key, department: null })
      made.set(key, id)
      positions += draft.positions.reduce((sum, { headcount }) => sum + headcount, 0)
    }
  }
  return { positions, phases: running.length * plan.days }
}

type ActPlan = StagePlan & {
  readonly siteId: Id
  readonly day: number
  readonly made: ReadonlyMap<string, Id>
}

function draftOf(
  { key, start, minutes, crew, after = [] }: Act,
  { from, day, stage, siteId, projectId, priorityId, skills, made }: ActPlan,
): WorkOrderDraft {
  const midnight = Date.parse(`${from}T00:00:00+01:00`) + day * 86_400_000
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  const begins = midnight + (hour * 60 + minute + stage * LATER_MINUTES) * 60_000
  return workOrderDraft.parse({
    ...{ siteId, projectId, priorityId, title: `${key} · Scène ${stage + 1}` },
    durationMinutes: minutes,
    windows: [
      {
        from: new Date(begins).toISOString(),
        until: new Date(begins + minutes * 60_000).toISOString(),
      },
    ],
    positions: Object.entries(crew).map(([department, headcount]) => ({
      label: departmentNames[department as Department].fr,
      skills: [{ skillId: skills.get(department as Department), level: 1 }],
      headcount,
    })),
    dependencies: after.map((one) => ({ afterId: made.get(one) ?? '', lagMinutes: 0 })),
  })
}
