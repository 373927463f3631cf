import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runSteps } from './run-steps.ts'
import type { Step } from './step.ts'

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

const step = (name: string, script: string, more: Partial<Step> = {}): Step => ({
  name,
  command: ['node', '-e', script],
  ...more,
})

test('goes on after a fault, tells what was said, and sums up', async () => {
  const sum = await runSteps([
    step('first', 'console.log("all lost"); process.exit(3)'),
    step('second', ''),
    step('third', '', { count: () => ({ passed: 5, failed: 2, notes: ['five'] }) }),
  ])
  expect(sum).toMatchObject({ passed: 6, failed: 3 })
  expect(lines.join('\n')).toMatch(/✗ .* s {2}first\n {4}all lost/)
  expect(lines.join('\n')).toMatch(/✓ .* s {2}second/)
  expect(lines.join('\n')).toMatch(/✗ .* s {2}third \(five\)/)
})

test('a step begins when those it waits for have ended, well or not', async () => {
  await runSteps([
    step('last', '', { after: ['slow', 'broken'] }),
    step('broken', 'process.exit(1)'),
    step('slow', 'setTimeout(() => {}, 100)'),
  ])
  expect(lines.filter((line) => /^[✓✗]/.test(line)).at(-1)).toContain('last')
})

test('a program that is not there is a fault', async () => {
  const sum = await runSteps([{ name: 'missing', command: ['no-such-program'] }])
  expect(sum).toMatchObject({ passed: 0, failed: 1 })
  expect(lines.join('\n')).toContain('could not be run')
})

test('steps that wait for each other are told', async () => {
  const circle = [step('a', '', { after: ['b'] }), step('b', '', { after: ['a'] })]
  await expect(runSteps(circle)).rejects.toThrow('steps wait for each other: a, b')
})
