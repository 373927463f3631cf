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
  readonly crew: number
  /** Room for what is left aboard while a tour is played. */
  readonly aboard: Float64Array
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
    crew,
    aboard: new Float64Array(kinds.length),
  }
}

/** Rank of the first stop that needs what a technician has not aboard; the length when there is none. */
export const firstLacking = (
  { kinds, needs, stock, lacksTool, crew, aboard }: Supplies,
  { order, length }: { readonly order: Int32Array; readonly length: number },
  technician: number,
): number => {
  for (let j = 0; j < kinds; j++) aboard[j] = stock[technician * kinds + j] as number
  for (let k = 0; k < length; k++) {
    const u = order[k] as number
    if (lacksTool[u * crew + technician] === 1) return k
    for (let j = 0; j < kinds; j++) {
      const left = (aboard[j] as number) - (needs[u * kinds + j] as number)
      if (left < 0) return k
      aboard[j] = left
    }
  }
  return length
}
