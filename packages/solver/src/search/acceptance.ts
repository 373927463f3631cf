import type { Random } from '../random/random.ts'

/** First and last temperature, in costs of a typical step. */
export const TEMPERATURES = { first: 0.5, last: 0.01 }

/**
 * Simulated annealing: a plan is kept when it costs less than the current one plus a random
 * threshold −T ln U, with T falling geometrically (Kirkpatrick, Gelatt & Vecchi 1983; with this
 * threshold in Christiaens & Vanden Berghe 2020).
 */
export class Annealing {
  private temperature: number
  private readonly first: number
  private readonly last: number
  private readonly random: Random

  /** @param scale the cost of a typical step, for example the cost of a plan per visit */
  constructor(random: Random, scale: number, { first, last }: typeof TEMPERATURES = TEMPERATURES) {
    this.random = random
    this.first = scale * first
    this.last = scale * last
    this.temperature = this.first
  }

  /** @param share how much of the search is over, from 0 to 1 */
  cool(share: number): void {
    this.temperature = this.first * (this.last / this.first) ** Math.min(1, Math.max(0, share))
  }

  /** How much a new plan may cost more than the current one. */
  margin(): number {
    return -this.temperature * Math.log(1 - this.random.real())
  }
}
