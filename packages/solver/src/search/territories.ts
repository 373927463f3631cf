import type { Problem } from '../problem/problem.ts'
import type { Random } from '../random/random.ts'
import type { Plan } from '../solution/plan.ts'
import { shiftAt } from '../solution/tour.ts'
import type { Territory } from './search.ts'

/** Visits among which the two ends of the line are looked for. */
const CANDIDATES = 32

/** How much nearer each visit is to one end of a line than to the other. */
const lean = (problem: Problem, random: Random): Float64Array => {
  const { visits, travels } = problem
  const [travel] = travels
  const far = (a: number, b: number): number =>
    travel
      ? (travel.seconds[
          (visits[a]?.location ?? 0) * travel.count + (visits[b]?.location ?? 0)
        ] as number)
      : 0
  const one = random.below(visits.length)
  let other = one
  for (let k = 0; k < CANDIDATES; k++) {
    const candidate = random.below(visits.length)
    if (far(one, candidate) > far(one, other)) other = candidate
  }
  return Float64Array.from(visits, ({ index }) => far(index, one) - far(index, other))
}

/**
 * Splits a plan into parts of neighbouring tours, about equal in visits: tours are put in order
 * along a line between two visits far apart, drawn by lot, and the row is cut.
 */
export const splitPlan = (
  problem: Problem,
  plan: Plan,
  { parts, random }: { readonly parts: number; readonly random: Random },
): readonly Territory[] => {
  const leaning = lean(problem, random)
  const toursOf: number[][] = problem.shifts.map(() => [])
  const loose = new Set(problem.visits.map(({ index }) => index))
  for (const { visit, technician, start } of plan.assignments) {
    const v = problem.visitIndex.get(visit) as number
    const shift = shiftAt(problem, problem.technicianIndex.get(technician) as number, start)
    loose.delete(v)
    if (shift) toursOf[shift.index]?.push(v)
  }
  const mean = (visits: readonly number[]): number =>
    visits.reduce((sum, v) => sum + (leaning[v] as number), 0) / visits.length
  const filled = toursOf.flatMap((visits, shift) =>
    visits.length > 0 ? [{ shifts: [shift], visits, key: mean(visits) }] : [],
  )
  // An unassigned visit stands in the row like a tour of its own.
  const alone = [...loose].map((v) => ({ shifts: [], visits: [v], key: leaning[v] as number }))
  const row = [...filled, ...alone].sort((a, b) => a.key - b.key)
  const cut: { shifts: number[]; visits: number[] }[] = Array.from({ length: parts }, () => ({
    shifts: [],
    visits: [],
  }))
  let placed = 0
  for (const { shifts, visits } of row) {
    const part = Math.min(parts - 1, Math.floor((placed * parts) / problem.visits.length))
    cut[part]?.shifts.push(...shifts)
    cut[part]?.visits.push(...visits)
    placed += visits.length
  }
  const empty = toursOf.flatMap((visits, shift) => (visits.length === 0 ? [shift] : []))
  empty.forEach((shift, k) => {
    cut[k % parts]?.shifts.push(shift)
  })
  return cut
}
