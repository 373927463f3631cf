import { expect, test } from 'vitest'
import { shiftMinutes, spansOn, weekdayName } from './week.ts'

const night = { weekday: 7, start: '22:00', end: '06:00' }

test('a night shift is shown on both its days, also across Sunday midnight', () => {
  expect(spansOn([night], 7)).toEqual([{ from: 1320, until: 1440 }])
  expect(spansOn([night], 1)).toEqual([{ from: 0, until: 360 }])
  expect(spansOn([night], 2)).toEqual([])
  expect(shiftMinutes(night)).toBe(480)
})

test('one that ends at midnight leaves nothing on the next day', () => {
  expect(spansOn([{ weekday: 1, start: '14:00', end: '00:00' }], 1)).toEqual([
    { from: 840, until: 1440 },
  ])
  expect(spansOn([{ weekday: 1, start: '14:00', end: '00:00' }], 2)).toEqual([])
})

test.each([
  ['fr', 1, 'lundi'],
  ['fr', 7, 'dimanche'],
  ['en', 3, 'Wednesday'],
] as const)('%s %d is %s', (language, weekday, name) => {
  expect(weekdayName(language, weekday)).toBe(name)
})
