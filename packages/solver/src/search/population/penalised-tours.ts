import type { UniformModel } from './uniform-model.ts'

/**
 * What a plan pays for breaking a constraint, per unit. In a typed array: compiled code may then
 * not take the numbers for constants, and is not thrown away when they change.
 */
export class Penalties {
  private readonly rates: Float64Array

  constructor(load: number, warp: number) {
    this.rates = Float64Array.of(load, warp)
  }

  get load(): number {
    return this.rates[0] as number
  }

  set load(rate: number) {
    this.rates[0] = rate
  }

  get warp(): number {
    return this.rates[1] as number
  }

  set warp(rate: number) {
    this.rates[1] = rate
  }
}

/**
 * Tours that may be overloaded or late, at a price. Lateness is measured as time warp: who comes
 * after a window goes back in time to its end, and pays for it (Nagata, Bräysy & Dullaert 2010).
 *
 * For each node the tours keep what comes before it (the time of leaving, the warp and the load
 * so far) and after it (the latest arrival that adds no warp, and the warp that follows). Waiting
 * is free, so that these few numbers say what Vidal et al. (2013) keep in time-window segments,
 * and tours that are put together of a beginning, a few nodes and an end are priced in constant
 * time: `open` the beginning, `pass` the nodes, `close` with the end.
 */
export class PenalisedTours {
  readonly model: UniformModel
  readonly penalties: Penalties
  readonly next: Int32Array
  readonly prev: Int32Array
  /** By node, starts and ends included. */
  readonly tourOf: Int32Array
  /** Rank in the tour; 0 for its start. */
  readonly rank: Int32Array
  readonly ready: Int32Array
  readonly warpTo: Int32Array
  readonly loadTo: Int32Array
  readonly latest: Int32Array
  readonly warpFrom: Int32Array
  /** By tour. */
  readonly size: Int32Array
  readonly load: Int32Array
  readonly warp: Int32Array
  /** What the tour pays for its load and its warp. */
  readonly penalty: Float64Array
  /** The count of `changes` at its last change. */
  readonly changedAt: Int32Array
  changes = 0
  private time = 0
  private warped = 0
  private row = 0

  constructor(model: UniformModel, penalties: Penalties) {
    const { visits, tours, place } = model
    const nodes = place.length
    this.model = model
    this.penalties = penalties
    this.next = new Int32Array(nodes)
    this.prev = new Int32Array(nodes)
    this.tourOf = new Int32Array(nodes).fill(-1)
    this.rank = new Int32Array(nodes)
    this.ready = new Int32Array(nodes)
    this.warpTo = new Int32Array(nodes)
    this.loadTo = new Int32Array(nodes)
    this.latest = new Int32Array(nodes)
    this.warpFrom = new Int32Array(nodes)
    this.size = new Int32Array(tours)
    this.load = new Int32Array(tours)
    this.warp = new Int32Array(tours)
    this.penalty = new Float64Array(tours)
    this.changedAt = new Int32Array(tours)
    for (let tour = 0; tour < tours; tour++) {
      this.tourOf[visits + tour] = tour
      this.tourOf[visits + tours + tour] = tour
    }
    this.clear()
  }

  start(tour: number): number {
    return this.model.visits + tour
  }

  end(tour: number): number {
    return this.model.visits + this.model.tours + tour
  }

  /** Empties all tours. */
  clear(): void {
    this.changes = 0
    this.tourOf.fill(-1, 0, this.model.visits)
    for (let tour = 0; tour < this.model.tours; tour++) {
      if (this.size[tour] !== 0 || this.next[this.start(tour)] !== this.end(tour)) {
        this.next[this.start(tour)] = this.end(tour)
        this.prev[this.end(tour)] = this.start(tour)
      }
      this.refresh(tour)
      this.changedAt[tour] = 0
    }
  }

  /** Sets the visits of an empty tour, leaving out those that stand in a tour already. */
  fill(tour: number, order: Int32Array, from: number, to: number): void {
    let last = this.start(tour)
    for (let k = from; k < to; k++) {
      const visit = order[k] as number
      if ((this.tourOf[visit] as number) >= 0) continue
      this.tourOf[visit] = tour
      this.next[last] = visit
      this.prev[visit] = last
      last = visit
    }
    this.next[last] = this.end(tour)
    this.prev[this.end(tour)] = last
    this.refresh(tour)
  }

  /** Links two nodes; the tours concerned are then to be refreshed. */
  join(before: number, after: number): void {
    this.next[before] = after
    this.prev[after] = before
  }

  /** Brings a tour up to date with the order of its nodes. Linear in its length. */
  refresh(tour: number): void {
    this.refreshForward(tour)
    this.refreshBackward(tour)
    this.penalty[tour] = this.price(this.load[tour] as number, this.warp[tour] as number)
    this.changedAt[tour] = ++this.changes
  }

  private refreshForward(tour: number): void {
    const { next, tourOf, rank, ready, warpTo, loadTo } = this
    const { width, seconds, place, opens, closes, service, demand, visits, tours } = this.model
    const end = visits + tours + tour
    let node = visits + tour
    let time = (opens[node] as number) + (service[node] as number)
    let warp = 0
    let load = 0
    let count = 0
    ready[node] = time
    warpTo[node] = 0
    loadTo[node] = 0
    rank[node] = 0
    while (node !== end) {
      const row = (place[node] as number) * width
      node = next[node] as number
      time += seconds[row + (place[node] as number)] as number
      const close = closes[node] as number
      if (time > close) {
        warp += time - close
        time = close
      } else if (time < (opens[node] as number)) time = opens[node] as number
      time += service[node] as number
      load += demand[node] as number
      count++
      ready[node] = time
      warpTo[node] = warp
      loadTo[node] = load
      rank[node] = count
      tourOf[node] = tour
    }
    this.size[tour] = count - 1
    this.load[tour] = load
    this.warp[tour] = warp
  }

  private refreshBackward(tour: number): void {
    const { prev, latest, warpFrom } = this
    const { width, seconds, place, opens, closes, service, visits, tours } = this.model
    const start = visits + tour
    let node = visits + tours + tour
    let late = closes[node] as number
    let warp = 0
    latest[node] = late
    warpFrom[node] = 0
    while (node !== start) {
      const to = place[node] as number
      node = prev[node] as number
      late -= (seconds[(place[node] as number) * width + to] as number) + (service[node] as number)
      const open = opens[node] as number
      if (late < open) {
        warp += open - late
        late = open
      } else if (late > (closes[node] as number)) late = closes[node] as number
      latest[node] = late
      warpFrom[node] = warp
    }
  }

  /** What a tour pays for a load and a warp. */
  price(load: number, warp: number): number {
    const excess = load - this.model.capacity
    return (excess > 0 ? excess * this.penalties.load : 0) + warp * this.penalties.warp
  }

  /** Begins a tour to be priced with what stands up to a node, this included. */
  open(node: number): void {
    this.time = this.ready[node] as number
    this.warped = this.warpTo[node] as number
    this.row = (this.model.place[node] as number) * this.model.width
  }

  /** Goes on to a visit. */
  pass(visit: number): void {
    const { model } = this
    let time = this.time + (model.seconds[this.row + visit] as number)
    const close = model.closes[visit] as number
    if (time > close) {
      this.warped += time - close
      time = close
    } else if (time < (model.opens[visit] as number)) time = model.opens[visit] as number
    this.time = time + (model.service[visit] as number)
    this.row = visit * model.width
  }

  /** Goes on with what stands between two visits of a tour, both included. */
  passOn(first: number, last: number): void {
    for (let node = first; ; node = this.next[node] as number) {
      this.pass(node)
      if (node === last) return
    }
  }

  /** The same backwards: `first` stands after `last` in its tour. */
  passBack(first: number, last: number): void {
    for (let node = first; ; node = this.prev[node] as number) {
      this.pass(node)
      if (node === last) return
    }
  }

  /** Ends with a node and what stands after it; returns the warp of the whole tour. */
  close(node: number): number {
    const { model } = this
    const time = this.time + (model.seconds[this.row + (model.place[node] as number)] as number)
    const late = time - (this.latest[node] as number)
    return this.warped + (this.warpFrom[node] as number) + Math.max(late, 0)
  }

  /** Sum of the arcs, and of what is paid for load and warp. */
  cost(): { readonly arcs: number; readonly load: number; readonly warp: number } {
    const { next, model } = this
    const { place, width, arc } = model
    let [arcs, load, warp] = [0, 0, 0]
    for (let tour = 0; tour < model.tours; tour++) {
      if (this.size[tour] === 0) continue
      for (let node = this.start(tour); node !== this.end(tour); node = next[node] as number) {
        arcs += arc[
          (place[node] as number) * width + (place[next[node] as number] as number)
        ] as number
      }
      load += Math.max(0, (this.load[tour] as number) - model.capacity)
      warp += this.warp[tour] as number
    }
    return { arcs, load, warp }
  }
}
