import { describe, expect, test } from 'vitest'
import { civilOf, dateOfDay, dayOf, weekdayOf } from './civil-days.ts'
import { easterDay, frenchHolidays } from './french-holidays.ts'
import { comesEver, emptySeasons, nextOccurrences, occurrencesBetween } from './occurrences.ts'
import { type Recurrence, type Rhythm, recurrence } from './recurrence.ts'
import { recurrenceText } from './recurrence-sentence.ts'

const rule = (rhythm: Rhythm, more: Partial<Recurrence> = {}): Recurrence =>
  recurrence.parse({ startsOn: '2026-01-05', seasons: [{ rhythm }], ...more })
const weekly = (every: number, ...weekdays: number[]): Rhythm => ({
  kind: 'weekly',
  every,
  weekdays,
})
const days = (one: Recurrence, from: string, until: string, alsatian = false) =>
  occurrencesBetween(one, { from, until, alsatian }).map(({ on }) => on)

describe('civil days', () => {
  test('go there and back over four centuries, with their weekdays', () => {
    for (let day = dayOf('1900-01-01'); day < dayOf('2300-01-01'); day += 17) {
      expect(dayOf(dateOfDay(day))).toBe(day)
      expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7)
    }
    expect(civilOf(dayOf('2024-02-29'))).toEqual({ year: 2024, month: 2, day: 29 })
  })
})

describe('holidays', () => {
  test('move with Easter', () => {
    const easters = [2024, 2025, 2026, 2027].map((year) => dateOfDay(easterDay(year)))
    expect(easters).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28'])
    for (const date of ['2026-04-06', '2026-05-14', '2026-05-25', '2026-07-14'])
      expect(frenchHolidays(2026, false).has(dayOf(date))).toBe(true)
    for (const date of ['2027-03-29', '2027-05-06', '2027-05-17'])
      expect(frenchHolidays(2027, false).has(dayOf(date))).toBe(true)
  })

  test('are two more in Alsace and Moselle', () => {
    const more = [...frenchHolidays(2026, true)].filter(
      (day) => !frenchHolidays(2026, false).has(day),
    )
    expect(more.map(dateOfDay)).toEqual(['2026-04-03', '2026-12-26'])
    expect(frenchHolidays(2026, false).size).toBe(11)
  })
})

describe('rhythms', () => {
  test('every three weeks, counted from the first week, wherever one looks', () => {
    const every3 = rule(weekly(3, 1))
    expect(days(every3, '2026-01-01', '2026-03-10')).toEqual([
      '2026-01-05',
      '2026-01-26',
      '2026-02-16',
      '2026-03-09',
    ])
    const whole = days(every3, '2026-01-01', '2030-12-31')
    const piecewise = ['2026', '2027', '2028', '2029', '2030'].flatMap((year) => [
      ...days(every3, `${year}-01-01`, `${year}-06-17`),
      ...days(every3, `${year}-06-18`, `${year}-12-31`),
    ])
    expect(piecewise).toEqual(whole)
  })

  test('the first Monday, and the last Friday of every other month', () => {
    const first = rule(
      { kind: 'monthly_weekday', every: 1, nth: 1, weekday: 1 },
      { holidays: 'keep' },
    )
    expect(days(first, '2026-02-01', '2026-06-30')).toEqual([
      '2026-02-02',
      '2026-03-02',
      '2026-04-06',
      '2026-05-04',
      '2026-06-01',
    ])
    const last = rule({ kind: 'monthly_weekday', every: 2, nth: -1, weekday: 5 })
    expect(days(last, '2026-01-01', '2026-07-31')).toEqual([
      '2026-01-30',
      '2026-03-27',
      '2026-05-29',
      '2026-07-31',
    ])
  })

  test('the 31st only in months that have one', () => {
    const last = rule({ kind: 'monthly_day', every: 1, day: 31 }, { holidays: 'keep' })
    expect(days(last, '2026-01-01', '2026-12-31').map((date) => date.slice(5, 7))).toEqual([
      '01',
      '03',
      '05',
      '07',
      '08',
      '10',
      '12',
    ])
  })

  test('weekdays but not public holidays; Good Friday is one in Alsace and Moselle', () => {
    const workdays = rule(weekly(1, 1, 2, 3, 4, 5))
    const around = (alsatian: boolean) => days(workdays, '2026-04-01', '2026-04-08', alsatian)
    expect(around(false)).toEqual([
      '2026-04-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-07',
      '2026-04-08',
    ])
    expect(around(true)).toEqual(['2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08'])
  })

  test('a holiday may be put off to a working day, or brought forward', () => {
    const mondays = (holidays: Recurrence['holidays']) =>
      days(rule(weekly(1, 1), { holidays }), '2026-04-01', '2026-04-08')
    expect(mondays('skip')).toEqual([])
    expect(mondays('after')).toEqual(['2026-04-07'])
    expect(mondays('before')).toEqual(['2026-04-03'])
  })

  test('so many visits a contract year, on working days', () => {
    const four = rule({ kind: 'spread', visits: 4 }, { startsOn: '2026-02-16' })
    const dates = days(four, '2026-01-01', '2027-02-15')
    expect(dates).toEqual(['2026-02-16', '2026-05-18', '2026-08-17', '2026-11-16'])
    for (const date of dates) expect(weekdayOf(dayOf(date))).toBeLessThan(6)
    expect(days(four, '2027-02-16', '2028-02-15')).toHaveLength(4)
  })
})

describe('seasons', () => {
  const pool = recurrence.parse({
    startsOn: '2026-01-01',
    seasons: [
      { name: 'Ouverture', from: '04-15', until: '04-30', rhythm: { kind: 'spread', visits: 1 } },
      { name: 'Été', from: '05-01', until: '09-30', rhythm: weekly(1, 2) },
      { name: 'Hivernage', from: '10-15', until: '10-31', rhythm: { kind: 'spread', visits: 1 } },
    ],
  })

  test('opening, weekly in summer, winterising', () => {
    const year = occurrencesBetween(pool, { from: '2026-01-01', until: '2026-12-31' })
    expect(year[0]).toEqual({ on: '2026-04-15', season: 0 })
    expect(year.at(-1)).toEqual({ on: '2026-10-15', season: 2 })
    const summer = year.filter(({ season }) => season === 1).map(({ on }) => on)
    expect(summer[0]).toBe('2026-05-05')
    expect(summer.at(-1)).toBe('2026-09-29')
    // 22 Tuesdays, 14 July left out.
    expect(summer).toHaveLength(21)
    expect(summer).not.toContain('2026-07-14')
  })

  test('run over New Year, each winter from its own beginning', () => {
    const winter = recurrence.parse({
      startsOn: '2026-01-01',
      holidays: 'keep',
      seasons: [{ from: '11-15', until: '02-15', rhythm: weekly(2, 1) }],
    })
    const found = days(winter, '2026-11-01', '2027-03-01')
    expect(found.slice(0, 2)).toEqual(['2026-11-23', '2026-12-07'])
    expect(found.at(-1)).toBe('2027-02-15')
  })
})

describe('what never comes', () => {
  test('is found: 30 February, 31 April, a day outside its season', () => {
    const never = (rhythm: Rhythm, season = {}) =>
      emptySeasons(recurrence.parse({ startsOn: '2026-01-01', seasons: [{ rhythm, ...season }] }))
    expect(never({ kind: 'yearly', month: 2, day: 30 })).toEqual([0])
    expect(never({ kind: 'yearly', month: 4, day: 31 })).toEqual([0])
    expect(never({ kind: 'yearly', month: 2, day: 29 })).toEqual([])
    expect(
      never({ kind: 'yearly', month: 12, day: 24 }, { from: '05-01', until: '09-30' }),
    ).toEqual([0])
    const short = rule(weekly(4, 1), { startsOn: '2026-01-06', until: '2026-01-20' })
    expect(comesEver(short)).toBe(false)
  })

  test('while 29 February comes, and one without end goes on', () => {
    const leap = rule({ kind: 'yearly', month: 2, day: 29 }, { holidays: 'keep' })
    expect(nextOccurrences(leap, { from: '2026-01-01', count: 2 }).map(({ on }) => on)).toEqual([
      '2028-02-29',
      '2032-02-29',
    ])
    expect(nextOccurrences(rule(weekly(1, 3)), { from: '2090-01-01', count: 3 })).toHaveLength(3)
  })
})

describe('the sentence', () => {
  test('says the rule in both languages', () => {
    const first = rule(
      { kind: 'monthly_weekday', every: 1, nth: 1, weekday: 1 },
      { time: { start: '14:15', end: '15:30' }, toleranceDays: 3, until: '2027-12-31' },
    )
    expect(recurrenceText('fr', first)).toBe(
      'Le premier lundi de chaque mois, de 14:15 à 15:30, à 3 jours près, sauf les jours fériés, à partir du 5 janvier 2026 et jusqu’au 31 décembre 2027.',
    )
    expect(recurrenceText('en', rule(weekly(3, 1, 4)))).toBe(
      'Every 3 weeks on Monday and Thursday, except on public holidays, from 5 January 2026 on, without end.',
    )
    expect(recurrenceText('fr', rule(weekly(1, 5, 1, 3, 2, 4)))).toMatch(/^Du lundi au vendredi/)
  })
})
