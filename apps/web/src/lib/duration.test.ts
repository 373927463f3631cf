import { describe, expect, test } from 'vitest'
import { durationText, parseDuration } from './duration.ts'

describe('durations as people type them', () => {
  test.each([
    ['', null],
    ['45', 45],
    ['45 min', 45],
    ['1h30', 90],
    ['1 h 30', 90],
    ['1H', 60],
    ['2:15', 135],
    ['1,5 h', 90],
    ['0', 0],
    ['1h75', undefined],
    ['-5', undefined],
    ['une heure', undefined],
    ['1e3', undefined],
  ])('%j', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes)
  })

  test('what is shown is read back as the same', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const minutes of [0, 5, 59, 60, 61, 90, 600, 1439]) {
        expect(parseDuration(durationText(language, minutes))).toBe(minutes)
      }
    }
  })
})
