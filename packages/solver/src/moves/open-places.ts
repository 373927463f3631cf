/**
 * Tours not yet opened (`after` −1) and places not yet tried, the least bound first: a binary
 * heap over typed arrays, filled anew for each visit.
 */
export class OpenPlaces {
  /** What was popped last. */
  tour = -1
  after = -1
  arcs = 0
  bound = 0
  private readonly tours: Int32Array
  private readonly afters: Int32Array
  private readonly ways: Float64Array
  private readonly bounds: Float64Array
  private readonly heap: Int32Array
  private size = 0
  private used = 0

  constructor(room: number) {
    this.tours = new Int32Array(room)
    this.afters = new Int32Array(room)
    this.ways = new Float64Array(room)
    this.bounds = new Float64Array(room)
    this.heap = new Int32Array(room)
  }

  clear(): void {
    this.size = 0
    this.used = 0
  }

  push(tour: number, after: number, arcs: number, bound: number): void {
    const { heap, bounds } = this
    const item = this.used++
    this.tours[item] = tour
    this.afters[item] = after
    this.ways[item] = arcs
    bounds[item] = bound
    let k = this.size++
    while (k > 0) {
      const parent = (k - 1) >> 1
      const above = heap[parent] as number
      if ((bounds[above] as number) <= bound) break
      heap[k] = above
      k = parent
    }
    heap[k] = item
  }

  /** Takes the least out into `tour`, `after`, `arcs` and `bound`; false when there is none. */
  pop(): boolean {
    if (this.size === 0) return false
    const { heap } = this
    const item = heap[0] as number
    this.tour = this.tours[item] as number
    this.after = this.afters[item] as number
    this.arcs = this.ways[item] as number
    this.bound = this.bounds[item] as number
    const last = heap[--this.size] as number
    if (this.size > 0) this.sink(last)
    return true
  }

  private sink(item: number): void {
    const { heap, bounds, size } = this
    const bound = bounds[item] as number
    let k = 0
    for (let child = 1; child < size; child = 2 * k + 1) {
      const right = child + 1
      if (
        right < size &&
        (bounds[heap[right] as number] as number) < (bounds[heap[child] as number] as number)
      )
        child = right
      const below = heap[child] as number
      if ((bounds[below] as number) >= bound) break
      heap[k] = below
      k = child
    }
    heap[k] = item
  }
}
