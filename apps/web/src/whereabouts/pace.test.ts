import { expect, test } from 'vitest'
import { type Fix, isWorthSending, roundPosition } from './pace.ts'

const NOW = 1_000_000_000
const fix = (more: Partial<Fix> = {}): Fix => ({
  ...{ latitude: 48.85, longitude: 2.35, accuracyMetres: 20, at: NOW, ...more },
})
const sent = (secondsAgo: number) => ({
  ...{ latitude: 48.85, longitude: 2.35, at: NOW - secondsAgo * 1000 },
})
/** A bit more than a hundred metres to the north. */
const further = { latitude: 48.8511 }

test.each([
  ['the first place', fix(), null, true],
  ['a place that may be anywhere in town', fix({ accuracyMetres: 2_500 }), null, false],
  ['a place of three minutes ago', fix({ at: NOW - 180_000 }), null, false],
  ['further, too soon', fix(further), sent(20), false],
  ['further, in time', fix(further), sent(30), true],
  ['a few steps on', fix({ latitude: 48.8503 }), sent(60), false],
  ['in the same jam for long', fix(), sent(180), true],
])('%s', (_, place, last, isWorth) => {
  expect(isWorthSending(place, last, NOW)).toBe(isWorth)
})

test('nothing finer than about a hundred metres leaves the phone', () => {
  expect(roundPosition({ latitude: 48.856613, longitude: 2.352222 })).toEqual({
    latitude: 48.857,
    longitude: 2.352,
  })
})
