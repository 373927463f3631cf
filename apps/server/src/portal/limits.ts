// How often one link may ask: more than any person does, less than a program that tries things out.
import { fail } from '../platform/errors.ts'

const WINDOW_MS = 60_000
const MAX_KNOWN = 10_000

/** Counts in the memory of one process; with several, each lets so many through. */
export class Limiter {
  readonly #perMinute: number
  readonly #seen = new Map<string, { from: number; count: number }>()

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Refuses with the seconds left until the next minute of this key. */
  expect(key: string, now: number): void {
    if (this.#seen.size > MAX_KNOWN) this.#seen.clear()
    const known = this.#seen.get(key)
    const seen = known && now - known.from < WINDOW_MS ? known : { from: now, count: 0 }
    seen.count += 1
    this.#seen.set(key, seen)
    if (seen.count > this.#perMinute)
      throw fail('too_many_requests', {
        seconds: Math.ceil((seen.from + WINDOW_MS - now) / 1000),
      })
  }
}
