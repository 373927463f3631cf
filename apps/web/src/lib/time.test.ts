import { describe, expect, test } from 'vitest'
import {
  addDays,
  clockOf,
  dateOf,
  dateText,
  dayBounds,
  instantOf,
  isRepeated,
  isSkipped,
  minutesBetween,
  mondayOf,
  timeOf,
  timeText,
} from './time.ts'

const PARIS = 'Europe/Paris'
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

describe('the spring night of 2026-03-29 in Paris', () => {
  test('the day has 23 hours', () => {
    const { from, until } = dayBounds('2026-03-29', PARIS)
    expect([from, until]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
    expect(minutesBetween(from, until)).toBe(23 * 60)
  })

  test('02:30 does not exist: the clock has moved on to 03:30', () => {
    expect(isSkipped('2026-03-29', '02:30', PARIS)).toBe(true)
    expect(instantOf('2026-03-29', '02:30', PARIS)).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf('2026-03-29', '02:30', PARIS, true)).toBe('2026-03-29T01:30:00.000Z')
    expect(timeOf('2026-03-29T01:30:00Z', PARIS)).toBe('03:30')
    expect(isSkipped('2026-03-29', '03:30', PARIS)).toBe(false)
  })

  test('one hour after 01:30 the wall shows 03:30', () => {
    expect(timeText('fr', '2026-03-29T00:30:00Z', PARIS)).toBe('01:30')
    expect(timeText('fr', '2026-03-29T01:30:00Z', PARIS)).toBe('03:30')
  })
})

describe('the autumn night of 2026-10-25 in Paris', () => {
  test('the day has 25 hours', () => {
    const { from, until } = dayBounds('2026-10-25', PARIS)
    expect(minutesBetween(from, until)).toBe(25 * 60)
  })

  test('02:30 comes twice, and each says which', () => {
    expect(instantOf('2026-10-25', '02:30', PARIS)).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('2026-10-25', '02:30', PARIS, true)).toBe('2026-10-25T01:30:00.000Z')
    expect(timeText('fr', '2026-10-25T00:30:00Z', PARIS)).toBe('02:30 (UTC+2)')
    expect(timeText('en', '2026-10-25T01:30:00Z', PARIS)).toBe('02:30 (UTC+1)')
    expect(isRepeated('2026-10-25T00:30:00Z', PARIS)).toBe(true)
    expect(isRepeated('2026-10-25T02:30:00Z', PARIS)).toBe(false)
  })
})

describe('the zone is the organisation’s, whatever the browser’s', () => {
  test('late in the evening abroad it is already tomorrow in Paris', () => {
    expect(dateOf('2026-06-30T22:30:00Z', PARIS)).toBe('2026-07-01')
    expect(dateOf('2026-06-30T22:30:00Z', 'America/New_York')).toBe('2026-06-30')
    expect(timeText('fr', '2026-06-30T22:30:00Z', 'America/New_York')).toBe('18:30')
  })

  test('a civil date is never moved by a zone', () => {
    expect(dateText('fr', '2026-03-12', 'long')).toBe('jeudi 12 mars 2026')
    expect(dateText('en', '2026-03-12', 'short')).toBe('12/03/2026')
  })

  test('weeks start on Monday, also over the year’s end', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('a stretch of time', () => {
  const clock = clockOf(PARIS, 'fr')
  test.each([
    ['2026-03-12T07:00:00Z', '2026-03-12T11:30:00Z', '08:00 – 12:30'],
    ['2026-03-12T19:00:00Z', '2026-03-12T23:00:00Z', '20:00 – 00:00'],
    ['2026-03-12T21:00:00Z', '2026-03-13T01:00:00Z', '22:00 – ven. 13 02:00'],
  ])('%s to %s', (from, until, text) => {
    expect(plain(clock.range(from, until))).toBe(text)
  })
})
