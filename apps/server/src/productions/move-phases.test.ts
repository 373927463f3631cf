import type { Id } from '@regie/contract/kernel'
import type { Production } from '@regie/contract/productions'
import ICAL from 'ical.js'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { createAssignment } from '../planning/index.ts'
import { concert } from '../testing/concert.ts'
import { at, seatOf } from '../testing/planned-company.ts'
import { member, useWork } from '../testing/work.ts'
import { findWorkOrder } from '../work-orders/index.ts'
import { movePhases } from './commands/move-phases.ts'
import { timelineIcs, timelineXlsx } from './exports/files.ts'

const testWork = useWork()
const { act, read } = testWork

/** Set-up, then after a quarter of an hour the sound check, with Ana on both and Bob beside her on the first. */
async function chain() {
  const show = await concert(testWork)
  const { planner, add, hire, assign } = show
  const two = { positions: [{ label: 'Son', headcount: 2 }] }
  const setUp = (await add('set_up', '09:00', '11:00', two)).phases[0]
  if (!setUp) throw new Error('no phase')
  const wait = { dependencies: [{ afterId: setUp.id, lagMinutes: 15 }] }
  const { phases } = await add('sound_check', '11:30', '13:00', wait)
  const ana = await hire('Ana')
  const orderOf = async (id: Id) => {
    const order = await read(planner, (tx) => findWorkOrder(tx, id))
    if (!order) throw new Error('no work order')
    return order
  }
  const first = await orderOf(setUp.id)
  await assign(first, ana.id, at('09:00'))
  await act(planner, createAssignment, {
    positionId: seatOf(first, 1),
    technicianId: (await hire('Bob')).id,
    startsAt: at('09:00'),
    locked: false,
  })
  const check = await orderOf(phases[1]?.id ?? '')
  await assign(check, ana.id, at('11:30'))
  return { ...show, ana, setUp: first, check, orderOf }
}

const hoursOf = ({ phases }: Production) =>
  phases.map(({ startsAt, endsAt, seats }) => [
    startsAt.slice(11, 16),
    endsAt.slice(11, 16),
    seats.find(({ technicianId }) => technicianId)?.startsAt.slice(11, 16),
  ])

const later = (id: Id, version: number, from: string, until: string) => ({
  phaseId: id,
  version,
  startsAt: at(from),
  endsAt: at(until),
})

test('phases move together with their crew, all or none, and back again', async () => {
  const { planner, projectId, setUp, check } = await chain()
  const moves = [later(setUp.id, 1, '10:00', '12:00'), later(check.id, 1, '12:30', '14:00')]
  const moved = await act(planner, movePhases, { projectId, moves, crew: true })
  expect(moved).toMatchObject({ followed: 3, stayed: [] })
  expect(hoursOf(moved.production)).toEqual([
    ['09:00', '11:00', '09:00'],
    ['11:30', '13:00', '11:30'],
  ])
  const half = act(planner, movePhases, {
    projectId,
    moves: [later(setUp.id, 2, '09:00', '11:00'), later(check.id, 1, '10:30', '12:00')],
    crew: true,
  })
  await expect(half).rejects.toMatchObject({
    code: 'stale_version',
    details: { current: { id: check.id, version: 2 } },
  })
  const back = await act(planner, movePhases, {
    projectId,
    moves: [later(setUp.id, 2, '09:00', '11:00'), later(check.id, 2, '11:30', '13:00')],
    crew: true,
  })
  expect(hoursOf(back.production)).toEqual([
    ['08:00', '10:00', '08:00'],
    ['10:30', '12:00', '10:30'],
  ])
})

test('who may not go along stays and is named with the reason', async () => {
  const { planner, projectId, setUp } = await chain()
  const answer = await act(planner, movePhases, {
    projectId,
    moves: [later(setUp.id, 1, '10:30', '12:30')],
    crew: true,
  })
  expect(answer).toMatchObject({
    followed: 1,
    stayed: [{ phaseId: setUp.id, technicianName: 'Ana' }],
  })
  expect(answer.stayed[0]?.said).not.toBe('')
  expect(answer.production.earlyStarts).toMatchObject([{ minutes: 75 }])
  const held = answer.production.phases[0]?.seats.map((one) => [one.technicianName, one.startsAt])
  expect(held?.toSorted()).toEqual([
    ['Ana', '2026-11-23T08:00:00.000Z'],
    ['Bob', '2026-11-23T09:30:00.000Z'],
  ])
})

test('hours of others are not moved by strangers, nor phases of elsewhere', async () => {
  const { planner, projectId, setUp } = await chain()
  const moves = [later(setUp.id, 1, '10:00', '12:00')]
  const stranger = act(member('planner'), movePhases, { projectId, moves, crew: true })
  await expect(stranger).rejects.toMatchObject({ code: 'not_found' })
  const elsewhere = { projectId, moves: [{ ...moves[0], phaseId: projectId }], crew: true }
  await expect(act(planner, movePhases, elsewhere as never)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('the files tell hours of the organisation, what waits for what, and who is there', async () => {
  const { planner, projectId, setUp } = await chain()
  const xlsx = await read(planner, (tx) => timelineXlsx(tx, projectId))
  expect(xlsx.name).toMatch(/^PROJ-.* Concert fictif\.xlsx$/)
  const [phases, seats] = await readWorkbook(Buffer.from(xlsx.content))
  const [titles = [], first = [], second = []] = phases?.data ?? []
  const cell = (row: unknown[], title: string) => row[titles.indexOf(title)]
  expect([cell(first, 'Phase'), cell(first, 'Marge (min)'), cell(first, 'Mission')]).toEqual([
    'Montage',
    15,
    setUp.reference,
  ])
  expect(cell(first, 'Début')).toEqual(new Date('1899-12-30T09:00:00Z'))
  expect(cell(second, 'Attend la fin de')).toBe('Montage (+15 min)')
  expect(cell(first, 'Équipe')).toBe('Ana (Son), Bob (Son)')
  expect(seats?.data).toHaveLength(4)
  expect(seats?.data[0]?.slice(-2)).toEqual(['Affaire', 'Code budgétaire'])
  const ics = await read(planner, (tx) => timelineIcs(tx, projectId))
  const events = new ICAL.Component(ICAL.parse(Buffer.from(ics.content).toString('utf8')))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
  expect(events.map(({ summary, uid }) => [summary, uid])[0]).toEqual([
    'Montage · Grande scène',
    `${setUp.id}@regie`,
  ])
  expect(events[0]?.startDate.toString()).toBe('2026-11-23T08:00:00Z')
})
