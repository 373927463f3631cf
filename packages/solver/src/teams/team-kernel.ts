import type { TeamProblem } from '../problem/team-problem.ts'

/**
 * A team problem as typed arrays. A cell is one domain at one level: `needs` says how many of a
 * team must cover it, `covers` who does.
 */
export interface TeamKernel {
  readonly problem: TeamProblem
  readonly jobs: number
  readonly technicians: number
  readonly cells: number
  readonly duration: Int32Array
  readonly priority: Int32Array
  /** By job × cell and by technician × cell. */
  readonly needs: Uint8Array
  readonly covers: Uint8Array
  /** Cells that a job needs. */
  readonly asks: readonly Int32Array[]
  readonly before: readonly Int32Array[]
  readonly after: readonly Int32Array[]
  /** All that comes after a job, near or far. */
  readonly descendants: readonly Int32Array[]
  /** What a technician is worth for a day, 1 on average: skills by how scarce they are. */
  readonly worth: Float64Array
  /** How much of the crew a job binds, for how long. */
  readonly weight: Float64Array
}

const cellsOf = (problem: TeamProblem): Pick<TeamKernel, 'cells' | 'needs' | 'covers'> => {
  const { domains, levels, jobs, technicians } = problem
  const cells = domains * levels
  const needs = new Uint8Array(jobs.length * cells)
  const covers = new Uint8Array(technicians.length * cells)
  for (let d = 0; d < domains; d++) {
    for (let l = 0; l < levels; l++) {
      const cell = d * levels + l
      jobs.forEach(({ needs: rows }, j) => {
        needs[j * cells + cell] = rows[d]?.[l] ?? 0
      })
      technicians.forEach((technician, t) => {
        covers[t * cells + cell] = (technician.levels[d] ?? 0) > l ? 1 : 0
      })
    }
  }
  return { cells, needs, covers }
}

const orderOf = (problem: TeamProblem): Pick<TeamKernel, 'before' | 'after' | 'descendants'> => {
  const { jobs } = problem
  const after: number[][] = jobs.map(() => [])
  jobs.forEach(({ before }, job) => {
    for (const other of before) after[other]?.push(job)
  })
  const descendants = jobs.map((_, job) => {
    const found = new Set(after[job])
    for (const one of found) for (const next of after[one] ?? []) found.add(next)
    return Int32Array.from(found)
  })
  return {
    before: jobs.map(({ before }) => Int32Array.from(before)),
    after: after.map((list) => Int32Array.from(list)),
    descendants,
  }
}

/** Compiles a team problem for the search. */
export const compileTeamKernel = (problem: TeamProblem): TeamKernel => {
  const { jobs, technicians } = problem
  const { cells, needs, covers } = cellsOf(problem)
  const scarcity = new Float64Array(cells)
  for (let c = 0; c < cells; c++) {
    let asked = 0
    let held = 0
    jobs.forEach(({ duration }, j) => {
      asked += (needs[j * cells + c] as number) * duration
    })
    technicians.forEach((_, t) => {
      held += covers[t * cells + c] as number
    })
    scarcity[c] = held === 0 ? 0 : asked / held
  }
  const worth = Float64Array.from(technicians, (_, t) => {
    let sum = 0
    for (let c = 0; c < cells; c++)
      sum += (scarcity[c] as number) * (covers[t * cells + c] as number)
    return sum
  })
  const mean = worth.reduce((sum, one) => sum + one, 0) / Math.max(1, worth.length)
  return {
    problem,
    jobs: jobs.length,
    technicians: technicians.length,
    cells,
    needs,
    covers,
    duration: Int32Array.from(jobs, ({ duration }) => duration),
    priority: Int32Array.from(jobs, ({ priority }) => priority),
    asks: jobs.map((_, j) =>
      Int32Array.from({ length: cells }, (_own, c) => c).filter(
        (c) => (needs[j * cells + c] as number) > 0,
      ),
    ),
    ...orderOf(problem),
    worth: worth.map((one) => 0.5 + (0.5 * one) / Math.max(1e-9, mean)),
    weight: Float64Array.from(jobs, ({ duration }, j) => {
      let sum = 0
      for (let c = 0; c < cells; c++)
        sum += (needs[j * cells + c] as number) * (scarcity[c] as number)
      return sum * duration
    }),
  }
}
