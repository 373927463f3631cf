import { expect, test } from 'vitest'
import { excesses } from './model.ts'

const hour = (value: number) => `2026-11-23T${String(value).padStart(2, '0')}:00:00.000Z`
const hold = (from: number, until: number, quantity = 1) => ({
  startsAt: hour(from),
  endsAt: hour(until),
  quantity,
})

test.each([
  ['one after the other', [hold(8, 10), hold(10, 12)], 1, []],
  ['two at once of one', [hold(8, 12), hold(10, 14)], 1, [[hour(10), hour(12), 2]]],
  ['two at once of two', [hold(8, 12), hold(10, 14)], 2, []],
  ['more than there is, all alone', [hold(8, 9, 3)], 2, [[hour(8), hour(9), 3]]],
  [
    'a third that comes and goes',
    [hold(8, 18), hold(9, 18), hold(10, 12), hold(14, 15)],
    2,
    [
      [hour(10), hour(12), 3],
      [hour(14), hour(15), 3],
    ],
  ],
])('%s', (_, holds, count, expected) => {
  const found = excesses(holds, count).map(({ startsAt, endsAt, used }) => [startsAt, endsAt, used])
  expect(found).toEqual(expected)
})

test('names who holds in each stretch', () => {
  const [day, morning, late] = [hold(8, 18, 2), hold(9, 11), hold(11, 12)]
  expect(excesses([day, morning, late], 2).map(({ holds }) => holds)).toEqual([
    [day, morning],
    [day, late],
  ])
})
