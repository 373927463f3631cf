import { buildProblem, check, type ProblemInput } from '@regie/solver'
import { expect, test } from 'vitest'
import { runSearch } from './run-search.ts'
import type { SearchProgress } from './search-messages.ts'

const HOUR = 3600
const input: ProblemInput = {
  locations: Array.from({ length: 13 }, (_, k) => ({
    id: `l${k}`,
    latitude: 48.8 + 0.013 * ((k * 7) % 13),
    longitude: 2.3 + 0.017 * ((k * 5) % 13),
  })),
  technicians: ['ana', 'bob'].map((id) => ({
    id,
    startLocation: 'l0',
    endLocation: 'l0',
    shifts: [{ day: '2025-03-17', start: 8 * HOUR, end: 17 * HOUR }],
  })),
  workOrders: Array.from({ length: 12 }, (_, k) => ({
    id: `w${k}`,
    location: `l${k + 1}`,
    serviceSeconds: HOUR / 2,
  })),
}

test('two threads find one plan together, tell how far they are, and stop when told', async () => {
  const progress: SearchProgress[] = []
  const stop = new AbortController()
  const watch = { signal: stop.signal, onProgress: (one: SearchProgress) => progress.push(one) }
  const task = { input, estimate: null, initial: { assignments: [] }, seed: 1, threads: 2 }
  const { plan, summary, iterations } = await runSearch(
    { ...task, seconds: 1, wantedAt: Date.now() + 1000 },
    watch,
  )
  const built = buildProblem(input)
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  expect(check(built.problem, plan)).toEqual([])
  expect(summary.unassigned).toEqual([])
  expect(iterations).toBeGreaterThan(2)
  expect(progress.at(-1)?.assigned).toBe(12)
  const cut = runSearch({ ...task, seconds: 60, wantedAt: Date.now() + 60_000 }, watch)
  stop.abort(new Error('enough'))
  await expect(cut).rejects.toThrow('enough')
})
