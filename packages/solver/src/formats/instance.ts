import type { CostReport } from '../objectives/objectives.ts'
import type { ProblemInput } from '../problem/input.ts'
import type { Problem } from '../problem/problem.ts'
import type { Plan } from '../solution/plan.ts'
import type { Summary } from '../solution/summary.ts'

/** The figures of a plan that the published costs are made of. */
export interface Figures {
  readonly summary: Summary
  /** Points of each goal, before weights. */
  readonly points: Readonly<Record<string, number>>
}

/** A file read into a problem, with the cost in the convention of its set's best-known table. */
export interface Instance {
  readonly input: ProblemInput
  readonly cost: (figures: Figures) => number
  /** Units of the problem's times per unit of the file. */
  readonly timeScale: number
  /** Fields of the file that were read over, each with the reason. */
  readonly ignored: readonly string[]
  /** A path of the problem as one of the file, for faults. */
  readonly pathIn?: (path: string) => string
  /** A plan the file brings along to start from. */
  readonly initial?: Plan
  /** Takes out what the file's own rules do not allow to stand alone. */
  readonly mend?: (plan: Plan) => Plan
  /** The answer in the format's own shape, where it has one. */
  readonly answer?: (
    problem: Problem,
    found: { readonly summary: Summary; readonly cost: CostReport },
  ) => Readonly<Record<string, unknown>>
}

/** What a file asks for besides its content. */
export interface ReadOptions {
  /** `distance` (default) or `hierarchical`: vehicles first. */
  readonly objective?: string
}
