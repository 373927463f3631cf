import type { CrewSeat, Phase } from '@regie/contract/productions'
import { expect, test } from 'vitest'
import { dateOf, instantOf } from '../lib/time.ts'
import { peopleOf } from './people.ts'

const ZONE = 'Europe/Paris'
const days = {
  dateOf: (at: string) => dateOf(at, ZONE),
  instantOf: (date: string, time: string) => instantOf(date, time, ZONE),
}
const phase = (startsAt: string, endsAt: string, technicianName: string | null): Phase => ({
  id: startsAt,
  version: 1,
  reference: '',
  status: 'planned',
  title: '',
  stageId: 'none',
  kind: 'show',
  name: '',
  department: null,
  startsAt,
  endsAt,
  positions: [],
  dependencies: [],
  equipment: [],
  seats: [
    {
      positionId: startsAt,
      label: 'Son',
      mandatory: true,
      coverage: technicianName ? 'covered' : 'uncovered',
      assignmentId: null,
      assignmentVersion: null,
      technicianId: technicianName,
      locked: false,
      technicianName,
      startsAt,
      endsAt,
    } satisfies CrewSeat,
  ],
})

test('hours, nights and weekends of each, in the order of time; who is nobody has no sheet', () => {
  const phases = [
    phase('2026-07-04T20:00:00Z', '2026-07-05T02:30:00Z', 'Ana'),
    phase('2026-07-03T08:00:00Z', '2026-07-03T10:00:00Z', 'Ana'),
    phase('2026-07-03T08:00:00Z', '2026-07-03T10:00:00Z', null),
  ]
  const [ana, ...others] = peopleOf({ stages: [], phases }, days)
  expect(others).toEqual([])
  expect(ana).toMatchObject({
    name: 'Ana',
    minutes: 510,
    // 22:00 to 04:30 in Paris: from midnight on it is night, and all of it is weekend.
    nightMinutes: 270,
    weekendMinutes: 390,
    duties: [{ phase: { id: phases[1]?.id } }, { phase: { id: phases[0]?.id } }],
  })
})

test.each([
  // Two o’clock comes twice, or not at all: what counts is the time that went by.
  ['2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z', 360],
  ['2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z', 240],
])('a night when clocks change counts as long as it was: %s to %s', (from, until, night) => {
  const [one] = peopleOf({ stages: [], phases: [phase(from, until, 'Ana')] }, days)
  expect(one?.nightMinutes).toBe(night)
})
