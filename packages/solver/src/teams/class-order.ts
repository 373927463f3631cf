import type { TeamKernel } from './team-kernel.ts'

/**
 * Which priority goes first. Not always the one that weighs most: a class of few short jobs may
 * be done before it at little cost. The winners of the challenge of 2007 tried all orders too.
 */
export interface ClassOrder {
  /** By priority: what a unit of time of one job counts in the sum that guides the search. */
  readonly pull: Float64Array
  /** By job: the foremost class among it and all that comes after it. */
  readonly urgency: Int32Array
}

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((first) =>
        permutations(items.filter((one) => one !== first)).map((rest) => [first, ...rest]),
      )

const orderBy = (kernel: TeamKernel, classes: readonly number[]): ClassOrder => {
  const { problem, priority, descendants } = kernel
  const { weights, jobs } = problem
  const sorted = [...weights].sort((a, b) => b - a)
  const least = weights.at(-1) as number
  const rankOf = weights.map((_, k) => (classes.includes(k) ? classes.indexOf(k) : classes.length))
  const counts = weights.map((_, k) => jobs.filter((job) => job.priority === k).length)
  return {
    pull: Float64Array.from(
      weights,
      (_, k) =>
        (sorted[rankOf[k] as number] ?? least) / Math.max(1, counts[k] as number) +
        least / Math.max(1, jobs.length),
    ),
    urgency: Int32Array.from(jobs, (_, job) =>
      (descendants[job] as Int32Array).reduce(
        (foremost, one) => Math.min(foremost, rankOf[priority[one] as number] as number),
        rankOf[priority[job] as number] as number,
      ),
    ),
  }
}

/** Every order of the classes that have jobs; the one by weight first. Only by weight above five. */
export const classOrders = (kernel: TeamKernel): readonly ClassOrder[] => {
  const { weights, jobs } = kernel.problem
  const classes = weights
    .map((_, k) => k)
    .filter((k) => jobs.some(({ priority }) => priority === k))
    .sort((a, b) => (weights[b] as number) - (weights[a] as number))
  const orders = classes.length > 5 ? [classes] : permutations(classes)
  return orders.map((order) => orderBy(kernel, order))
}
