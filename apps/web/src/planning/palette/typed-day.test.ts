import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

/** A Sunday. */
const today = '2026-11-22'
const fr = (typed: string) => typedDay(typed, 'fr', today)
const en = (typed: string) => typedDay(typed, 'en', today)

test('days near today and days of the week', () => {
  expect(fr('demain')).toBe('2026-11-23')
  expect(fr('aujourd’hui')).toBe('2026-11-22')
  expect(fr('après-demain')).toBe('2026-11-24')
  expect(fr('Hier')).toBe('2026-11-21')
  expect(en('tomorrow')).toBe('2026-11-23')
  expect(fr('lundi')).toBe('2026-11-23')
  expect(fr('dim')).toBe('2026-11-29')
  expect(en('wednesday')).toBe('2026-11-25')
})

test('dates with and without a year, the nearest when none is said', () => {
  expect(fr('12/03')).toBe('2027-03-12')
  expect(fr('12/03/26')).toBe('2026-03-12')
  expect(fr('1er décembre')).toBe('2026-12-01')
  expect(fr('jeu. 12 mars 2026')).toBe('2026-03-12')
  expect(en('March 29th 2026')).toBe('2026-03-29')
  expect(en('2026-10-25')).toBe('2026-10-25')
})

test('what is no day is none', () => {
  expect(fr('31/02/2026')).toBeNull()
  expect(fr('29 février 2027')).toBeNull()
  expect(fr('Piscine')).toBeNull()
  expect(fr('ma')).toBeNull()
  expect(fr('')).toBeNull()
})
