import type { Id } from '@regie/contract/kernel'
import { type Production, phaseDraft } from '@regie/contract/productions'
import { expect, test } from 'vitest'
import { createEquipment } from '../equipment/index.ts'
import { acceptAssignment, publishPlan } from '../planning/index.ts'
import { concert } from '../testing/concert.ts'
import { at } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { allSkills, archiveSkill } from '../workforce/index.ts'
import { adoptCrewPack, createCrewTemplate, updateCrewTemplate } from './commands/crew-templates.ts'
import { applyCrew, copyDay } from './commands/crews.ts'
import { cancelPhase, updatePhase } from './commands/phases.ts'
import { placeSpot, setStagePlan } from './commands/stage-plans.ts'
import { addStage, removeStage, updateStage } from './commands/stages.ts'
import { packsIn } from './packs.ts'
import { getProduction } from './queries/production.ts'
import { getStagePlans } from './queries/stage-plans.ts'

const testWork = useWork()
const { act, read } = testWork

const aConcert = () => concert(testWork)
const last = ({ phases }: Production) => {
  const phase = phases.at(-1)
  if (!phase) throw new Error('there is no phase')
  return phase
}

test('a phase is a work order of the project: its mission, hours and crew', async () => {
  const { planner, add, project } = await aConcert()
  const phase = last(await add('sound_check', '14:00', '16:30', { department: 'sound' }))
  expect(phase).toMatchObject({
    reference: `${project.code}-T01`,
    title: 'Balances · Son · Grande scène',
    startsAt: '2026-11-23T13:00:00.000Z',
    seats: [{ coverage: 'uncovered', technicianId: null, endsAt: '2026-11-23T15:30:00.000Z' }],
  })
  const work = await read(planner, (tx) => findWorkOrder(tx, phase.id))
  expect(work).toMatchObject({ durationMinutes: 150, status: 'qualified', projectId: project.id })
})

test('a crew from a template: adopted with its skills, applied, adapted, and told when a role is gone', async () => {
  const { planner, add, projectId, stageId } = await aConcert()
  await add('set_up', '08:00', '12:00')
  await add('show', '20:00', '23:00')
  const template = await act(planner, adoptCrewPack, { key: 'rock-medium' })
  expect(template.lines.map(({ label, headcount }) => [label, headcount])).toEqual([
    ['Ingénieur son façade', 1],
    ['Ingénieur son retours', 1],
    ['Chef lumière', 1],
    ['Opérateur vidéo', 1],
  ])
  const apply = () =>
    act(planner, applyCrew, { projectId, templateId: template.id, phaseIds: [], keep: true })
  const once = await apply()
  expect(once.phases.map(({ seats }) => seats.length)).toEqual([4, 4])
  const again = await apply()
  expect(again.phases.map(({ seats }) => seats.length)).toEqual([4, 4])
  expect(last(again).seats.map(({ positionId }) => positionId)).toEqual(
    last(once).seats.map(({ positionId }) => positionId),
  )
  // Adopting once more adds no skill twice.
  const skills = await read(planner, (tx) => allSkills(tx, { archived: false }))
  await act(planner, adoptCrewPack, { key: 'rock-large' })
  const more = await read(planner, (tx) => allSkills(tx, { archived: false }))
  expect(more.filter(({ code }) => code === 'SON')).toHaveLength(1)
  expect(more.length).toBeGreaterThan(skills.length)
  const sound = more.find(({ code }) => code === 'SON')
  await act(planner, archiveSkill, { skillId: sound?.id ?? '', version: 1, archived: true })
  await expect(apply()).rejects.toMatchObject({
    faults: [{ path: 'lines.0.skills' }, { path: 'lines.1.skills' }],
  })
  expect(stageId).toBe(last(again).stageId)
})

test('coverage follows the plan: open, asked, covered', async () => {
  const { planner, add, projectId, hire, assign, technicianActor } = await aConcert()
  const phase = last(await add('show', '10:00', '12:00'))
  const ana = await hire('Ana')
  const work = await read(planner, (tx) => findWorkOrder(tx, phase.id))
  if (!work) throw new Error('no work order')
  const coverage = async () => last(await read(planner, (tx) => getProduction(tx, projectId))).seats
  const assignment = await assign(work, ana.id, at('10:00'))
  expect(await coverage()).toMatchObject([{ coverage: 'offered', technicianName: 'Ana' }])
  await act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: [] })
  const { id } = assignment
  await act(technicianActor(ana.id), acceptAssignment, {
    assignmentId: id,
    version: (await coverage())[0]?.assignmentId === id ? assignment.version + 1 : 0,
  })
  expect(await coverage()).toMatchObject([{ coverage: 'covered', technicianId: ana.id }])
})

test('order: hours against it are told, a circle is refused, phases of others are unknown', async () => {
  const { planner, add, projectId, draft } = await aConcert()
  const power = last(await add('set_up', '08:00', '09:00', { name: 'Branchement' }))
  const wait = (id: Id) => ({ dependencies: [{ afterId: id, lagMinutes: 0 }] })
  const checked = await add('sound_check', '08:30', '10:00', wait(power.id))
  const check = checked.phases.find(({ kind }) => kind === 'sound_check')
  expect(checked.earlyStarts).toEqual([{ phaseId: check?.id, afterId: power.id, minutes: 30 }])
  expect(checked.criticalPath).toEqual([power.id, check?.id])
  const circle = draft('set_up', '08:00', '09:00', wait(check?.id ?? ''))
  await expect(
    act(planner, updatePhase, { projectId, phaseId: power.id, version: 1, draft: circle }),
  ).rejects.toMatchObject({ faults: [{ path: 'dependencies.0.afterId' }] })
  await expect(add('show', '20:00', '23:00', wait(projectId))).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('who saves over a colleague is told how the phase stands now', async () => {
  const { planner, add, projectId, draft } = await aConcert()
  const { id: phaseId } = last(await add('show', '20:00', '23:00'))
  const change = { projectId, phaseId, version: 1, draft: draft('show', '20:30', '23:00') }
  await act(planner, updatePhase, change)
  await expect(act(planner, updatePhase, change)).rejects.toMatchObject({
    code: 'stale_version',
    details: { current: { id: phaseId, version: 2, startsAt: '2026-11-23T19:30:00.000Z' } },
  })
})

test('a day is repeated at the same hours with crew and order; what is cancelled is not', async () => {
  const { planner, add, projectId } = await aConcert()
  const positions = [{ label: 'Rigger', headcount: 2 }]
  const rig = last(await add('rigging', '06:00', '09:00', { positions }))
  await add('set_up', '09:00', '12:00', { dependencies: [{ afterId: rig.id, lagMinutes: 15 }] })
  const gone = last(await add('show', '20:00', '23:00'))
  const cancelling = { projectId, phaseId: gone.id, version: 1, reason: '' }
  expect((await act(planner, cancelPhase, cancelling)).phases).toHaveLength(2)
  const to = ['2026-11-24', '2026-11-25', '2026-11-24']
  const { phases } = await act(planner, copyDay, { projectId, from: '2026-11-23', to })
  expect(phases.map(({ startsAt, seats }) => [startsAt, seats.length])).toEqual([
    ['2026-11-23T05:00:00.000Z', 2],
    ['2026-11-23T08:00:00.000Z', 1],
    ['2026-11-24T05:00:00.000Z', 2],
    ['2026-11-24T08:00:00.000Z', 1],
    ['2026-11-25T05:00:00.000Z', 2],
    ['2026-11-25T08:00:00.000Z', 1],
  ])
  expect(phases[3]?.dependencies).toEqual([{ afterId: phases[2]?.id, lagMinutes: 15 }])
})

test('a stage moves with its phases, keeps its name to itself, and goes only when empty', async () => {
  const { planner, add, projectId, stageId, nowhere, site } = await aConcert()
  const phase = last(await add('show', '20:00', '23:00'))
  const draft = { name: 'Scène du lac', siteId: nowhere.id }
  const moved = await act(planner, updateStage, { projectId, stageId, version: 1, draft })
  expect(last(moved).title).toBe('Exploitation · Scène du lac')
  const work = await read(planner, (tx) => findWorkOrder(tx, phase.id))
  expect(work?.siteId).toBe(nowhere.id)
  const twice = act(planner, addStage, { projectId, draft: { ...draft, siteId: site.id } })
  await expect(twice).rejects.toMatchObject({ code: 'already_exists' })
  const removing = () => act(planner, removeStage, { projectId, stageId, version: 2 })
  await expect(removing()).rejects.toMatchObject({ code: 'still_used' })
  const { version } = last(moved)
  await act(planner, cancelPhase, { projectId, phaseId: phase.id, version, reason: '' })
  expect((await removing()).stages).toEqual([])
})

test('who works on a stage in the published plan sees its plan, and of no other', async () => {
  const { planner, add, projectId, stageId, hire, assign, technicianActor, site } = await aConcert()
  const other = { name: 'Petite scène', siteId: site.id }
  const { stages } = await act(planner, addStage, { projectId, draft: other })
  for (const { id } of stages) {
    const file = { stageId: id, fileId: id, name: 'plan.png', type: 'image/png' as const }
    const plan = { ...file, bytes: 1, width: 1, height: 1 }
    await act(planner, setStagePlan, { projectId, stageId: id, version: undefined, plan })
    const spot = { label: 'Rigger', number: 1, x: 0.5, y: 0.5 }
    await act(planner, placeSpot, { projectId, stageId: id, spot })
  }
  const work = await read(planner, async (tx) =>
    findWorkOrder(tx, last(await add('show', '10:00', '12:00')).id),
  )
  if (!work) throw new Error('no work order')
  const ana = await hire('Ana')
  await assign(work, ana.id, at('10:00'))
  const seen = () => read(technicianActor(ana.id), (tx) => getStagePlans(tx, projectId))
  await expect(seen()).rejects.toMatchObject({ code: 'not_found' })
  await act(planner, publishPlan, { from: at('00:00'), until: at('23:59'), technicianIds: [] })
  expect(await seen()).toMatchObject({ plans: [{ stageId }], spots: [{ stageId }] })
  expect((await read(planner, (tx) => getStagePlans(tx, projectId))).plans).toHaveLength(2)
})

test('templates keep versions and tenants apart', async () => {
  const { planner, skill, projectId } = await aConcert()
  const line = {
    label: 'Chef son',
    skills: [{ skillId: skill.id, level: 4 }],
    certificationKindIds: [],
    mandatory: true,
    headcount: 1,
    kinds: [],
    department: null,
  }
  const draft = { name: 'À nous', lines: [line], equipment: [] }
  const { id } = await act(planner, createCrewTemplate, draft)
  const change = { templateId: id, version: 1, draft: { ...draft, name: 'Toujours à nous' } }
  expect(await act(planner, updateCrewTemplate, change)).toMatchObject({ version: 2 })
  await expect(act(planner, updateCrewTemplate, change)).rejects.toMatchObject({
    code: 'stale_version',
  })
  const stranger = member('planner')
  await expect(read(stranger, (tx) => getProduction(tx, projectId))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(act(stranger, updateCrewTemplate, { ...change, version: 2 })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a crew brings its equipment to the phases it is for', async () => {
  const { planner, add, projectId } = await aConcert()
  await add('set_up', '08:00', '12:00')
  await add('show', '20:00', '23:00')
  const truck = await act(planner, createEquipment, {
    ...{ name: 'Camion', kind: 'vehicle' as const, quantity: 2, technicianId: null, notes: '' },
  })
  const { lines } = await act(planner, adoptCrewPack, { key: 'rock-medium' })
  const needs = [{ equipmentId: truck.id, quantity: 2, kinds: ['set_up' as const] }]
  const { id: templateId } = await act(planner, createCrewTemplate, {
    ...{ name: 'Avec camions', lines, equipment: needs },
  })
  const applied = await act(planner, applyCrew, { projectId, templateId, phaseIds: [], keep: true })
  expect(applied.phases.map(({ equipment }) => equipment)).toEqual([
    [{ equipmentId: truck.id, quantity: 2 }],
    [],
  ])
  const unknown = [{ ...needs[0], equipmentId: projectId, quantity: 1, kinds: [] }]
  await expect(
    act(planner, createCrewTemplate, { name: 'Autre', lines, equipment: unknown }),
  ).rejects.toMatchObject({ faults: [{ path: 'equipment.0.equipmentId' }] })
})

test('every shipped crew can be read in both languages', () => {
  for (const language of ['fr', 'en'] as const)
    for (const { name, lines } of packsIn(language)) {
      expect(name).not.toBe('')
      expect(lines.length).toBeGreaterThan(0)
    }
  expect(packsIn('fr').length).toBeGreaterThan(12)
})

test.each([
  ['20:00', '20:00'],
  ['20:00', '19:00'],
])('a phase from %s to %s is refused', (from, until) => {
  const said = phaseDraft.safeParse({
    stageId: '01890000-0000-7000-8000-000000000000',
    kind: 'show',
    startsAt: at(from),
    endsAt: at(until),
  })
  expect(said.error?.issues).toMatchObject([{ path: ['endsAt'] }])
})
