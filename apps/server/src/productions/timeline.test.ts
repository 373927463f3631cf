import { followersOf, slackOf } from '@regie/contract/production-timeline'
import { expect, test } from 'vitest'
import { hoursAlong } from './timeline.ts'

const at = (time: string) => `2026-11-23T${time}:00.000Z`
const span = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) })
const phase = (id: string, from: string, until: string, after: string[] = [], lagMinutes = 0) => ({
  id,
  ...span(from, until),
  dependencies: after.map((afterId) => ({ afterId, lagMinutes })),
})

test('slack is the room before the first of those who wait, lag included; negative where it is too early', () => {
  const slack = slackOf([
    phase('power', '08:00', '09:00'),
    phase('check', '10:00', '11:00', ['power'], 15),
    phase('light', '09:30', '12:00', ['power', 'elsewhere']),
    phase('show', '10:45', '13:00', ['check']),
  ])
  expect([...slack]).toEqual([
    ['power', 30],
    ['check', -15],
  ])
})

test('those who wait are found through others, once, and never the phase itself', () => {
  const phases = [
    phase('a', '08:00', '09:00', ['c']),
    phase('b', '09:00', '10:00', ['a']),
    phase('c', '10:00', '11:00', ['b', 'a']),
    phase('d', '10:00', '11:00'),
  ]
  expect(followersOf(phases, 'a').map(({ id }) => id)).toEqual(['b', 'c'])
})

test.each([
  {
    what: 'moved as the phase is moved',
    before: span('08:00', '10:00'),
    after: span('09:00', '11:00'),
    own: span('08:30', '10:00'),
    expected: span('09:30', '11:00'),
  },
  {
    what: 'an edge that lay on its edge stays on it',
    before: span('08:00', '10:00'),
    after: span('08:00', '11:00'),
    own: span('08:30', '10:00'),
    expected: span('08:30', '11:00'),
  },
  {
    what: 'those left behind are where the phase comes back to',
    before: span('10:00', '12:00'),
    after: span('09:00', '11:00'),
    own: span('09:00', '11:00'),
    expected: span('09:00', '11:00'),
  },
  {
    what: 'hours of one’s own are kept inside',
    before: span('08:00', '12:00'),
    after: span('09:00', '11:00'),
    own: span('08:30', '10:00'),
    expected: span('09:00', '10:00'),
  },
  {
    what: 'hours that are gone become all of it',
    before: span('08:00', '12:00'),
    after: span('10:00', '12:00'),
    own: span('08:30', '09:30'),
    expected: span('10:00', '12:00'),
  },
])('hours of a seat: $what', ({ before, after, own, expected }) => {
  expect(hoursAlong(own, before, after)).toEqual(expected)
})
