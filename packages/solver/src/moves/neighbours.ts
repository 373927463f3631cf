import type { Kernel } from '../solution/kernel.ts'

/**
 * Visits nearest to a visit, nearest first: by travel cost both ways, then by the distance of
 * their windows in time. Lists are made when first asked for.
 */
export class Neighbours {
  private readonly kernel: Kernel
  private readonly lists: (Int32Array | undefined)[]
  private readonly length: number
  private readonly keys: Float64Array

  constructor(kernel: Kernel, length = 256) {
    this.kernel = kernel
    this.lists = new Array(kernel.visits).fill(undefined)
    this.length = Math.min(length, kernel.visits)
    this.keys = new Float64Array(kernel.visits)
  }

  /** The visit itself comes first. */
  of(visit: number): Int32Array {
    const known = this.lists[visit]
    if (known !== undefined) return known
    const { keys, kernel } = this
    const { visits, location, locations, opens } = kernel
    const from = kernel.metresFrom[0] as Int32Array
    const to = kernel.metresTo[0] as Int32Array
    const row = (location[visit] as number) * locations
    const here = opens[visit] as number
    for (let v = 0; v < visits; v++) {
      const there = location[v] as number
      const far = Math.min(2e9, (from[row + there] as number) + (to[row + there] as number))
      const gap = Math.min(9e5, Math.abs((opens[v] as number) - here)) / 1e6
      // Ranks of visits ride in the digits below the distance.
      keys[v] = v === visit ? v : (Math.floor((far + gap) * 4) + 1) * visits + v
    }
    const sorted = visits > 4 * this.length ? this.nearest() : keys.slice().sort()
    const list = new Int32Array(this.length)
    for (let k = 0; k < this.length; k++) list[k] = (sorted[k] as number) % visits
    this.lists[visit] = list
    return list
  }

  /** The smallest keys, sorted, without sorting all. */
  private nearest(): Float64Array {
    const { keys } = this
    const sample = new Float64Array(256)
    for (let k = 0; k < 256; k++) sample[k] = keys[Math.floor((k * keys.length) / 256)] as number
    sample.sort()
    for (let cut = Math.ceil((this.length / keys.length) * 256) + 8; cut < 256; cut *= 2) {
      const limit = sample[cut] as number
      const near = keys.filter((key) => key <= limit)
      if (near.length >= this.length) return near.sort()
    }
    return keys.slice().sort()
  }
}
