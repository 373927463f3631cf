// The client, the three stages and everything that is to be done on them.
import { clientDraft, siteDraft } from '@regie/contract/clients'
import type { Id } from '@regie/contract/kernel'
import type { Department, PhaseKind } from '@regie/contract/productions'
import { projectDraft, workOrderDraft } from '@regie/contract/work-orders'
import { createClient, createSite } from '../../clients/index.ts'
import type { FileStore } from '../../platform/files.ts'
import type { Tx } from '../../platform/work.ts'
import { addStage, insertPhase } from '../../productions/index.ts'
import { createProject, createWorkOrder } from '../../work-orders/index.ts'
import type { Week } from '../week.ts'
import type { CrewBook } from './crew.ts'
import { type Gear, gearOf, makeGear } from './gear.ts'
import type { PhasePriorities } from './phases.ts'
import { type Act, runningOrder } from './running-order.ts'
import { planStage } from './stage-plan.ts'

const stages: readonly (readonly [string, number, number])[] = [
  ['Grande Scène', 48.8921, 2.3907],
  ['Scène du Canal', 48.8889, 2.3871],
  ['Le Chapiteau', 48.8945, 2.3932],
]

/** The third waits for somebody to try. */
const planned: ReadonlySet<string> = new Set(['Grande Scène', 'Le Chapiteau'])

type Plan = {
  week: Week
  book: CrewBook
  priorities: PhasePriorities
  files: FileStore
  projectId: Id
  gear: Gear
}

/** Returns the production. */
export async function makeFestival(tx: Tx, plan: Omit<Plan, 'projectId' | 'gear'>): Promise<Id> {
  const client = await createClient.run(
    tx,
    clientDraft.parse({
      name: 'Association Les Nuits Fictives',
      externalId: 'NUITS',
      kind: 'company',
    }),
  )
  const { week } = plan
  const gear = await makeGear(tx)
  const project = await createProject.run(
    tx,
    projectDraft.parse({
      name: 'Les Nuits Fictives',
      kind: 'production',
      clientId: client.id,
      startsOn: week.date(2),
      endsOn: week.date(7),
      budgetCode: 'FEST-2026',
    }),
  )
  for (const [name, latitude, longitude] of stages) {
    const site = await createSite.run(
      tx,
      siteDraft.parse({
        clientId: client.id,
        externalId: name.toUpperCase().replace(/\P{L}+/gu, '-'),
        name,
        position: { latitude, longitude },
        address: { line: 'Prairie (lieu inventé)', postcode: '75019', city: 'Paris' },
        accessInstructions: 'Entrée production, badge au poste de garde. Vitesse au pas.',
      }),
    )
    await makeStage(tx, site.id, name, { ...plan, gear, projectId: project.id })
  }
  return project.id
}

const phaseKinds: Readonly<Record<Act['nature'], PhaseKind>> = {
  Montage: 'set_up',
  Balances: 'sound_check',
  Exploitation: 'show',
  Démontage: 'strike',
}

/** By the keys of acts, the day of an evening left out; the others are everybody's. */
const departments: Readonly<Record<string, Department>> = {
  power: 'power',
  rigging: 'rigging',
  set: 'set',
  sound: 'sound',
  light: 'light',
  video: 'video',
  check: 'sound',
  focus: 'light',
}

async function makeStage(tx: Tx, siteId: Id, stage: string, plan: Plan): Promise<void> {
  const { projectId } = plan
  const { stages: there } = await addStage.run(tx, { projectId, draft: { name: stage, siteId } })
  const stageId = there.find(({ name }) => name === stage)?.id ?? ''
  if (planned.has(stage)) await planStage(tx, plan.files, { projectId, stageId, stage })
  const made = new Map<string, Id>()
  for (const act of runningOrder) {
    const draft = draftOf(act, plan)
    const { id } = await createWorkOrder.run(tx, {
      ...draft,
      siteId,
      title: `${act.title} – ${stage}`,
      dependencies: act.after.map((key) => ({ afterId: made.get(key) ?? '', lagMinutes: 0 })),
    })
    const kind = phaseKinds[act.nature]
    const department = departments[act.key.replace(/-\d$/, '')] ?? null
    await insertPhase(tx, { id, projectId, stageId, kind, name: act.title, department })
    made.set(act.key, id)
  }
}

function draftOf(act: Act, { week, book, priorities, projectId, gear }: Plan) {
  const { skills, certifications } = book
  const required = { RIG: [certifications.HAUTEUR], PUI: [certifications.BR] } as Partial<
    Record<string, Id[]>
  >
  return workOrderDraft.omit({ siteId: true, title: true }).parse({
    projectId,
    nature: act.nature,
    category: 'one_off',
    priorityId: priorities[act.nature],
    durationMinutes: act.minutes,
    windows: [
      {
        from: week.at(act.day, act.from),
        until: week.at(act.until < act.from ? act.day + 1 : act.day, act.until),
      },
    ],
    equipment: gearOf(act.key, gear),
    positions: act.seats.map(([label, trade, level, headcount, optional]) => ({
      label,
      skills: [{ skillId: skills[trade], level }],
      certificationKindIds: required[trade] ?? [],
      mandatory: !optional,
      headcount,
    })),
  })
}
