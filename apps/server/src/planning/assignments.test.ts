// Assigning by hand, on real PostgreSQL with the real rules.

import { expect, test } from 'vitest'
import { sql } from '../platform/db/sql.ts'
import { at, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { createAbsence } from '../workforce/index.ts'
import {
  acceptAssignment,
  declineAssignment,
  ownAssignment,
  settleAssignment,
} from './commands/answer.ts'
import { createAssignment } from './commands/assign.ts'
import { moveAssignment } from './commands/move.ts'
import { publishPlan } from './commands/publish.ts'
import { lockAssignment, removeAssignment } from './commands/unassign.ts'
import { checkPlacement } from './queries/judge-placement.ts'

const testing = useWork({ queue: true })
const { act, read, told, rows } = testing
const day = { from: at('00:00'), until: at('23:59'), technicianIds: null }

test('a technician is put on a seat as a draft; the work order counts as planned', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order()
  const assignment = await assign(work, ana.id, at('09:00'))
  expect(assignment).toMatchObject({
    technicianName: 'Ana',
    state: 'offered',
    publishedAt: null,
    startsAt: '2026-11-23T08:00:00.000Z',
    endsAt: '2026-11-23T08:45:00.000Z',
    siteName: 'Piscine Éclair',
    clientName: 'Mairie fictive',
    colour: '#2f6fde',
    priorityRank: 3,
    seats: 1,
    seatsFilled: 1,
  })
  expect((await read(planner, (tx) => findWorkOrder(tx, work.id)))?.status).toBe('planned')
  expect((await told(planner)).map(({ name }) => name)).toContain('assignment_created')
})

test('50 planners assign one hour of one technician at once: one wins, 49 learn who was quicker', async () => {
  const { hire, order, assign } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await Promise.all(Array.from({ length: 50 }, () => order()))
  const tries = await Promise.allSettled(work.map((one) => assign(one, ana.id, at('10:00'))))
  const won = tries.filter((one) => one.status === 'fulfilled')
  const lost = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(won).toHaveLength(1)
  expect(lost).toHaveLength(49)
  for (const refusal of lost)
    expect(refusal).toMatchObject({
      code: 'slot_taken',
      status: 409,
      details: {
        technician: 'Ana',
        from: '23/11 10:00',
        until: '23/11 10:45',
        title: 'Contrôle · Piscine Éclair',
      },
    })
})

test('50 planners give one seat to 50 technicians at once: one wins, the others learn who has it', async () => {
  const { hire, order, assign } = await plannedCompany(testing)
  const crew = await Promise.all(Array.from({ length: 50 }, (_, n) => hire(`Tech ${n}`)))
  const work = await order()
  const tries = await Promise.allSettled(crew.map(({ id }) => assign(work, id, at('10:00'))))
  const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(won).toHaveLength(1)
  for (const one of tries)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({
        code: 'seat_taken',
        details: { technician: won[0]?.technicianName },
      })
})

test('the database itself refuses two places at once, whatever the program believes', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const [one, two] = [await order(), await order()]
  await assign(one, ana.id, at('10:00'))
  const second = await assign(two, ana.id, at('12:00'))
  await expect(
    rows(planner, (tx) =>
      tx.run(sql`update planning.assignments set starts_at = ${at('10:30')}, ends_at = ${at('11:15')}
        where organization_id = ${planner.organizationId} and id = ${second.id}`),
    ),
  ).rejects.toThrow(/assignments_one_place/)
})

test('a broken rule is refused with every reason and its numbers', async () => {
  const { hire, order, assign, planner, skill } = await plannedCompany(testing)
  const novice = await hire('Novice', { skills: [{ skillId: skill.id, level: 1 }] })
  await act(planner, createAbsence, {
    technicianId: novice.id,
    draft: {
      span: { kind: 'hours', from: at('12:00'), until: at('14:00') },
      reason: 'sick',
      note: '',
    },
  })
  const work = await order({ windows: [{ from: at('08:00'), until: at('11:00') }] })
  const refusal = await assign(work, novice.id, at('12:30')).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'rule_broken', status: 422 })
  const { reasons } = refusal.details
  expect(reasons.map(({ rule }: { rule: string }) => rule).toSorted()).toEqual([
    'absences',
    'skills',
    'time-windows',
  ])
  expect(reasons[0]).toMatchObject({
    missing: [{ level: 2, held: 1 }],
    names: { [skill.id]: 'Chimie' },
  })
})

test.each([
  ['before the shift', '07:00', 'shifts', 'rule_broken'],
  ['without the buffer after a visit', '10:50', 'buffers', 'override_needed'],
])('%s is refused', async (_, time, rule, code) => {
  const { hire, order, assign } = await plannedCompany(testing)
  const ana = await hire('Ana')
  await assign(await order(), ana.id, at('10:00'))
  const work = await order()
  await expect(assign(work, ana.id, at(time))).rejects.toMatchObject({
    code,
    details: { reasons: [expect.objectContaining({ rule })] },
  })
  const allowed = await assign(work, ana.id, at('11:00'))
  expect(allowed.state).toBe('offered')
})

test('a question about a placement gives the verdict and changes nothing', async () => {
  const { hire, order, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order()
  const question = { positionId: seatOf(work), technicianId: ana.id }
  const early = await read(planner, (tx) =>
    checkPlacement(tx, { ...question, startsAt: at('06:00') }),
  )
  expect(early).toMatchObject({
    allowed: false,
    reasons: [{ rule: 'shifts', cause: 'leaves-before' }],
  })
  const good = await read(planner, (tx) =>
    checkPlacement(tx, { ...question, startsAt: at('09:00') }),
  )
  expect(good).toEqual({ allowed: true, enforcement: 'allow', reasons: [] })
})

test('a move based on an old version is answered with the present state', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const first = await assign(await order(), ana.id, at('09:00'))
  const moved = await act(planner, moveAssignment, {
    assignmentId: first.id,
    version: first.version,
    startsAt: at('11:00'),
  })
  expect(moved).toMatchObject({ version: 2, endsAt: '2026-11-23T10:45:00.000Z' })
  await expect(
    act(planner, moveAssignment, {
      assignmentId: first.id,
      version: first.version,
      startsAt: at('15:00'),
    }),
  ).rejects.toMatchObject({
    code: 'stale_version',
    status: 412,
    details: {
      current: { version: 2, startsAt: '2026-11-23T10:00:00.000Z' },
      by: planner.name,
    },
  })
})

test('publishing tells each technician once, and publishing again tells nobody', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  await assign(await order(), ana.id, at('09:00'))
  await assign(await order(), ana.id, at('11:00'))
  await assign(await order(), bob.id, at('09:00'))
  const published = await act(planner, publishPlan, day)
  expect(
    published.technicians.map((one) => [one.technicianName, one.assignmentIds.length]),
  ).toEqual([
    ['Ana', 2],
    ['Bob', 1],
  ])
  expect(await act(planner, publishPlan, day)).toEqual({ technicians: [] })
  const events = (await told(planner)).filter(({ name }) => name === 'assignments_published')
  expect(events).toHaveLength(2)
})

test('who accepted is asked again when the published visit moves; drafts move unheard', async () => {
  const { hire, order, assign, planner, technicianActor } = await plannedCompany(testing)
  const [ana, bob] = [await hire('Ana'), await hire('Bob')]
  const draft = await assign(await order(), ana.id, at('09:00'))
  const phone = technicianActor(ana.id)
  const answer = { assignmentId: draft.id, version: 2 }
  await expect(act(phone, acceptAssignment, answer)).rejects.toMatchObject({ code: 'not_found' })
  await act(planner, publishPlan, day)
  expect((await act(phone, acceptAssignment, answer)).state).toBe('accepted')
  const moved = await act(planner, moveAssignment, {
    assignmentId: draft.id,
    version: 3,
    technicianId: bob.id,
    startsAt: at('14:00'),
  })
  expect(moved).toMatchObject({ state: 'offered', technicianName: 'Bob' })
  expect(moved.publishedAt).not.toBeNull()
  const event = (await told(planner)).find(({ name }) => name === 'assignment_moved')
  expect(event?.payload).toMatchObject({ previous: { technicianId: ana.id } })
  await expect(
    act(phone, acceptAssignment, { assignmentId: draft.id, version: 4 }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a declined visit is open again and the reason is kept', async () => {
  const { hire, order, assign, planner, technicianActor } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order()
  const draft = await assign(work, ana.id, at('09:00'))
  await act(planner, publishPlan, day)
  const declined = await act(technicianActor(ana.id), declineAssignment, {
    assignmentId: draft.id,
    version: 2,
    reason: 'Garde d’enfants',
  })
  expect(declined).toMatchObject({ state: 'declined', declinedReason: 'Garde d’enfants' })
  expect((await read(planner, (tx) => findWorkOrder(tx, work.id)))?.status).toBe('qualified')
  await assign(work, ana.id, at('13:00'))
})

test('a locked assignment is neither moved nor taken off before it is unlocked', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const locked = await assign(await order(), ana.id, at('09:00'), true)
  const change = { assignmentId: locked.id, version: 1 }
  await expect(
    act(planner, moveAssignment, { ...change, startsAt: at('12:00') }),
  ).rejects.toMatchObject({ code: 'wrong_state', details: { state: 'locked' } })
  await expect(act(planner, removeAssignment, change)).rejects.toMatchObject({
    code: 'wrong_state',
  })
  const free = await act(planner, lockAssignment, { ...change, locked: false })
  const removed = await act(planner, removeAssignment, {
    assignmentId: free.id,
    version: free.version,
  })
  expect(removed.state).toBe('withdrawn')
})

test('assigning again undoes taking off', async () => {
  const { hire, order, assign, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order()
  const first = await assign(work, ana.id, at('09:00'))
  await act(planner, removeAssignment, { assignmentId: first.id, version: 1 })
  const again = await assign(work, ana.id, at('09:00'))
  expect(again).toMatchObject({ startsAt: first.startsAt, technicianId: ana.id })
})

test('people and work of another organisation do not exist', async () => {
  const [here, there] = [await plannedCompany(testing), await plannedCompany(testing)]
  const [ana, stranger] = [await here.hire('Ana'), await there.hire('Ben')]
  const [work, theirs] = [await here.order(), await there.order()]
  await expect(here.assign(work, stranger.id, at('09:00'))).rejects.toMatchObject({
    code: 'not_found',
    details: { what: 'technician' },
  })
  await expect(here.assign(theirs, ana.id, at('09:00'))).rejects.toMatchObject({
    code: 'not_found',
    details: { what: 'position' },
  })
  const kept = await here.assign(work, ana.id, at('09:00'))
  await expect(
    act(there.planner, moveAssignment, {
      assignmentId: kept.id,
      version: 1,
      startsAt: at('10:00'),
    }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('a technician who sets out has accepted by it, and nobody moves the visit any more', async () => {
  const { hire, order, assign, planner, technicianActor } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const draft = await assign(await order(), ana.id, at('09:00'))
  await act(planner, publishPlan, day)
  const phone = technicianActor(ana.id)
  const progressed = await testing.work.act(
    phone,
    {
      name: 'tests.progress',
      permission: 'planning.answer',
      run: async (tx) => {
        await settleAssignment(tx, await ownAssignment(tx, draft.id), 'en_route')
        return await ownAssignment(tx, draft.id)
      },
    },
    undefined,
  )
  expect(progressed.state).toBe('en_route')
  await expect(
    act(planner, moveAssignment, {
      assignmentId: draft.id,
      version: progressed.version,
      startsAt: at('15:00'),
    }),
  ).rejects.toMatchObject({ code: 'wrong_state', details: { state: 'en_route' } })
})

test('an end before the start, or 0 minutes, is refused', async () => {
  const { hire, order, planner } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const work = await order()
  await expect(
    act(planner, createAssignment, {
      positionId: seatOf(work),
      technicianId: ana.id,
      startsAt: at('09:00'),
      endsAt: at('09:00'),
      locked: false,
    }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'body.endsAt' }] })
})

test('somebody without the role plans nothing', async () => {
  const { order, planner } = await plannedCompany(testing)
  const manager = member('manager', { organizationId: planner.organizationId })
  const work = await order()
  await expect(
    act(manager, createAssignment, {
      positionId: seatOf(work),
      technicianId: planner.organizationId,
      startsAt: at('09:00'),
      locked: false,
    }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
