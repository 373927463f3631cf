import { expect, test } from 'vitest'
import { faultAt } from './fault-at.ts'

const errors = {
  shifts: [undefined, { message: 'overlaps' }, { end: { message: 'too early', ref: {} } }],
  name: { message: 'missing' },
}

test.each([
  [['name'], 'missing'],
  [['shifts', 0], undefined],
  [['shifts', 1], 'overlaps'],
  [['shifts', 2], 'too early'],
  [['shifts', 2, 'end'], 'too early'],
  [['shifts', 7, 'end'], undefined],
  [['elsewhere'], undefined],
])('%j', (path, expected) => {
  expect(faultAt(errors, ...path)).toBe(expected)
})
