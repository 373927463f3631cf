import type { CrewLine, CrewSeat, Phase } from '@regie/contract/productions'
import { expect, test } from 'vitest'
import { criticalPath, daysLater, earlyStarts, overlaps, withCrew, withEquipment } from './model.ts'

const seat = (more: Partial<CrewSeat>): CrewSeat => ({
  positionId: 'p',
  label: '',
  mandatory: true,
  coverage: 'covered',
  assignmentId: 'a',
  assignmentVersion: 1,
  technicianId: 'ana',
  locked: false,
  technicianName: 'Ana',
  startsAt: '2026-07-04T08:00:00Z',
  endsAt: '2026-07-04T10:00:00Z',
  ...more,
})
const phase = (id: string, from: string, until: string, ...after: [string, number][]) => ({
  id,
  startsAt: `2026-07-04T${from}:00Z`,
  endsAt: `2026-07-04T${until}:00Z`,
  dependencies: after.map(([afterId, lagMinutes]) => ({ afterId, lagMinutes })),
})

test('somebody on two phases at once is told, one after the other is not', () => {
  const night = { startsAt: '2026-07-04T09:30:00Z', endsAt: '2026-07-05T02:00:00Z' }
  const later = { startsAt: '2026-07-05T02:00:00Z', endsAt: '2026-07-05T04:00:00Z' }
  const told = overlaps([
    { id: 'balances', seats: [seat({})] },
    { id: 'show', seats: [seat(night), seat({ technicianId: 'bo', technicianName: 'Bo' })] },
    { id: 'strike', seats: [seat(later), seat({ technicianId: null })] },
  ])
  expect(told).toEqual([
    { technicianId: 'ana', technicianName: 'Ana', phaseIds: ['balances', 'show'] },
  ])
})

test('hours that contradict the order are told with the minutes', () => {
  const phases = [
    phase('power', '08:00', '09:00'),
    phase('sound', '09:10', '11:00', ['power', 30]),
    phase('light', '11:00', '13:00', ['sound', 0], ['elsewhere', 0]),
  ]
  expect(earlyStarts(phases)).toEqual([{ phaseId: 'sound', afterId: 'power', minutes: 20 }])
})

test('the critical path is the chain that takes longest, lags counted', () => {
  const phases = [
    phase('rigging', '06:00', '10:00'),
    phase('power', '08:00', '09:00'),
    phase('sound', '09:00', '11:00', ['power', 150]),
    phase('set', '10:00', '11:00', ['rigging', 0]),
    phase('show', '20:00', '22:00', ['sound', 0], ['set', 0]),
    phase('alone', '00:00', '20:00'),
  ]
  expect(criticalPath(phases)).toEqual(['power', 'sound', 'show'])
  expect(criticalPath([phase('alone', '00:00', '20:00')])).toEqual([])
})

test('a template adds what is missing of each role, or alone says who is needed', () => {
  const line = (label: string, more: Partial<CrewLine> = {}): CrewLine => ({
    label,
    skills: [],
    certificationKindIds: [],
    mandatory: true,
    headcount: 1,
    kinds: [],
    department: null,
    ...more,
  })
  const there = { ...line('Ingénieur son'), positionIds: ['one', 'two'], headcount: 2 }
  const own = { ...line('Chauffeur'), positionIds: ['three'] }
  const show: Pick<Phase, 'kind' | 'department' | 'positions'> = {
    kind: 'show',
    department: 'sound',
    positions: [there, own],
  }
  const lines = [
    line('ingénieur son'),
    line('Chef son', { department: 'sound' }),
    line('Road', { kinds: ['loading'] }),
    line('Électro', { department: 'light' }),
  ]
  const crew = (keep: boolean) =>
    withCrew(show, lines, keep).map(({ label, headcount, positionIds }) => [
      label,
      headcount,
      positionIds,
    ])
  expect(crew(true)).toEqual([
    ['Chauffeur', 1, ['three']],
    ['ingénieur son', 2, ['one', 'two']],
    ['Chef son', 1, []],
  ])
  expect(crew(false)).toEqual([
    ['ingénieur son', 1, ['one']],
    ['Chef son', 1, []],
  ])
})

test.each([
  ['2026-03-28T23:30:00+01:00', '2026-03-29T21:30:00.000Z'],
  ['2026-03-28T02:30:00+01:00', '2026-03-29T01:30:00.000Z'],
  ['2026-10-24T23:30:00+02:00', '2026-10-25T22:30:00.000Z'],
])('%s is at the same hour a day later, also over the nights when clocks change', (from, later) => {
  expect(daysLater(from, 1, 'Europe/Paris')).toBe(later)
})

test('equipment of a template is added to what a phase holds, only in its kinds, never less', () => {
  const phase = {
    kind: 'set_up',
    equipment: [
      { equipmentId: 'lift', quantity: 2 },
      { equipmentId: 'truck', quantity: 1 },
    ],
  } as const
  const needs = [
    { equipmentId: 'lift', quantity: 1, kinds: [] },
    { equipmentId: 'truck', quantity: 3, kinds: ['set_up' as const] },
    { equipmentId: 'desk', quantity: 1, kinds: ['show' as const] },
  ]
  expect(withEquipment({ ...phase, equipment: [...phase.equipment] }, needs)).toEqual([
    { equipmentId: 'lift', quantity: 2 },
    { equipmentId: 'truck', quantity: 3 },
  ])
})
