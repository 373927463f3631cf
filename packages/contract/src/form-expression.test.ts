import { describe, expect, test } from 'vitest'
import { evaluateText } from './form-evaluation.ts'
import { ExpressionFault, parseExpression } from './form-expression.ts'
import type { Value } from './form-functions.ts'

const scope = (values: Record<string, Value>) => (name: string) =>
  Object.hasOwn(values, name) ? (values[name] ?? null) : null

describe('the language of forms', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['10 ^ -1', 0.1],
    ['7 % 4 - 1', 2],
    ['1,5 + 1.5', 3],
    ['round(2.345, 2)', 2.35],
    ['max(1, ph, 3)', 7.4],
    ['ph >= 7 and ph <= 7.6', true],
    ['ph > 8 or state == "dirty"', true],
    ['not (ph > 8)', true],
    ['!known(salt)', true],
    ['ph > 8 ? "high" : "fine"', 'fine'],
    ['either(salt, 4)', 4],
    ['has(colours, "red")', true],
    ['sum(parts, "hours") + count(parts)', 6],
  ])('%s', (text, value) => {
    const values = {
      ph: 7.4,
      state: 'dirty',
      colours: ['red'],
      parts: [{ hours: 1.5 }, { hours: 2.5 }],
    }
    expect(evaluateText(text, scope(values))).toBe(value)
  })

  test.each(['salt + 1', '1 / 0', 'log10(0 - 1)', '10 ^ 999', '"a" + 1'])(
    '%s is not known',
    (text) => {
      expect(evaluateText(text, scope({}))).toBeNull()
    },
  )

  test.each([
    ['1 +', 3],
    ['1 + )', 4],
    ['a b', 2],
    ['1 § 2', 2],
    ['constructor()', 0],
    ['min()', 0],
    ['((1)', 4],
  ])('%s does not read, and says where', (text, at) => {
    expect(() => parseExpression(text)).toThrow(expect.objectContaining({ at }))
  })

  test('nothing of it reaches the program', () => {
    expect(evaluateText('constructor', scope({}))).toBeNull()
    expect(() => parseExpression('x.constructor("return 1")()')).toThrow(ExpressionFault)
    expect(() => parseExpression(`${'('.repeat(100)}1${')'.repeat(100)}`)).toThrow(/deep/)
  })
})
