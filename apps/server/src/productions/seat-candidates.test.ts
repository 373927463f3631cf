import { expect, test } from 'vitest'
import { concert } from '../testing/concert.ts'
import { at } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { getSeatCandidates } from './queries/seat-candidates.ts'

const testWork = useWork()
const { read } = testWork

test('who worked on this stage before comes first, and is shown with what they carry', async () => {
  const { planner, add, hire, assign, projectId } = await concert(testWork)
  const { phases } = await add('set_up', '09:00', '11:00', { department: 'sound' })
  const [first] = phases
  const all = await add('show', '14:00', '16:00')
  const [, show] = all.phases
  const people = [await hire('Ana'), await hire('Bob'), await hire('Chloé')]
  const work = await read(planner, (tx) => findWorkOrder(tx, first?.id ?? ''))
  if (!work || !show) throw new Error('nothing to do')
  await assign(work, people[2]?.id ?? '', at('09:00'))
  const question = {
    projectId,
    phaseId: show.id,
    positionId: show.seats[0]?.positionId ?? '',
  }
  const answer = await read(planner, (tx) => getSeatCandidates(tx, question))
  expect(answer.items.map(({ technicianName, known }) => [technicianName, known?.how])).toEqual([
    ['Chloé', 'stage'],
    expect.anything(),
    expect.anything(),
  ])
  expect(answer.items[0]).toMatchObject({
    known: { times: 1, lastAt: '2026-11-23T08:00:00.000Z' },
    burden: { minutes: 120, nights: 0, weekendDays: 0 },
    labour: { dayMinutes: 240, weekMinutes: 240, averageMinutes: 20, restMinutes: null },
  })
  expect(answer.rules).toBeNull()
  const others = await read(planner, (tx) =>
    getSeatCandidates(tx, {
      ...{ projectId, phaseId: first?.id ?? '' },
      positionId: first?.seats[0]?.positionId ?? '',
    }),
  )
  expect(others.items.map(({ technicianName }) => technicianName).toSorted()).toEqual([
    'Ana',
    'Bob',
  ])
  const stranger = read(member('planner'), (tx) => getSeatCandidates(tx, question))
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' })
})
