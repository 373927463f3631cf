import type { PenalisedTours } from './penalised-tours.ts'

/** What a change must save at least: costs are whole units. */
const LEAST_GAIN = 0.01

/**
 * The small moves of local search between a visit and a node near it: relocation of one or two
 * visits, exchange of up to two against two, of tails (2-opt*, Potvin & Rousseau 1995), and
 * reversal (2-opt), as in the hybrid genetic search of Vidal et al. (2013).
 *
 * Every move is first judged by its arcs alone: it can only pay when they cost less than the
 * penalties that the tours pay now. Near a local optimum that leaves almost nothing to price.
 */
export class Exchanges {
  private readonly tours: PenalisedTours
  private readonly symmetric: boolean

  constructor(tours: PenalisedTours) {
    this.tours = tours
    const { arc, width } = tours.model
    this.symmetric = arc.every((cost, cell) => {
      const [i, j] = [Math.floor(cell / width), cell % width]
      return i >= width - 2 || j >= width - 2 || cost === arc[j * width + i]
    })
  }

  /**
   * Tries to move visit `u`, or it and the next, or its tail, behind nodes near it (and to the
   * front of the tour when one of them is the first), where one of the two tours changed since
   * `tested`.
   *
   * @returns the rank in `near`, from `from` on, at which a move was made; its length when none was
   */
  insert(u: number, near: Int32Array, from: number, tested: number): number {
    const { next, prev, tourOf, penalty, rank, changedAt, model } = this.tours
    const { width, arc, place, visits } = model
    const a = tourOf[u] as number
    const hasChanged = (changedAt[a] as number) > tested
    const own = (penalty[a] as number) - LEAST_GAIN
    const p = prev[u] as number
    const x = next[u] as number
    const toX = place[x] as number
    const rowP = (place[p] as number) * width
    const rowU = u * width
    const rowX = toX * width
    const toXX = x < visits ? (place[next[x] as number] as number) : toX
    const ux = arc[rowU + toX] as number
    const left = arc[rowP + u] as number
    const closedOne = (arc[rowP + toX] as number) - left - ux
    const closedTwo = (arc[rowP + toXX] as number) - left - (arc[rowX + toXX] as number)
    for (let k = from; k < near.length; k++) {
      const b = tourOf[near[k] as number] as number
      if (!hasChanged && (changedAt[b] as number) <= tested) continue
      const limit = a === b ? own : own + (penalty[b] as number)
      let v = near[k] as number
      while (v >= 0) {
        const y = next[v] as number
        const toY = place[y] as number
        const rowV = (place[v] as number) * width
        const vy = arc[rowV + toY] as number
        const uy = arc[rowU + toY] as number
        if (v !== p) {
          const vu = arc[rowV + u] as number
          const one = closedOne + vu + uy - vy
          if (one < limit && this.relocate(u, u, v, one, limit)) return k
          if (x < visits && x !== v) {
            const two = closedTwo + vu + (arc[rowX + toY] as number) - vy
            if (two < limit && this.relocate(u, x, v, two, limit)) return k
            const turned =
              closedTwo - ux + (arc[rowV + x] as number) + (arc[rowX + u] as number) + uy - vy
            if (turned < limit && this.relocate(x, u, v, turned, limit)) return k
          }
        }
        if (a !== b) {
          const tails = uy + (arc[rowV + toX] as number) - ux - vy
          if (tails < limit && this.exchangeTails(u, v, tails, limit)) return k
        } else if (v < visits && (rank[u] as number) + 1 < (rank[v] as number)) {
          const turn = (arc[rowU + v] as number) + (arc[rowX + toY] as number) - ux - vy
          if ((turn < limit || !this.symmetric) && this.reverse(u, v, turn, limit)) return k
        }
        v = v < visits && (prev[v] as number) >= visits ? (prev[v] as number) : -1
      }
    }
    return near.length
  }

  /** Tries to exchange visit `u`, or it and the next, with a visit near it, or that and the next. */
  exchange(u: number, near: Int32Array, from: number, tested: number): number {
    const { next, prev, tourOf, penalty, changedAt, model } = this.tours
    const { width, arc, place, visits } = model
    const a = tourOf[u] as number
    const hasChanged = (changedAt[a] as number) > tested
    const own = (penalty[a] as number) - LEAST_GAIN
    const p = prev[u] as number
    const x = next[u] as number
    const toX = place[x] as number
    const rowP = (place[p] as number) * width
    const rowU = u * width
    const rowX = toX * width
    const toXX = x < visits ? (place[next[x] as number] as number) : toX
    const left = arc[rowP + u] as number
    const ux = arc[rowU + toX] as number
    const leftTwo = left + (arc[rowX + toXX] as number)
    for (let k = from; k < near.length; k++) {
      const v = near[k] as number
      const b = tourOf[v] as number
      if (v === p || v === x || (!hasChanged && (changedAt[b] as number) <= tested)) continue
      const limit = a === b ? own : own + (penalty[b] as number)
      const o = prev[v] as number
      const y = next[v] as number
      const toY = place[y] as number
      const rowO = (place[o] as number) * width
      const rowV = v * width
      const vy = arc[rowV + toY] as number
      const fronts =
        (arc[rowP + v] as number) + (arc[rowO + u] as number) - (arc[rowO + v] as number)
      if (u < v) {
        const backs = (arc[rowV + toX] as number) + (arc[rowU + toY] as number) - vy
        const one = fronts + backs - left - ux
        if (one < limit && this.swap(u, u, v, v, one, limit)) return k
      }
      if (x >= visits || x === o) continue
      const opened = fronts - leftTwo
      const two = opened + (arc[rowV + toXX] as number) + (arc[rowX + toY] as number) - vy
      if (two < limit && this.swap(u, x, v, v, two, limit)) return k
      if (u > v || y >= visits || y === p) continue
      const rowY = y * width
      const toYY = place[next[y] as number] as number
      const ends = (arc[rowY + toXX] as number) + (arc[rowX + toYY] as number)
      const pairs = opened + ends - (arc[rowY + toYY] as number)
      if (pairs < limit && this.swap(u, x, v, y, pairs, limit)) return k
    }
    return near.length
  }

  /**
   * Moves one or two neighbouring visits behind `v`, in the order `first`, `last`, when `arcs`,
   * what the arcs cost more, and the penalties of the two tours stay below `limit`.
   */
  private relocate(first: number, last: number, v: number, arcs: number, limit: number): boolean {
    const { tours } = this
    const { tourOf, next, prev, load, loadTo, rank } = tours
    const a = tourOf[first] as number
    const b = tourOf[v] as number
    const turned = (rank[first] as number) > (rank[last] as number)
    const head = turned ? last : first
    const tail = turned ? first : last
    const p = prev[head] as number
    const x = next[tail] as number
    const y = next[v] as number
    if (a === b) {
      const early = (rank[v] as number) < (rank[head] as number)
      tours.open(early ? v : p)
      if (!early) tours.passOn(x, v)
      tours.pass(first)
      if (first !== last) tours.pass(last)
      if (early) tours.passOn(y, p)
      const warp = tours.close(early ? x : y)
      if (arcs + tours.price(load[a] as number, warp) >= limit) return false
    } else {
      const moved = (loadTo[tail] as number) - (loadTo[p] as number)
      const less = (load[a] as number) - moved
      const more = (load[b] as number) + moved
      let cost = arcs + tours.price(more, 0) + tours.price(less, 0)
      if (cost >= limit) return false
      tours.open(p)
      cost += tours.close(x) * tours.penalties.warp
      if (cost >= limit) return false
      tours.open(v)
      tours.pass(first)
      if (first !== last) tours.pass(last)
      cost += tours.close(y) * tours.penalties.warp
      if (cost >= limit) return false
    }
    tours.join(p, x)
    tours.join(last, y)
    tours.join(v, first)
    if (turned) tours.join(first, last)
    tours.refresh(a)
    if (a !== b) tours.refresh(b)
    return true
  }

  /** Exchanges u … x with v … y, each one or two neighbouring visits, when that pays. */
  private swap(u: number, x: number, v: number, y: number, arcs: number, limit: number): boolean {
    const { tours } = this
    const { tourOf, next, prev, load, loadTo, rank } = tours
    const a = tourOf[u] as number
    const b = tourOf[v] as number
    const p = prev[u] as number
    const o = prev[v] as number
    const xx = next[x] as number
    const yy = next[y] as number
    if (a === b) {
      if ((rank[u] as number) > (rank[v] as number)) return this.swap(v, y, u, x, arcs, limit)
      tours.open(p)
      tours.passOn(v, y)
      tours.passOn(xx, o)
      tours.passOn(u, x)
      const warp = tours.close(yy)
      if (arcs + tours.price(load[a] as number, warp) >= limit) return false
    } else {
      const moved =
        (loadTo[x] as number) -
        (loadTo[p] as number) -
        (loadTo[y] as number) +
        (loadTo[o] as number)
      let cost =
        arcs +
        tours.price((load[a] as number) - moved, 0) +
        tours.price((load[b] as number) + moved, 0)
      if (cost >= limit) return false
      tours.open(p)
      tours.passOn(v, y)
      cost += tours.close(xx) * tours.penalties.warp
      if (cost >= limit) return false
      tours.open(o)
      tours.passOn(u, x)
      cost += tours.close(yy) * tours.penalties.warp
      if (cost >= limit) return false
    }
    tours.join(p, v)
    tours.join(y, xx)
    tours.join(o, u)
    tours.join(x, yy)
    tours.refresh(a)
    if (a !== b) tours.refresh(b)
    return true
  }

  /** Lets the tour of `u` go on with what follows `v`, and the other way round, when that pays. */
  private exchangeTails(u: number, v: number, arcs: number, limit: number): boolean {
    const { tours } = this
    const { tourOf, next, prev, load, loadTo } = tours
    const a = tourOf[u] as number
    const b = tourOf[v] as number
    const x = next[u] as number
    const y = next[v] as number
    const tailA = (load[a] as number) - (loadTo[u] as number)
    const tailB = (load[b] as number) - (loadTo[v] as number)
    let cost =
      arcs +
      tours.price((loadTo[u] as number) + tailB, 0) +
      tours.price((loadTo[v] as number) + tailA, 0)
    if (cost >= limit) return false
    tours.open(u)
    cost += tours.close(y) * tours.penalties.warp
    if (cost >= limit) return false
    tours.open(v)
    cost += tours.close(x) * tours.penalties.warp
    if (cost >= limit) return false
    const [endA, endB] = [tours.end(a), tours.end(b)]
    const lastA = prev[endA] as number
    const lastB = prev[endB] as number
    tours.join(u, y === endB ? endA : y)
    tours.join(v, x === endA ? endB : x)
    if (y !== endB) tours.join(lastB, endA)
    if (x !== endA) tours.join(lastA, endB)
    tours.refresh(a)
    tours.refresh(b)
    return true
  }

  /** Reverses what stands between `u` and the visit after `v` in one tour, when that pays. */
  private reverse(u: number, v: number, arcs: number, limit: number): boolean {
    const { tours } = this
    const { next, prev, load } = tours
    const a = tours.tourOf[u] as number
    const x = next[u] as number
    const y = next[v] as number
    const cost = this.symmetric ? arcs : arcs + this.turning(x, v)
    if (cost >= limit) return false
    tours.open(u)
    tours.passBack(v, x)
    if (cost + tours.price(load[a] as number, tours.close(y)) >= limit) return false
    let last = u
    for (let node = v; node !== u; ) {
      const before = prev[node] as number
      tours.join(last, node)
      last = node
      node = before
    }
    tours.join(last, y)
    tours.refresh(a)
    return true
  }

  /** What the arcs between two visits of a tour cost more backwards. */
  private turning(first: number, last: number): number {
    const { next, model } = this.tours
    let more = 0
    for (let node = first; node !== last; node = next[node] as number) {
      const after = next[node] as number
      more +=
        (model.arc[after * model.width + node] as number) -
        (model.arc[node * model.width + after] as number)
    }
    return more
  }
}
