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

  /** Tries to move visit `u`, or it and the next, or its tail, behind node `v`. */
  improveByInsertion(u: number, v: number): boolean {
    const { next, prev, tourOf, penalty, rank, model } = this.tours
    const { width, arc, place, visits } = model
    const a = tourOf[u] as number
    const b = tourOf[v] as number
    const paid = a === b ? (penalty[a] as number) : (penalty[a] as number) + (penalty[b] as number)
    const limit = paid - LEAST_GAIN
    const p = prev[u] as number
    const x = next[u] as number
    const y = next[v] as number
    const toX = place[x] as number
    const toY = place[y] as number
    const rowP = (place[p] as number) * width
    const rowU = u * width
    const rowV = (place[v] as number) * width
    const ux = arc[rowU + toX] as number
    const vy = arc[rowV + toY] as number
    const vu = arc[rowV + u] as number
    const uy = arc[rowU + toY] as number
    if (v !== p) {
      const left = (arc[rowP + u] as number) + vy
      const one = (arc[rowP + toX] as number) + vu + uy - left - ux
      if (one < limit && this.relocate(u, u, v, one, limit)) return true
      if (x < visits && x !== v) {
        const rowX = x * width
        const toXX = place[next[x] as number] as number
        const closed = (arc[rowP + toXX] as number) - (arc[rowX + toXX] as number) - left
        const two = closed + vu + (arc[rowX + toY] as number)
        if (two < limit && this.relocate(u, x, v, two, limit)) return true
        const turned = closed - ux + (arc[rowV + x] as number) + (arc[rowX + u] as number) + uy
        if (turned < limit && this.relocate(x, u, v, turned, limit)) return true
      }
    }
    if (a !== b) {
      const tails = uy + (arc[rowV + toX] as number) - ux - vy
      return tails < limit && this.exchangeTails(u, v, tails, limit)
    }
    if (v >= visits || (rank[u] as number) + 1 >= (rank[v] as number)) return false
    const uv = arc[rowU + v] as number
    const turn = uv + (arc[toX * width + toY] as number) - ux - vy
    return (turn < limit || !this.symmetric) && this.reverse(u, v, turn, limit)
  }

  /** Tries to exchange visit `u`, or it and the next, with visit `v`, or it and the next. */
  improveBySwap(u: number, v: number): boolean {
    const { next, prev, tourOf, penalty, model } = this.tours
    const { width, arc, place, visits } = model
    const p = prev[u] as number
    const x = next[u] as number
    const o = prev[v] as number
    const y = next[v] as number
    if (v === p || v === x) return false
    const a = tourOf[u] as number
    const b = tourOf[v] as number
    const paid = a === b ? (penalty[a] as number) : (penalty[a] as number) + (penalty[b] as number)
    const limit = paid - LEAST_GAIN
    const rowU = u * width
    const rowV = v * width
    const toY = place[y] as number
    const rowP = (place[p] as number) * width
    const rowO = (place[o] as number) * width
    const before =
      (arc[rowP + v] as number) -
      (arc[rowP + u] as number) +
      (arc[rowO + u] as number) -
      (arc[rowO + v] as number)
    const vy = arc[rowV + toY] as number
    if (u < v) {
      const toX = place[x] as number
      const one =
        before +
        (arc[rowV + toX] as number) -
        (arc[rowU + toX] as number) +
        (arc[rowU + toY] as number) -
        vy
      if (one < limit && this.swap(u, u, v, v, one, limit)) return true
    }
    if (x >= visits || x === o) return false
    const rowX = x * width
    const toXX = place[next[x] as number] as number
    const opened = before - (arc[rowX + toXX] as number)
    const two = opened + (arc[rowV + toXX] as number) + (arc[rowX + toY] as number) - vy
    if (two < limit && this.swap(u, x, v, v, two, limit)) return true
    if (u > v || y >= visits || y === p) return false
    const rowY = y * width
    const toYY = place[next[y] as number] as number
    const pairs =
      opened +
      (arc[rowY + toXX] as number) +
      (arc[rowX + toYY] as number) -
      (arc[rowY + toYY] as number)
    return pairs < limit && this.swap(u, x, v, y, pairs, limit)
  }

  /**
   * Moves one or two neighbouring visits behind `v`, in the order `first`, `last`, when that pays.
   *
   * @param arcs what the arcs cost more
   * @param limit what arcs and penalties may cost at most
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
      const early = (rank[u] as number) < (rank[v] as number)
      tours.open(early ? p : o)
      if (early) tours.passOn(v, y)
      else tours.passOn(u, x)
      if (early) tours.passOn(xx, o)
      else tours.passOn(yy, p)
      if (early) tours.passOn(u, x)
      else tours.passOn(v, y)
      const warp = tours.close(early ? yy : xx)
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
    const lastA = prev[tours.end(a)] as number
    const lastB = prev[tours.end(b)] as number
    if (y === tours.end(b)) tours.join(u, tours.end(a))
    else {
      tours.join(u, y)
      tours.join(lastB, tours.end(a))
    }
    if (x === tours.end(a)) tours.join(v, tours.end(b))
    else {
      tours.join(v, x)
      tours.join(lastA, tours.end(b))
    }
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
