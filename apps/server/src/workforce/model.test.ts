import type { DayWord } from '@regie/contract/availability'
import { faultSentence } from '@regie/contract/fault-sentence'
import {
  ordinaryWeek,
  overlappingShifts,
  type WeeklyShift,
  weeklyShifts,
} from '@regie/contract/workforce'
import { describe, expect, test } from 'vitest'
import { daysBetween, resolveAvailability, type Times, zoneClock } from './model.ts'

const shift = (weekday: number, start: string, end: string): WeeklyShift => ({
  weekday,
  start,
  end,
})
const paris = zoneClock('Europe/Paris')

function oneDay(
  date: string,
  week: WeeklyShift[],
  absences: Times['absences'] = [],
  words: Times['words'] = [],
) {
  const times = { week, absences, words }
  const [day] = resolveAvailability(daysBetween(date, date), times, paris)
  return {
    shifts: day?.shifts.map(({ startsAt, endsAt }) =>
      `${startsAt} ${endsAt}`.replaceAll(':00.000', ''),
    ),
    hours: day?.shifts.map(
      ({ startsAt, endsAt }) => (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000,
    ),
    absences: day?.absences.map(({ startsAt, endsAt, reason }) =>
      `${reason} ${startsAt} ${endsAt}`.replaceAll(':00.000', ''),
    ),
  }
}

describe('shifts become instants, also in the nights the clocks change', () => {
  test.each([
    [
      'in winter',
      '2026-11-23',
      shift(1, '08:00', '20:00'),
      '2026-11-23T07:00Z 2026-11-23T19:00Z',
      12,
    ],
    [
      'in summer',
      '2026-07-06',
      shift(1, '08:00', '20:00'),
      '2026-07-06T06:00Z 2026-07-06T18:00Z',
      12,
    ],
    [
      'past midnight',
      '2026-11-23',
      shift(1, '22:00', '06:00'),
      '2026-11-23T21:00Z 2026-11-24T05:00Z',
      8,
    ],
    [
      'until midnight',
      '2026-11-23',
      shift(1, '14:00', '00:00'),
      '2026-11-23T13:00Z 2026-11-23T23:00Z',
      10,
    ],
    [
      'the short night',
      '2026-03-28',
      shift(6, '22:00', '06:00'),
      '2026-03-28T21:00Z 2026-03-29T04:00Z',
      7,
    ],
    [
      'the short day',
      '2026-03-29',
      shift(7, '00:00', '12:00'),
      '2026-03-28T23:00Z 2026-03-29T10:00Z',
      11,
    ],
    [
      'from a skipped hour',
      '2026-03-29',
      shift(7, '02:30', '06:00'),
      '2026-03-29T01:30Z 2026-03-29T04:00Z',
      2.5,
    ],
    [
      'until a skipped hour',
      '2026-03-28',
      shift(6, '22:00', '02:30'),
      '2026-03-28T21:00Z 2026-03-29T01:30Z',
      4.5,
    ],
    [
      'the long night',
      '2026-10-24',
      shift(6, '22:00', '06:00'),
      '2026-10-24T20:00Z 2026-10-25T05:00Z',
      9,
    ],
    [
      'the long day',
      '2026-10-25',
      shift(7, '00:00', '12:00'),
      '2026-10-24T22:00Z 2026-10-25T11:00Z',
      13,
    ],
    [
      'until the hour that comes twice',
      '2026-10-24',
      shift(6, '22:00', '02:30'),
      '2026-10-24T20:00Z 2026-10-25T00:30Z',
      4.5,
    ],
    [
      'from the hour that comes twice',
      '2026-10-25',
      shift(7, '02:30', '06:00'),
      '2026-10-25T00:30Z 2026-10-25T05:00Z',
      4.5,
    ],
  ])('%s', (_, date, one, expected, hours) => {
    expect(oneDay(date, [one])).toMatchObject({ shifts: [expected], hours: [hours] })
  })

  test('a shift that lies wholly in a skipped hour, as the clock shows it, keeps its length', () => {
    expect(oneDay('2026-03-29', [shift(7, '02:10', '02:40')]).hours).toEqual([0.5])
  })

  test('one that ends in a skipped hour does not run into the next', () => {
    expect(
      oneDay('2026-03-29', [shift(7, '01:00', '02:30'), shift(7, '03:00', '05:00')]).shifts,
    ).toEqual(['2026-03-29T00:00Z 2026-03-29T01:00Z', '2026-03-29T01:00Z 2026-03-29T03:00Z'])
  })

  test('a zone without summer time has none', () => {
    const [day] = resolveAvailability(
      daysBetween('2026-03-28', '2026-03-28'),
      { week: [shift(6, '22:00', '06:00')], absences: [], words: [] },
      zoneClock('Indian/Reunion'),
    )
    expect(day?.shifts).toEqual([
      { startsAt: '2026-03-28T18:00:00.000Z', endsAt: '2026-03-29T02:00:00.000Z' },
    ])
  })
})

describe('absences', () => {
  const days = (from: string, until: string, reason = 'leave' as const) => ({
    span: { kind: 'days' as const, from, until },
    reason,
  })
  const hours = (from: string, until: string, reason = 'training' as const) => ({
    span: { kind: 'hours' as const, from, until },
    reason,
  })
  const monday = [shift(1, '08:00', '12:00'), shift(1, '13:00', '17:00')]

  test('of whole days take the shifts of both ends', () => {
    for (const date of ['2026-11-23', '2026-11-30'])
      expect(oneDay(date, monday, [days('2026-11-23', '2026-11-30')]).shifts).toEqual([])
    expect(oneDay('2026-12-07', monday, [days('2026-11-23', '2026-11-30')]).shifts).toHaveLength(2)
  })

  test('of hours take the middle out of a shift', () => {
    expect(
      oneDay('2026-11-23', monday, [hours('2026-11-23T09:00:00Z', '2026-11-23T13:00:00Z')]),
    ).toMatchObject({
      shifts: ['2026-11-23T07:00Z 2026-11-23T09:00Z', '2026-11-23T13:00Z 2026-11-23T16:00Z'],
      absences: [
        'training 2026-11-23T09:00Z 2026-11-23T11:00Z',
        'training 2026-11-23T12:00Z 2026-11-23T13:00Z',
      ],
    })
  })

  test('that overlap take a time once', () => {
    const both = [
      hours('2026-11-23T07:00:00Z', '2026-11-23T09:00:00Z'),
      days('2026-11-23', '2026-11-23'),
    ]
    expect(oneDay('2026-11-23', monday, both)).toMatchObject({
      shifts: [],
      absences: [
        'training 2026-11-23T07:00Z 2026-11-23T09:00Z',
        'leave 2026-11-23T09:00Z 2026-11-23T11:00Z',
        'leave 2026-11-23T12:00Z 2026-11-23T16:00Z',
      ],
    })
  })

  test('a day off takes the night shift that starts on it, not the one that ends on it', () => {
    const nights = [shift(1, '22:00', '06:00'), shift(2, '22:00', '06:00')]
    const tuesday = [days('2026-11-24', '2026-11-24')]
    expect(oneDay('2026-11-23', nights, tuesday).hours).toEqual([8])
    expect(oneDay('2026-11-24', nights, tuesday).hours).toEqual([])
  })
})

describe('an ordinary week', () => {
  test('has Monday to Friday, 08:00–20:00 by default', () => {
    expect(
      resolveAvailability(
        daysBetween('2026-11-23', '2026-11-29'),
        { week: ordinaryWeek, absences: [], words: [] },
        paris,
      ).map(({ shifts }) => shifts.length),
    ).toEqual([1, 1, 1, 1, 1, 0, 0])
  })

  test.each([
    ['side by side', [shift(1, '08:00', '12:00'), shift(1, '12:00', '17:00')], []],
    ['one minute too long', [shift(1, '08:00', '12:01'), shift(1, '12:00', '17:00')], [[0, 1]]],
    ['the same twice', [shift(3, '08:00', '12:00'), shift(3, '08:00', '12:00')], [[0, 1]]],
    [
      'a night into the next morning',
      [shift(1, '22:00', '06:00'), shift(2, '05:00', '09:00')],
      [[0, 1]],
    ],
    [
      'Sunday night into Monday',
      [shift(1, '05:00', '09:00'), shift(7, '22:00', '06:00')],
      [[0, 1]],
    ],
    ['until midnight', [shift(1, '20:00', '00:00'), shift(2, '00:00', '04:00')], []],
  ])('overlaps: %s', (_, week, pairs) => {
    expect(overlappingShifts(week)).toEqual(pairs)
    expect(weeklyShifts.safeParse(week).success).toBe(pairs.length === 0)
  })

  test('says which shift is overlapped, in both languages', () => {
    const both = [shift(1, '08:00', '12:00'), shift(1, '11:00', '17:00')]
    const said = (['fr', 'en'] as const).map((language) =>
      weeklyShifts
        .safeParse(both, { error: (issue) => faultSentence(issue, language) })
        .error?.issues.map(({ path, message }) => `${path}: ${message}`),
    )
    expect(said).toEqual([
      ['1: Cette vacation chevauche celle du lundi 08:00–12:00.'],
      ['1: This shift overlaps that of Monday 08:00–12:00.'],
    ])
  })
})

describe('what they say themselves', () => {
  const evening = { from: '18:00', until: '02:00' }
  const word = (more: Partial<DayWord>): DayWord => ({
    ...{ id: 'one', technicianId: 'ana', pollId: null, date: '2026-11-28', asked: evening },
    ...{ hours: null, impossible: [], why: null, note: '', at: '2026-11-22T09:00:00Z', by: 'Ana' },
    state: 'available',
    ...more,
  })
  const saturday = (words: DayWord[], week: WeeklyShift[] = []) =>
    oneDay('2026-11-28', week, [], words)
  const long = [shift(6, '08:00', '20:00')]

  test('available opens hours outside the week, also past midnight', () => {
    expect(saturday([word({})]).shifts).toEqual(['2026-11-28T17:00Z 2026-11-29T01:00Z'])
    expect(saturday([word({})], long).hours).toEqual([12, 6])
  })

  test('of what was asked, what is not given is a no; so are hours that are impossible', () => {
    const said = word({
      hours: { from: '19:00', until: '01:00' },
      impossible: [{ from: '00:00', until: '00:30', why: 'childcare' }],
    })
    expect(saturday([said], long)).toMatchObject({
      shifts: [
        '2026-11-28T07:00Z 2026-11-28T17:00Z',
        '2026-11-28T18:00Z 2026-11-28T19:00Z',
        '2026-11-28T19:00Z 2026-11-28T23:00Z',
        '2026-11-28T23:30Z 2026-11-29T00:00Z',
      ],
      absences: ['unavailable 2026-11-28T17:00Z 2026-11-28T18:00Z'],
    })
  })

  test('unavailable takes the hours asked from the week, and no more', () => {
    expect(saturday([word({ state: 'unavailable' })], long)).toMatchObject({
      shifts: ['2026-11-28T07:00Z 2026-11-28T17:00Z'],
      absences: ['unavailable 2026-11-28T17:00Z 2026-11-28T19:00Z'],
    })
  })

  test('pending changes no hours, and is told', () => {
    const [day] = resolveAvailability(
      daysBetween('2026-11-28', '2026-11-28'),
      { week: long, absences: [], words: [word({ state: 'pending' })] },
      paris,
    )
    expect(day).toMatchObject({
      absences: [],
      shifts: [{ endsAt: '2026-11-28T19:00:00.000Z' }],
      said: [
        {
          state: 'pending',
          startsAt: '2026-11-28T17:00:00.000Z',
          endsAt: '2026-11-29T01:00:00.000Z',
        },
      ],
    })
  })

  test('the last word on an hour counts', () => {
    const whole = { from: '00:00', until: '00:00' }
    const no = word({ id: 'no', state: 'unavailable', asked: whole })
    expect(saturday([no, word({})]).shifts).toEqual(['2026-11-28T17:00Z 2026-11-29T01:00Z'])
    expect(saturday([word({}), no]).shifts).toEqual(['2026-11-28T23:00Z 2026-11-29T01:00Z'])
    expect(saturday([word({}), word({ id: 'no', state: 'unavailable' })]).shifts).toEqual([])
  })
})
