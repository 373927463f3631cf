import { expect, test } from 'vitest'
import { validityOf } from './validity.ts'

test.each([
  ['open-ended', null, null, 'valid'],
  ['on its last day', null, '2026-11-21', 'expiring'],
  ['the day after', null, '2026-11-20', 'expired'],
  ['thirty days ahead', null, '2026-12-21', 'expiring'],
  ['thirty-one days ahead', null, '2026-12-22', 'valid'],
  ['not begun', '2026-11-22', null, 'coming'],
  ['on its first day', '2026-11-21', '2027-11-21', 'valid'],
] as const)('%s', (_, validFrom, validUntil, expected) => {
  expect(validityOf({ validFrom, validUntil }, '2026-11-21')).toBe(expected)
})
