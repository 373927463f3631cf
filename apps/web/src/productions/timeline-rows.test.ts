import type { CrewSeat, Phase } from '@regie/contract/productions'
import { expect, test } from 'vitest'
import { clockOf } from '../lib/time.ts'
import { backOf, movesOf, pendingOf, pulled, spanOf, stepOf } from './timeline-moves.ts'
import { pagesOf } from './timeline-pages.ts'
import { arrowsOf, dayAxis, groupsOf, strayedOf, wholeAxis } from './timeline-rows.ts'

const clock = clockOf('Europe/Paris', 'fr')
const seat = (coverage: CrewSeat['coverage'], mandatory = true) =>
  ({ coverage, mandatory }) as CrewSeat
const phase = (id: string, startsAt: string, endsAt: string, more: Partial<Phase> = {}): Phase => ({
  ...{ id, version: 1, reference: id, status: 'qualified', title: id, kind: 'show', name: '' },
  ...{ stageId: 'main', department: null, positions: [], dependencies: [], equipment: [] },
  ...{ startsAt, endsAt, seats: [], ...more },
})
const after = (afterId: string, lagMinutes = 0) => ({ dependencies: [{ afterId, lagMinutes }] })

const phases = [
  phase('power', '2026-11-23T07:00:00Z', '2026-11-23T08:00:00Z', {
    seats: [seat('covered'), seat('offered'), seat('uncovered', false)],
  }),
  phase('check', '2026-11-23T08:30:00Z', '2026-11-23T10:00:00Z', after('power', 15)),
  phase('show', '2026-11-23T09:45:00Z', '2026-11-24T01:00:00Z', {
    ...after('check'),
    stageId: 'lake',
    seats: [seat('uncovered')],
  }),
]
const names = {
  groupOf: ({ stageId }: Phase) => ({ key: stageId, title: stageId, rank: 0 }),
  detailOf: () => '',
}

test('phases lie in groups below each other, with slack, early starts and how far the crew is there', () => {
  const axis = wholeAxis(phases, clock)
  if (!axis) throw new Error('no axis')
  const groups = groupsOf({ phases, criticalPath: ['power', 'check'] }, names, axis)
  expect(
    groups.map(({ title, row, lines }) => [title, row, lines.map((line) => line.row)]),
  ).toEqual([
    ['lake', 0, [1]],
    ['main', 2, [3, 4]],
  ])
  const [power, check] = groups[1]?.lines ?? []
  expect(power).toMatchObject({ slackMinutes: 15, earlyMinutes: null, isCritical: true })
  expect(power).toMatchObject({ wanted: 2, covered: 1, offered: 1, coverage: 'offered' })
  expect(check).toMatchObject({ slackMinutes: -15, coverage: null })
  expect(groups[0]?.lines[0]).toMatchObject({ earlyMinutes: 15, coverage: 'uncovered' })
  expect(
    arrowsOf(groups, ['power', 'check']).map(({ key, earlyMinutes, isCritical }) => [
      key,
      earlyMinutes,
      isCritical,
    ]),
  ).toEqual([
    ['check show', 15, false],
    ['power check', null, true],
  ])
})

test('the axis takes whole days, whatever their length, or one day with an hour around', () => {
  const night = [phase('show', '2026-10-24T20:00:00Z', '2026-10-25T01:30:00Z')]
  const whole = wholeAxis(night, clock)
  expect(whole?.days.map(({ from, until }) => (until - from) / 3_600_000)).toEqual([24, 25])
  const day = dayAxis(night, '2026-10-24', clock)
  expect([day.from, day.until].map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-24T19:00:00.000Z',
    '2026-10-25T03:00:00.000Z',
  ])
  expect(dayAxis(phases, '2026-11-24', clock).from).toBe(Date.parse('2026-11-23T23:00:00Z'))
  expect(wholeAxis([], clock)).toBeNull()
})

test('what waits goes along by as much as the end moves, and comes back with the versions of after', () => {
  const span = pulled(spanOf(phases[0] as Phase), 'end', 30, 15)
  expect(pendingOf(phases, 'power', span, false).size).toBe(1)
  const moves = movesOf(phases, pendingOf(phases, 'power', span, true))
  expect(moves.map(({ phaseId, startsAt, endsAt }) => [phaseId, startsAt, endsAt])).toEqual([
    ['power', '2026-11-23T07:00:00.000Z', '2026-11-23T08:30:00.000Z'],
    ['check', '2026-11-23T09:00:00.000Z', '2026-11-23T10:30:00.000Z'],
    ['show', '2026-11-23T10:15:00.000Z', '2026-11-24T01:30:00.000Z'],
  ])
  const written = phases.map((one) => ({ ...one, version: 2 }))
  expect(backOf(moves, phases, written)[1]).toEqual({
    phaseId: 'check',
    version: 2,
    startsAt: '2026-11-23T08:30:00Z',
    endsAt: '2026-11-23T10:00:00Z',
  })
})

test('an end stops before the other, and hands aim at steps they can see', () => {
  const span = { from: 0, until: 3_600_000 }
  expect(pulled(span, 'start', 120, 15)).toEqual({ from: 2_700_000, until: 3_600_000 })
  expect(pulled(span, 'end', -120, 15)).toEqual({ from: 0, until: 900_000 })
  expect([2, 0.3, 0.1, 0.01].map(stepOf)).toEqual([5, 15, 60, 60])
})

test('those whom a phase left behind are found', () => {
  const on = (startsAt: string, endsAt: string): CrewSeat => ({
    ...seat('offered'),
    technicianId: startsAt,
    startsAt,
    endsAt,
  })
  const kept = on('2026-11-23T07:00:00Z', '2026-11-23T07:30:00Z')
  const left = on('2026-11-23T06:30:00Z', '2026-11-23T07:30:00Z')
  const power = { ...(phases[0] as Phase), seats: [kept, left, seat('uncovered')] }
  expect(strayedOf([power]).map((one) => one.seat.technicianId)).toEqual([left.technicianId])
})

test('on paper a group goes on under its head on the next sheet, and rows are counted anew', () => {
  const axis = wholeAxis(phases, clock)
  if (!axis) throw new Error('no axis')
  const groups = groupsOf({ phases, criticalPath: [] }, names, axis)
  expect(
    pagesOf(groups, 4).map((page) =>
      page.map(({ title, row, lines }) => [title, row, lines.map((line) => line.row)]),
    ),
  ).toEqual([
    [
      ['lake', 0, [1]],
      ['main', 2, [3]],
    ],
    [['main', 0, [1]]],
  ])
})
