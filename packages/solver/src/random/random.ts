/**
 * Seeded random numbers: xoshiro128** (Blackman & Vigna 2018), 32 bits at a time.
 * The state is spread from the seed by splitmix32.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: number) {
    let state = seed | 0
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0
      let z = state ^ (state >>> 16)
      z = Math.imul(z, 0x21f0aaad)
      z ^= z >>> 15
      z = Math.imul(z, 0x735a2d97)
      return z ^ (z >>> 15)
    }
    this.a = next()
    this.b = next()
    this.c = next()
    this.d = next()
  }

  /** An integer of 32 bits, ≥ 0. */
  bits(): number {
    const x = Math.imul(this.b, 5)
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0
    const t = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= t
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }

  /** A number in [0, 1). */
  real(): number {
    return this.bits() * 2.3283064365386963e-10
  }

  /** An integer in [0, bound). */
  below(bound: number): number {
    return (this.real() * bound) | 0
  }

  /** Trials until one of probability `p` succeeds, ≥ 1. */
  geometric(p: number): number {
    return 1 + Math.floor(Math.log(1 - this.real()) / Math.log(1 - p))
  }

  /** Shuffles the first `count` items. */
  shuffle(items: Int32Array, count: number): void {
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const item = items[i] as number
      items[i] = items[j] as number
      items[j] = item
    }
  }
}
