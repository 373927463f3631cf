// Equipment that planned work holds, and what is booked beside the plan: never more than there is without a word.
import { bookingDraft, equipmentDraft } from '@regie/contract/equipment'
import type { Enforcement, JudgedRule } from '@regie/contract/planning-overrides'
import type { WorkOrderDraft } from '@regie/contract/work-orders'
import { expect, test } from 'vitest'
import { createBooking, createEquipment } from '../equipment/index.ts'
import { at, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { createAssignment } from './commands/assign.ts'
import { updatePlacementRules } from './commands/placement-rules.ts'
import { policyFor } from './engine/policy.ts'
import { problemOf } from './engine/problem.ts'
import { getCandidates, getProblem } from './queries/ask-rules.ts'
import { getEquipmentOfWork, getEquipmentPlan } from './queries/equipment.ts'
import { loadScene } from './queries/load-scene.ts'
import { readPlacementRules } from './store/placement-rules.ts'

const testing = useWork({ queue: true })
const { act, read, told } = testing
const day = { from: at('00:00'), until: at('23:59') }

/** Ana and Ben, one cherry picker, and work that needs it. */
async function company() {
  const made = await plannedCompany(testing)
  const { planner } = made
  const [ana, ben] = [await made.hire('Ana'), await made.hire('Ben')]
  const lift = await act(
    planner,
    createEquipment,
    equipmentDraft.parse({ name: 'Nacelle 12 m', kind: 'lifting' }),
  )
  const lifted = (more: Partial<WorkOrderDraft> = {}) =>
    made.order({ equipment: [{ equipmentId: lift.id, quantity: 1 }], ...more })
  const book = (more: object, knowingly = false) =>
    act(planner, createBooking, {
      draft: bookingDraft.parse({
        ...{ equipmentId: lift.id, label: 'Chantier voisin' },
        ...{ startsAt: at('10:00'), endsAt: at('12:00'), ...more },
      }),
      knowingly,
    })
  const put = async (who: { id: string }, time: string, work = lifted(), overrideReason?: string) =>
    act(planner, createAssignment, {
      ...{ positionId: seatOf(await work), technicianId: who.id, startsAt: at(time) },
      ...{ locked: false, overrideReason },
    })
  const soften = async (rules: Partial<Record<JudgedRule, Enforcement>>) => {
    const now = await read(planner, readPlacementRules)
    const next = { ...now, rules: { ...now.rules, ...rules } }
    await act(planner, updatePlacementRules, next)
  }
  const plan = async () => (await read(planner, (tx) => getEquipmentPlan(tx, day))).items
  return { ...made, ana, ben, lift, lifted, book, put, soften, plan }
}

test('two works at once cannot have the one lift: blocked, asked about or allowed as the rule says', async () => {
  const { ana, ben, lift, lifted, put, soften, plan, planner } = await company()
  await put(ana, '10:00')
  const clash = { rule: 'resources', used: 2, count: 1, names: { [lift.id]: 'Nacelle 12 m' } }
  await expect(put(ben, '10:30')).rejects.toMatchObject({
    code: 'rule_broken',
    details: { reasons: [clash] },
  })
  await put(ben, '10:45')
  const third = await lifted()
  await put(ben, '08:30', Promise.resolve(third))
  const [item] = await plan()
  expect(item).toMatchObject({ name: 'Nacelle 12 m', quantity: 1, shortages: [] })
  expect(item?.uses.map(({ technicianNames }) => technicianNames)).toEqual([
    ['Ben'],
    ['Ana'],
    ['Ben'],
  ])
  const fourth = await lifted()
  await soften({ resources: 'warn' })
  await expect(put(ana, '08:45', Promise.resolve(fourth))).rejects.toMatchObject({
    code: 'override_needed',
    details: { reasons: [clash] },
  })
  await put(ana, '08:45', Promise.resolve(fourth), 'Une seconde nacelle est louée')
  const [now] = await plan()
  expect(now?.shortages).toMatchObject([{ used: 2, count: 1, bookingIds: [] }])
  expect(now?.shortages[0]?.workOrderIds.toSorted()).toEqual([third.id, fourth.id].toSorted())
  const { items } = await read(planner, (tx) => getEquipmentOfWork(tx, fourth.id))
  expect(items).toMatchObject([
    { name: 'Nacelle 12 m', shortages: [{ used: 2, others: ['Contrôle · Piscine Éclair'] }] },
  ])
})

test('a booking that the plan did not show is found: when placing, among candidates, in the browser and by runs', async () => {
  const { ana, ben, book, put, lifted, plan, planner, lift } = await company()
  const planned = await put(ana, '11:00')
  const booking = await book({})
  expect((await told(planner)).at(-1)).toMatchObject({ name: 'equipment_booked' })
  const [item] = await plan()
  expect(item?.shortages).toMatchObject([
    { used: 2, workOrderIds: [planned.workOrderId], bookingIds: [booking.id] },
  ])
  await expect(put(ben, '10:15')).rejects.toMatchObject({
    details: { reasons: [{ rule: 'resources', resource: lift.id }] },
  })
  const work = await lifted({ windows: [{ from: at('10:00'), until: at('12:30') }] })
  const question = { workOrderId: work.id, ...day, limit: 5 }
  const { items, refused } = await read(planner, (tx) => getCandidates(tx, question))
  expect(items).toEqual([])
  expect(refused.map(({ reasons }) => reasons.map(({ rule }) => rule))).toContainEqual([
    'resources',
  ])
  const { problem } = await read(planner, (tx) => getProblem(tx, day))
  expect(problem).toMatchObject({ resources: [{ id: lift.id, count: 1 }] })
  const scene = await read(planner, (tx) =>
    loadScene(tx, { ...day, technicianIds: null, workOrderIds: [work.id] }),
  )
  const policy = await read(planner, (tx) => policyFor(tx, null))
  const { input } = problemOf(scene, { policy, keep: 'locked' })
  expect(input.workOrders.find(({ id }) => id === `booking:${booking.id}`)).toMatchObject({
    resources: [{ id: lift.id, count: 1 }],
  })
})

test('who is busy with a booking, or lacks their own van, is told of: a reason lets it through', async () => {
  const { ana, ben, put, order, plan, planner, book } = await company()
  const van = await act(
    planner,
    createEquipment,
    equipmentDraft.parse({ name: 'Kangoo d’Ana', kind: 'vehicle', technicianId: ana.id }),
  )
  const planned = await put(ana, '08:30', order())
  await book({ equipmentId: van.id, startsAt: at('08:00'), label: 'Contrôle technique' })
  await book({ technicianId: ben.id, startsAt: at('14:00'), endsAt: at('16:00') })
  const kept = { code: 'override_needed', details: { reasons: [{ rule: 'absences' }] } }
  await expect(put(ana, '10:00', order())).rejects.toMatchObject(kept)
  await expect(put(ben, '15:00', order())).rejects.toMatchObject(kept)
  const done = await put(ben, '15:00', order(), 'Il ne fait que la livrer')
  expect(done.override?.reasons).toMatchObject([{ reason: expect.stringContaining('booking:') }])
  expect((await put(ben, '10:00', order())).override).toBeNull()
  const items = await plan()
  expect(items.find(({ id }) => id === van.id)?.kept).toMatchObject([
    { technicianName: 'Ana', workOrderId: planned.workOrderId },
  ])
})

test('two bookings beyond the quantity need a second yes; names and needs are checked', async () => {
  const { book, lift, planner, order } = await company()
  await book({})
  await expect(book({ startsAt: at('11:00') })).rejects.toMatchObject({
    code: 'equipment_overbooked',
    details: { name: 'Nacelle 12 m', used: 2, count: 1 },
  })
  await book({ startsAt: at('12:00'), endsAt: at('13:00') })
  await book({ startsAt: at('11:00') }, true)
  await expect(
    act(planner, createEquipment, equipmentDraft.parse({ name: 'NACELLE 12 M' })),
  ).rejects.toMatchObject({ code: 'already_exists' })
  const unknown = { equipmentId: lift.id.replace(/^.{8}/, '00000000'), quantity: 1 }
  await expect(order({ equipment: [unknown] })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'equipment.0.equipmentId' }],
  })
  const twice = equipmentDraft.safeParse({ name: 'Van', quantity: 2, technicianId: lift.id })
  expect(twice.error?.issues.map(({ path }) => path)).toEqual([['quantity']])
})
