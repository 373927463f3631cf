// Deeds on several visits at once, on real PostgreSQL with the real rules.
import type { Assignment } from '@regie/contract/planning'
import { expect, test } from 'vitest'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { arrangeAssignments, lockAssignments, removeAssignments } from './commands/arrange.ts'
import { duplicateAssignment, retractCopies, splitAssignment } from './commands/copy.ts'
import { publishPlan } from './commands/publish.ts'
import { getBoard } from './queries/board.ts'

const testing = useWork({ queue: true })
const { act, read, told } = testing

async function company() {
  const made = await plannedCompany(testing)
  const [ana, ben] = [await made.hire('Ana'), await made.hire('Ben')]
  const bars = async () =>
    (
      await read(made.planner, (tx) => getBoard(tx, { from: at('00:00'), until: at('23:59') }))
    ).bars.map(({ technicianName, startsAt }) => `${technicianName} ${startsAt.slice(11, 16)}`)
  return { ...made, ana, ben, bars }
}

const to = (one: Assignment, technicianId: string, time: string, minutes = 45) => ({
  assignmentId: one.id,
  version: one.version,
  technicianId,
  startsAt: at(time),
  endsAt: new Date(Date.parse(at(time)) + minutes * 60_000).toISOString(),
})

test('two visits change places in one deed', async () => {
  const { planner, ana, ben, order, assign, bars } = await company()
  const one = await assign(await order(), ana.id, at('10:00'))
  const two = await assign(await order(), ben.id, at('10:00'))
  const { assignments } = await act(planner, arrangeAssignments, {
    changes: [to(one, ben.id, '10:00'), to(two, ana.id, '10:00')],
  })
  expect(assignments.map(({ version }) => version)).toEqual([3, 3])
  expect((await bars()).toSorted()).toEqual(['Ana 09:00', 'Ben 09:00'])
  expect((await told(planner)).filter(({ name }) => name === 'assignment_moved')).toHaveLength(2)
})

test('a row of visits is moved by an hour: none stands in the way of the next', async () => {
  const { planner, ana, order, assign, bars } = await company()
  const three = []
  for (const time of ['09:00', '10:00', '11:00'])
    three.push(await assign(await order(), ana.id, at(time)))
  await act(planner, arrangeAssignments, {
    changes: three.map((one, rank) => to(one, ana.id, `${10 + rank}:00`)),
  })
  expect(await bars()).toEqual(['Ana 09:00', 'Ana 10:00', 'Ana 11:00'])
})

test('one that may not takes all of them back', async () => {
  const { planner, ana, ben, order, assign, bars } = await company()
  const one = await assign(await order(), ana.id, at('10:00'))
  const two = await assign(await order(), ana.id, at('14:00'))
  await assign(await order(), ben.id, at('14:00'))
  const before = await bars()
  await expect(
    act(planner, arrangeAssignments, {
      changes: [to(one, ben.id, '10:00'), to(two, ben.id, '14:20')],
    }),
  ).rejects.toMatchObject({ code: 'slot_taken' })
  await expect(
    act(planner, arrangeAssignments, {
      changes: [to(one, ben.id, '10:00'), { ...to(two, ben.id, '16:00'), version: 9 }],
    }),
  ).rejects.toMatchObject({ code: 'stale_version' })
  expect(await bars()).toEqual(before)
})

test('many are locked, and none is taken off while one of them is locked', async () => {
  const { planner, ana, order, assign, bars } = await company()
  const one = await assign(await order(), ana.id, at('10:00'))
  const two = await assign(await order(), ana.id, at('14:00'))
  const named = ({ id, version }: Assignment) => ({ assignmentId: id, version })
  const { assignments } = await act(planner, lockAssignments, {
    assignments: [named(one)],
    locked: true,
  })
  const [locked] = assignments
  if (!locked) throw new Error('nothing was locked')
  await expect(
    act(planner, removeAssignments, { assignments: [named(two), named(locked)] }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
  expect(await bars()).toHaveLength(2)
  const free = await act(planner, lockAssignments, { assignments: [named(locked)], locked: false })
  await act(planner, removeAssignments, { assignments: [...free.assignments, two].map(named) })
  expect(await bars()).toEqual([])
})

test('a copy is work of its own; undone, its work order is cancelled', async () => {
  const { planner, ana, ben, order, assign, bars } = await company()
  const work = await order({ title: 'Chlore' })
  const one = await assign(work, ana.id, at('10:00'))
  const { version: _, ...slot } = to(one, ben.id, '11:00', 60)
  const copy = await act(planner, duplicateAssignment, slot)
  expect(copy).toMatchObject({ title: 'Chlore', technicianName: 'Ben', publishedAt: null })
  expect(copy.workOrderId).not.toBe(work.id)
  const made = await read(planner, (tx) => findWorkOrder(tx, copy.workOrderId))
  expect(made).toMatchObject({ durationMinutes: 60, skills: work.skills, status: 'planned' })
  await act(planner, retractCopies, {
    assignments: [{ assignmentId: copy.id, version: copy.version }],
  })
  expect(await bars()).toEqual(['Ana 09:00'])
  expect((await read(planner, (tx) => findWorkOrder(tx, copy.workOrderId)))?.status).toBe(
    'cancelled',
  )
})

test('a visit is spread over three days, each part after the one before', async () => {
  const { planner, ana, order, assign } = await company()
  const one = await assign(await order({ durationMinutes: 180 }), ana.id, at('09:00'))
  const parts = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date) => ({
    technicianId: ana.id,
    startsAt: at('09:00', date),
    endsAt: at('10:00', date),
  }))
  const { assignments } = await act(planner, splitAssignment, {
    assignmentId: one.id,
    version: one.version,
    parts,
  })
  expect(assignments.map(({ title }) => title)).toEqual([
    'Contrôle',
    'Contrôle (2/3)',
    'Contrôle (3/3)',
  ])
  const last = await read(planner, (tx) => findWorkOrder(tx, assignments[2]?.workOrderId ?? ''))
  expect(last?.dependencies).toEqual([{ afterId: assignments[1]?.workOrderId, lagMinutes: 0 }])
  await act(planner, retractCopies, {
    assignments: assignments.slice(1).map(({ id, version }) => ({ assignmentId: id, version })),
  })
})

test('what technicians were told of is no copy to retract any more', async () => {
  const { planner, ana, ben, order, assign } = await company()
  const one = await assign(await order(), ana.id, at('10:00'))
  const { version: _, ...slot } = to(one, ben.id, '11:00')
  const copy = await act(planner, duplicateAssignment, slot)
  const day = { from: at('00:00'), until: at('23:59'), technicianIds: null }
  await act(planner, publishPlan, day)
  await expect(
    act(planner, retractCopies, { assignments: [{ assignmentId: copy.id, version: 2 }] }),
  ).rejects.toMatchObject({ code: 'wrong_state' })
})
