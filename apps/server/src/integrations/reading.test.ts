import { describe, expect, test } from 'vitest'
import {
  date,
  dateTime,
  duration,
  email,
  fold,
  latitude,
  levelled,
  longitude,
  names,
  numberBetween,
  oneOf,
  type Reader,
  siret,
  time,
  timeRanges,
} from './reading.ts'

const read = <T>(reader: Reader<T>, cell: string): T | 'refused' => {
  const reading = reader(cell)
  return reading.ok ? reading.value : 'refused'
}

test.each([
  ['48,86', 48.86],
  ['48.86', 48.86],
  ['1 234,5', 1234.5],
  ['1\u202F234,5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['-3', -3],
  ['1,2,3', 'refused'],
  ['douze', 'refused'],
  ['', 'refused'],
  ['12e', 'refused'],
])('the number %j is %j', (cell, value) => {
  expect(read(numberBetween(-1e6, 1e6), cell)).toBe(value)
})

test.each([
  [latitude, '48,8566', 48.8566],
  [latitude, '48.8566° N', 48.8566],
  [latitude, '200', 'refused'],
  [latitude, '-90', -90],
  [longitude, '200', 'refused'],
  [longitude, '2,3522', 2.3522],
])('degrees %#', (reader, cell, value) => {
  expect(read(reader, cell)).toBe(value)
})

describe('dates', () => {
  test.each([
    ['21/11/2026', '2026-11-21'],
    ['1/2/2026', '2026-02-01'],
    ['21-11-26', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['2026/11/21', '2026-11-21'],
    ['2026-11-21 00:00:00', '2026-11-21'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2026', 'refused'],
    ['31/04/2026', 'refused'],
    ['11/21/2026', 'refused'],
    ['2026-13-01', 'refused'],
    ['46347', 'refused'],
    ['demain', 'refused'],
  ])('%s is %s', (cell, value) => {
    expect(read(date, cell)).toBe(value)
  })

  test.each([
    ['21/11/2026 8h30', { date: '2026-11-21', time: '08:30' }],
    ['2026-11-21T08:30:00', { date: '2026-11-21', time: '08:30' }],
    ['21/11/2026', { date: '2026-11-21', time: null }],
    ['21/11/2026 25:00', 'refused'],
  ])('%s with its time', (cell, value) => {
    expect(read(dateTime, cell)).toEqual(value)
  })
})

test.each([
  ['8h', '08:00'],
  ['8', '08:00'],
  ['8:05', '08:05'],
  ['18h30', '18:30'],
  ['08:30:00', '08:30'],
  ['24:00', 'refused'],
  ['8h75', 'refused'],
])('the time %s is %s', (cell, value) => {
  expect(read(time, cell)).toBe(value)
})

test.each([
  ['90', 90],
  ['90 min', 90],
  ['1h30', 90],
  ['1 h 30', 90],
  ['1:30', 90],
  ['01:30:00', 90],
  ['1,5 h', 90],
  ['2h', 120],
  ['PT1H30M', 90],
  ['0', 'refused'],
  ['0h00', 'refused'],
  ['-30', 'refused'],
  ['25h', 'refused'],
  ['long', 'refused'],
])('the duration %s is %s minutes', (cell, value) => {
  expect(read(duration, cell)).toBe(value)
})

test.each([
  [
    '08:00-12:00 13:00-17:00',
    [
      { from: '08:00', until: '12:00' },
      { from: '13:00', until: '17:00' },
    ],
  ],
  [
    '8h à 12h / 13h30 – 17h',
    [
      { from: '08:00', until: '12:00' },
      { from: '13:30', until: '17:00' },
    ],
  ],
  [
    '13:00-17:00, 8:00-12:00',
    [
      { from: '08:00', until: '12:00' },
      { from: '13:00', until: '17:00' },
    ],
  ],
  ['08:00-12:00 11:00-17:00', 'refused'],
  ['20h-2h', [{ from: '20:00', until: '02:00' }]],
  ['repos', []],
  [
    '18:00-02:00 01:00-03:00',
    [
      { from: '01:00', until: '03:00' },
      { from: '18:00', until: '02:00' },
    ],
  ],
  ['18:00-02:00 23:00-23:30', 'refused'],
  ['8h-8h', 'refused'],
  ['matin', 'refused'],
])('the hours %s', (cell, value) => {
  expect(read(timeRanges, cell)).toEqual(value)
})

test('overlapping hours say so', () => {
  expect(timeRanges('08:00-12:00 11:00-17:00')).toMatchObject({
    expected: { en: 'working hours that do not overlap' },
  })
})

test('small words, lists and identifiers', () => {
  expect(read(siret, '732 829 320 00074')).toBe('73282932000074')
  expect(read(siret, '7,32829E+13')).toBe('refused')
  expect(read(email, 'Zoe@Exemple.FR')).toBe('zoe@exemple.fr')
  expect(read(email, 'zoe@exemple')).toBe('refused')
  expect(fold('  Code_Postal (é)')).toBe('code postal e')
  expect(names('Piscine:3; Électricité (2)| Son')).toEqual(['Piscine:3', 'Électricité (2)', 'Son'])
  expect(levelled('Piscine:3')).toEqual({ name: 'Piscine', level: 3 })
  expect(levelled('Électricité (niveau 2)')).toEqual({ name: 'Électricité', level: 2 })
  expect(levelled('Son')).toEqual({ name: 'Son', level: null })
  const kind = oneOf({ employee: ['salarié', 'CDI'], freelance: ['indépendant'] })
  expect(read(kind, 'SALARIE')).toBe('employee')
  expect(kind('stagiaire')).toMatchObject({
    ok: false,
    expected: { fr: "l'un de : salarié, indépendant" },
  })
})
