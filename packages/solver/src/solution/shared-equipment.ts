import type { Played, TourBooks } from './tour-books.ts'
import { BROKEN } from './tour-books.ts'

/** How much of a resource others hold during a span, and when the first of them lets go. */
const heldBy = (
  books: TourBooks,
  u: number,
  need: { readonly resource: number; readonly start: number; readonly end: number },
  played: Played,
): { readonly used: number; readonly free: number } => {
  const { visits } = books.kernel.problem
  const orders = new Set<number>([visits[u]?.workOrder ?? -1])
  let used = 0
  let free = BROKEN
  for (const v of books.rich.holders[need.resource] ?? []) {
    const own = visits[v]
    if (own === undefined || orders.has(own.workOrder)) continue
    const at = played.rank[v] as number
    if (at < 0 ? (books.tourOf[v] as number) < 0 : at > (played.rank[u] as number)) continue
    const begin = (at < 0 ? books.begins[v] : played.starts[at]) as number
    const end = begin + own.serviceSeconds
    if (begin >= need.end || end <= need.start) continue
    orders.add(own.workOrder)
    used += own.resources.find((one) => one.resource === need.resource)?.count ?? 0
    free = Math.min(free, end)
  }
  return { used, free }
}

/** A start not before `start` at which the shared equipment of a visit may be free; to be asked until it stays. */
export const whenFree = (books: TourBooks, u: number, start: number, played: Played): number => {
  const { problem } = books.kernel
  const visit = problem.visits[u]
  if (visit === undefined) return start
  const end = start + visit.serviceSeconds
  for (const { resource, count } of visit.resources) {
    const limit = problem.resources[resource]?.count ?? 0
    if (count > limit) return BROKEN
    const { used, free } = heldBy(books, u, { resource, start, end }, played)
    if (used + count > limit) return free
  }
  return start
}
