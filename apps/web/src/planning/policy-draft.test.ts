import { policyFaults } from '@regie/solver'
import { expect, test } from 'vitest'
import { fieldsOf, isOwn, parsePolicy, reset, scaleOf, withField } from './policy-draft.ts'

const base = { version: 1, extends: 'Balanced' } as const

test('only what differs from the base is kept, and what is set back is left out again', () => {
  const changed = withField(base, ['rules', 'buffers', 'seconds'], 1500)
  expect(changed).toEqual({ ...base, rules: { buffers: { seconds: 1500 } } })
  expect(isOwn(changed, 'rules', 'buffers')).toBe(true)
  expect(isOwn(changed, 'rules', 'breaks')).toBe(false)
  expect(fieldsOf(changed, 'rules', 'buffers')).toEqual({ on: true, seconds: 1500 })
  const both = withField(changed, ['objectives', 'travel', 'weight'], 3)
  expect(policyFaults(both)).toEqual([])
  expect(withField(both, ['rules', 'buffers', 'seconds'], 900)).toEqual({
    ...base,
    objectives: { travel: { weight: 3 } },
  })
  expect(reset(both)).toEqual(base)
})

test('times are shown in minutes or hours, everything else as it is', () => {
  expect(scaleOf('seconds')).toEqual({ factor: 60, unit: 'min' })
  expect(scaleOf('maxSeconds')).toEqual({ factor: 3600, unit: 'h' })
  expect(scaleOf('perSecond').unit).toBe('')
  expect(scaleOf('perMetre').unit).toBe('')
})

test('a text that is no JSON says why', () => {
  expect(parsePolicy('{"version":').error).toBeTruthy()
  expect(parsePolicy('{"version":1}').policy).toEqual({ version: 1 })
})
