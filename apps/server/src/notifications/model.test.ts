import { expect, test } from 'vitest'
import { toMobile } from '../platform/phone.ts'
import { legalHours, outsideQuietHours, type Reach, reachableBy } from './model.ts'

const paris = { quietFrom: '21:00', quietUntil: '07:00', timeZone: 'Europe/Paris' }

test.each([
  ['in the evening, until the morning', '2026-11-21T21:30:00Z', '2026-11-22T06:00:00.000Z'],
  [
    'in the small hours, until the same morning',
    '2026-11-22T02:00:00Z',
    '2026-11-22T06:00:00.000Z',
  ],
  ['at the very end, not at all', '2026-11-22T06:00:00.000Z', '2026-11-22T06:00:00.000Z'],
  ['at noon, not at all', '2026-11-21T11:00:00.000Z', '2026-11-21T11:00:00.000Z'],
  ['over the night that loses an hour', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
  ['over the night that gains an hour', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
])('quiet hours hold back %s', (_, at, until) => {
  expect(outsideQuietHours(at, paris)).toBe(until)
})

test('quiet hours within a day, and none', () => {
  const siesta = { ...paris, quietFrom: '12:00', quietUntil: '14:00' }
  expect(outsideQuietHours('2026-11-21T11:30:00Z', siesta)).toBe('2026-11-21T13:00:00.000Z')
  const none = { ...paris, quietFrom: '08:00', quietUntil: '08:00' }
  expect(outsideQuietHours('2026-11-21T03:00:00Z', none)).toBe('2026-11-21T03:00:00Z')
})

test('a person is reached in the order of the rule or their own, by what they have and want', () => {
  const rule = {
    kind: 'start_reminder' as const,
    channels: ['push' as const, 'sms' as const, 'email' as const],
  }
  const preferences: Reach['preferences'] = { off: [], kinds: [] }
  const reach = { email: 'ana@exemple.fr', mobile: '+33612345678', browsers: 0, preferences }
  expect(reachableBy(rule, reach)).toEqual(['sms', 'email'])
  const wanting = (more: Partial<Reach['preferences']>) =>
    reachableBy(rule, { ...reach, browsers: 1, preferences: { ...preferences, ...more } })
  expect(wanting({ off: ['sms'] })).toEqual(['push', 'email'])
  expect(wanting({ kinds: [{ kind: 'start_reminder', channels: ['email', 'push'] }] })).toEqual([
    'email',
    'push',
  ])
  expect(wanting({ kinds: [{ kind: 'start_reminder', channels: [] }] })).toEqual([])
  expect(wanting({ kinds: [{ kind: 'after_shift', channels: [] }] })).toEqual([
    'push',
    'sms',
    'email',
  ])
})

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['+33 (0)6 12 34 56 78', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['01 42 34 56 78', undefined],
  ['+32 470 12 34 56', '+32470123456'],
  ['12345', undefined],
  ['demander à Paul', undefined],
])('%s is written %s', (written, number) => {
  expect(toMobile(written)).toBe(number)
})

test.each([
  ['on a Monday at noon, at once', '2026-11-23T11:00:00.000Z', '2026-11-23T11:00:00.000Z'],
  ['in the evening, the next morning', '2026-11-23T20:00:00.000Z', '2026-11-24T07:00:00.000Z'],
  ['on a Sunday, on Monday', '2026-11-22T11:00:00.000Z', '2026-11-23T07:00:00.000Z'],
  ['on Easter Monday, on Tuesday', '2026-04-06T10:00:00.000Z', '2026-04-07T06:00:00.000Z'],
  ['on Ascension Day, the day after', '2026-05-14T10:00:00.000Z', '2026-05-15T06:00:00.000Z'],
  ['on the eve of Armistice, after it', '2026-11-10T20:00:00.000Z', '2026-11-12T07:00:00.000Z'],
])('advertising goes out %s', (_, at, until) => {
  expect(legalHours(at, 'Europe/Paris')).toBe(until)
})
