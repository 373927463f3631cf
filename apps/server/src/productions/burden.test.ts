import { agreements } from '@regie/contract/labour-rules'
import { expect, test } from 'vitest'
import { calendarOf } from '../planning/index.ts'
import { burdenOf, figuresWith } from './burden.ts'

const timeZone = 'Europe/Paris'
const counting = { timeZone, calendar: calendarOf(timeZone) }
const hours = (from: string, until: string) => ({
  from: Date.parse(from),
  until: Date.parse(until),
})
const range = hours('2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z')

test('hours, nights and weekend days of the production are counted, across midnight and both clocks', () => {
  const show = hours('2026-11-21T18:00:00Z', '2026-11-22T01:00:00Z')
  const day = hours('2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')
  const before = hours('2026-11-10T08:00:00Z', '2026-11-10T12:00:00Z')
  expect(burdenOf([show, day, before], range, counting)).toEqual({
    minutes: 11 * 60,
    nights: 1,
    weekendDays: 2,
  })
  const { night } = agreements.event.rules
  expect(
    burdenOf([hours('2026-11-23T20:00:00Z', '2026-11-23T21:30:00Z')], range, {
      night,
      ...counting,
    }),
  ).toMatchObject({ nights: 1 })
  const autumn = hours('2026-10-24T20:00:00Z', '2026-10-25T04:00:00Z')
  expect(burdenOf([autumn], autumn, counting)).toEqual({
    minutes: 480,
    nights: 1,
    weekendDays: 2,
  })
})

test('a seat more is told with the day, the week and the rest it leaves', () => {
  const seat = hours('2026-11-24T08:00:00Z', '2026-11-24T18:00:00Z')
  const own = [
    hours('2026-11-23T10:00:00Z', '2026-11-23T22:00:00Z'),
    hours('2026-11-24T19:00:00Z', '2026-11-24T20:00:00Z'),
    hours('2026-11-29T08:00:00Z', '2026-11-29T10:00:00Z'),
    hours('2026-11-30T08:00:00Z', '2026-11-30T10:00:00Z'),
  ]
  const sums = new Map([
    ['2026-11-30', 120 * 60],
    ['2026-11-23', 999],
  ])
  expect(figuresWith(seat, own, { ...counting, rules: agreements.event.rules, sums })).toEqual({
    dayMinutes: 660,
    weekMinutes: 25 * 60,
    averageMinutes: Math.round((145 * 60) / 12),
    restMinutes: 600,
    shortRests: 1,
  })
  expect(figuresWith(seat, [], { ...counting, rules: null, sums: new Map() })).toMatchObject({
    restMinutes: null,
  })
})
