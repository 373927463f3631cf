// What changed since technicians last saw their plan, on real PostgreSQL: as the publishing dialog and the board tell it.
import type { Assignment } from '@regie/contract/planning'
import { expect, test } from 'vitest'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useWork } from '../testing/work.ts'
import { acceptAssignment } from './commands/answer.ts'
import { moveAssignment } from './commands/move.ts'
import { publishPlan, seePlan } from './commands/publish.ts'
import { removeAssignment } from './commands/unassign.ts'
import { getBoard } from './queries/board.ts'
import { draftsByTechnician } from './queries/drafts.ts'
import { unseenOf } from './store/unseen.ts'

const testing = useWork({ queue: true })
const { act, read, told } = testing
const day = { from: at('00:00'), until: at('23:59'), technicianIds: null }

async function publishedDay() {
  const company = await plannedCompany(testing)
  const { planner, hire, order, assign } = company
  const [ana, ben] = [await hire('Ana'), await hire('Ben')]
  const [first, second, third] = [
    await assign(await order({ title: 'First' }), ana.id, at('09:00')),
    await assign(await order({ title: 'Second' }), ana.id, at('12:00')),
    await assign(await order({ title: 'Third' }), ana.id, at('14:00')),
  ]
  await act(planner, publishPlan, day)
  const differences = async () =>
    (await read(planner, (tx) => draftsByTechnician(tx, day))).technicians.map((one) => ({
      name: one.technicianName,
      unchanged: one.unchanged,
      changes: one.changes.map(
        ({ kind, title, startsAt, from }) =>
          `${kind} ${title} ${startsAt.slice(11, 16)}${from ? ` was ${from.startsAt.slice(11, 16)}` : ''}`,
      ),
    }))
  const bar = async (id: string) =>
    (await read(planner, (tx) => getBoard(tx, day))).bars.find((one) => one.id === id)
  const move = (one: Assignment, time: string, technicianId = one.technicianId) =>
    act(planner, moveAssignment, {
      assignmentId: one.id,
      version: one.version,
      technicianId,
      startsAt: at(time),
    })
  const published = (one: Assignment): Assignment => ({ ...one, version: one.version + 1 })
  return {
    ...company,
    ...{ ana, ben, differences, bar, move },
    visits: [first, second, third].map(published) as [Assignment, Assignment, Assignment],
  }
}

test('new, moved, given and withdrawn are told apart by technician, with how many stay', async () => {
  const { planner, ana, ben, order, assign, visits, differences, bar, move } = await publishedDay()
  expect(await differences()).toEqual([])
  const [first, second, third] = visits
  const moved = await move(first, '09:30')
  expect(moved.unseen?.from?.startsAt).toBe(first.startsAt)
  await move(moved, '10:00')
  await move(second, '12:00', ben.id)
  await act(planner, removeAssignment, { assignmentId: third.id, version: third.version })
  await assign(await order({ title: 'Draft' }), ana.id, at('16:00'))
  expect(await differences()).toEqual([
    {
      name: 'Ana',
      unchanged: 0,
      changes: [
        'moved First 09:00 was 08:00',
        'withdrawn Second 11:00',
        'withdrawn Third 13:00',
        'new Draft 15:00',
      ],
    },
    { name: 'Ben', unchanged: 0, changes: ['given Second 11:00'] },
  ])
  expect((await bar(second.id))?.unseen).toEqual({ changedAt: expect.any(String), from: null })
  await act(planner, publishPlan, { ...day, technicianIds: [ana.id] })
  expect((await differences()).map(({ name }) => name)).toEqual(['Ben'])
  expect((await bar(first.id))?.unseen).toBeNull()
  const names = (await told(planner)).map(({ name }) => name)
  expect(names.filter((name) => name === 'changes_seen')).toHaveLength(1)
  // Ana's first plan, and her draft; who only had changes was told of them at once.
  expect(names.filter((name) => name === 'assignments_published')).toHaveLength(2)
})

test('what the phone showed is seen; what changed again meanwhile is not', async () => {
  const { planner, ana, technicianActor, visits, differences, move } = await publishedDay()
  const phone = technicianActor(ana.id)
  const [first, second] = visits
  const moved = await move(first, '09:30')
  const shown = await read(phone, (tx) => unseenOf(tx, ana.id))
  expect(shown).toEqual([{ assignmentId: first.id, version: moved.version }])
  const again = await move(moved, '10:00')
  expect(await act(phone, seePlan, { changes: shown })).toEqual({ seen: 0 })
  expect((await differences())[0]?.changes).toEqual(['moved First 09:00 was 08:00'])
  const { version } = again
  expect(await act(phone, seePlan, { changes: [{ assignmentId: first.id, version }] })).toEqual({
    seen: 1,
  })
  expect(await differences()).toEqual([])
  // Another's phone sees nothing for her.
  await move(second, '11:30')
  const other = technicianActor('00000000-0000-7000-8000-000000000001')
  const changes = await read(phone, (tx) => unseenOf(tx, ana.id))
  expect(await act(other, seePlan, { changes })).toEqual({ seen: 0 })
  await expect(act(planner, seePlan, { changes })).rejects.toMatchObject({ code: 'forbidden' })
})

test('who answers has seen it; what comes back to how they know it is no change', async () => {
  const { ana, ben, technicianActor, visits, differences, move } = await publishedDay()
  const [first, second, third] = visits
  const moved = await move(first, '09:30')
  const answer = { assignmentId: first.id, version: moved.version }
  expect((await act(technicianActor(ana.id), acceptAssignment, answer)).unseen).toBeNull()
  const away = await move(second, '11:30')
  expect((await move(away, '12:00')).unseen).toBeNull()
  const lent = await move(third, '14:00', ben.id)
  expect((await move(lent, '14:00', ana.id)).unseen).toBeNull()
  expect(await differences()).toEqual([])
})
