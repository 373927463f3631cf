import { Random } from '../../random/random.ts'

/** A tour that was met: the kind of shift that makes it, its visits in order, and what it costs. */
export interface PooledTour {
  readonly kind: number
  readonly visits: Int32Array
  cost: number
}

/** Slots of the table; a power of two. */
const SLOTS = 1 << 16
/** Any number: keys are the same in each search. */
const KEY_SEED = 77

/**
 * Tours that a search met: each set of visits once for each kind of shift, in its cheapest order.
 * Sets are told apart by the sums of random keys of their visits (Zobrist 1970).
 */
export class TourPool {
  tours: PooledTour[] = []
  private readonly most: number
  private readonly keys: Int32Array
  private readonly markKeys: Int32Array
  /** By slot: a tour, −1 while free. */
  private readonly table = new Int32Array(SLOTS).fill(-1)
  private hashes: number[] = []
  private marks: number[] = []

  /** @param most tours kept; when there are more, the older half goes */
  constructor(visits: number, most: number) {
    const random = new Random(KEY_SEED)
    this.most = Math.min(most, SLOTS >> 1)
    this.keys = Int32Array.from({ length: visits }, () => random.bits() | 0)
    this.markKeys = Int32Array.from({ length: visits }, () => random.bits() | 0)
  }

  /** Takes in a tour: the first `size` of `visits`. */
  add(kind: number, visits: Int32Array, size: number, cost: number): void {
    let hash = Math.imul(kind + 1, 0x9e3779b1)
    let mark = Math.imul(kind + 1, 0x85ebca6b)
    for (let k = 0; k < size; k++) {
      hash = (hash + (this.keys[visits[k] as number] as number)) | 0
      mark = (mark + (this.markKeys[visits[k] as number] as number)) | 0
    }
    const known = this.find(hash, mark)
    if (known === undefined) {
      if (this.tours.length >= this.most) this.forget()
      this.enter(hash, this.tours.length)
      this.hashes.push(hash)
      this.marks.push(mark)
      this.tours.push({ kind, visits: visits.slice(0, size), cost })
    } else if (cost < known.cost) {
      known.cost = cost
      known.visits.set(visits.subarray(0, size))
    }
  }

  private find(hash: number, mark: number): PooledTour | undefined {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const tour = this.table[slot] as number
      if (tour < 0) return undefined
      if (this.marks[tour] === mark && this.hashes[tour] === hash) return this.tours[tour]
    }
  }

  private enter(hash: number, tour: number): void {
    let slot = hash & (SLOTS - 1)
    while (this.table[slot] !== -1) slot = (slot + 1) & (SLOTS - 1)
    this.table[slot] = tour
  }

  private forget(): void {
    const half = this.most >> 1
    this.tours = this.tours.slice(half)
    this.hashes = this.hashes.slice(half)
    this.marks = this.marks.slice(half)
    this.table.fill(-1)
    this.hashes.forEach((hash, tour) => {
      this.enter(hash, tour)
    })
  }
}
