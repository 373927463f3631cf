import { expect, test } from 'vitest'
import { answerFigures } from './figures.ts'

test('answers within ten minutes are good, after thirty slow; silence is neither', () => {
  const minutes = [1, 10, 11, 30, 31].map((one) => ({
    kind: 'accepted' as const,
    seconds: one * 60,
  }))
  const facts = [
    ...minutes,
    { kind: 'declined' as const, seconds: 0 },
    { kind: null, seconds: null },
  ]
  expect(answerFigures(facts)).toEqual({
    given: 7,
    accepted: 5,
    declined: 1,
    unanswered: 1,
    answers: { good: 3, fair: 2, slow: 1 },
    medianSeconds: 630,
    averageSeconds: 830,
  })
  expect(answerFigures([])).toMatchObject({ given: 0, medianSeconds: null, averageSeconds: null })
})
