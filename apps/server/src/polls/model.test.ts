import { expect, test } from 'vitest'
import { shippedSettings, weeklyQuestion, weeklyTitle } from './model.ts'

const settings = { ...shippedSettings, enabled: true, weekday: 7, at: '02:30', weeks: 1 }
const asked = (now: string, more: Partial<typeof settings> = {}, since = '2026-01-01T00:00:00Z') =>
  weeklyQuestion({ ...settings, ...more }, { now, timeZone: 'Europe/Paris', since })

test.each([
  ['in summer time', '2026-07-05T00:29:59Z', '2026-07-05T00:30:00Z'],
  [
    'in an hour that the clocks skip, when they have skipped it',
    '2026-03-29T01:29:59Z',
    '2026-03-29T01:30:00Z',
  ],
  ['in an hour that comes twice, the first time', '2026-10-25T00:29:59Z', '2026-10-25T00:30:00Z'],
])('freelances are asked %s', (_, before, at) => {
  expect(asked(before)).toBeUndefined()
  expect(asked(at)).toBeDefined()
})

test('for the chosen days of the weeks from the next Monday on, until so many hours later', () => {
  expect(asked('2026-11-22T02:00:00Z', { days: [6, 7], weeks: 2, answerHours: 48 })).toEqual({
    weekOf: '2026-11-16',
    from: '2026-11-28',
    until: '2026-12-06',
    options: ['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06'].map((date) => ({
      date,
      hours: { from: '08:00', until: '20:00' },
      peak: null,
    })),
    closesAt: '2026-11-24T02:00:00.000Z',
  })
})

test('a program that slept asks later in the week, not in the next one; new settings wait for their hour', () => {
  const monday = { weekday: 1, at: '09:00' }
  expect(asked('2026-11-20T12:00:00Z', monday)?.weekOf).toBe('2026-11-16')
  expect(asked('2026-11-23T07:59:00Z', monday)).toBeUndefined()
  expect(asked('2026-11-20T12:00:00Z', monday, '2026-11-18T12:00:00Z')).toBeUndefined()
  expect(asked('2026-11-20T12:00:00Z', { enabled: false })).toBeUndefined()
})

test('its title says the days', () => {
  const days = { from: '2026-11-30', until: '2026-12-13' }
  expect(weeklyTitle('fr', days)).toBe('Vos disponibilités du 30 nov. au 13 déc.')
  expect(weeklyTitle('en', days)).toBe('Your availability from 30 Nov to 13 Dec')
})
