/**
 * One tour as arrays side by side, so that a scan reads memory in order. Rank 0 is the start of
 * the tour, ranks 1 … size its visits, rank size + 1 its end.
 */
export class Sequence {
  size = 0
  /** Cost of the tour; 0 while it is empty. */
  cost = 0
  /** Load by dimension. */
  readonly load: Float64Array
  nodes: Int32Array
  places: Int32Array
  /** Instant from which the next node can be travelled to, everything as early as possible. */
  ready: Float64Array
  /** Latest start of service that keeps the rest of the tour in time. */
  latest: Float64Array
  /** Cost of the way from a rank to the next. */
  arcs: Float64Array

  constructor(dimensions: number, capacity = 16) {
    this.load = new Float64Array(dimensions)
    this.nodes = new Int32Array(capacity)
    this.places = new Int32Array(capacity)
    this.ready = new Float64Array(capacity)
    this.latest = new Float64Array(capacity)
    this.arcs = new Float64Array(capacity)
  }

  /** Makes room for so many visits. */
  reserve(visits: number): void {
    if (visits + 2 <= this.nodes.length) return
    const capacity = 2 * (visits + 2)
    const grown = <T extends Int32Array | Float64Array>(fresh: T, old: T): T => {
      fresh.set(old)
      return fresh
    }
    this.nodes = grown(new Int32Array(capacity), this.nodes)
    this.places = grown(new Int32Array(capacity), this.places)
    this.ready = grown(new Float64Array(capacity), this.ready)
    this.latest = grown(new Float64Array(capacity), this.latest)
    this.arcs = grown(new Float64Array(capacity), this.arcs)
  }

  /** Becomes the same as another. */
  copy(other: Sequence): void {
    this.reserve(other.size)
    this.size = other.size
    this.cost = other.cost
    for (let k = 0; k < other.load.length; k++) this.load[k] = other.load[k] as number
    this.copyRanks(other, 0, other.size + 1, 0)
  }

  /** Copies ranks first … last of another to where `at` says. */
  copyRanks(other: Sequence, first: number, last: number, at: number): void {
    const { nodes, places, ready, latest, arcs } = this
    const shift = at - first
    for (let k = first; k <= last; k++) {
      nodes[k + shift] = other.nodes[k] as number
      places[k + shift] = other.places[k] as number
      ready[k + shift] = other.ready[k] as number
      latest[k + shift] = other.latest[k] as number
      arcs[k + shift] = other.arcs[k] as number
    }
  }
}
