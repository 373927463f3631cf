import type { Problem } from '../problem/problem.ts'

/** The tools and parts that visits ask for and technicians carry, as typed arrays. */
export interface Supplies {
  /** Kinds of parts. */
  readonly kinds: number
  /** By visit × kind and by technician × kind. */
  readonly needs: Float64Array
  readonly stock: Float64Array
  /** By visit × technician: 1 when the technician does not carry a tool of the visit. */
  readonly lacksTool: Uint8Array
}

/** By row × kind: how many parts of each kind. */
const countsOf = (
  rows: readonly { readonly parts: ReadonlyMap<string, number> }[],
  kinds: readonly string[],
): Float64Array => {
  const table = new Float64Array(rows.length * kinds.length)
  rows.forEach(({ parts }, row) => {
    kinds.forEach((kind, k) => {
      table[row * kinds.length + k] = parts.get(kind) ?? 0
    })
  })
  return table
}

/** Compiles what the rule on parts needs of a problem. */
export const compileSupplies = (problem: Problem): Supplies => {
  const { visits, technicians } = problem
  const kinds = [...new Set(visits.flatMap(({ parts }) => [...parts.keys()]))]
  const crew = technicians.length
  const asked = visits.some(({ tools }) => tools.length > 0)
  const lacksTool = new Uint8Array(asked ? visits.length * crew : 0)
  for (const { index, tools } of visits) {
    if (tools.length === 0) continue
    technicians.forEach((technician, t) => {
      if (!tools.every((tool) => technician.tools.has(tool))) lacksTool[index * crew + t] = 1
    })
  }
  return {
    kinds: kinds.length,
    needs: countsOf(visits, kinds),
    stock: countsOf(technicians, kinds),
    lacksTool,
  }
}
