import type { Kernel } from './kernel.ts'
import type { RichKernel } from './rich-kernel.ts'

/** Cost that stands for "breaks a rule". */
export const BROKEN = 1e300

/** One tour as it was played through. */
export interface Played {
  readonly order: Int32Array
  readonly starts: Float64Array
  readonly rank: Int32Array
  readonly length: number
  readonly departure: number
  readonly arrival: number
  readonly travel: number
  readonly service: number
}

/** What a schedule reads of the tours it plays. */
export interface TourBooks {
  readonly kernel: Kernel
  readonly rich: RichKernel
  readonly next: Int32Array
  readonly tourOf: Int32Array
  /** Starts of the visits of other tours, as last played. */
  readonly begins: Float64Array
  readonly release: Float64Array
  start(tour: number): number
  end(tour: number): number
  mayWork(tour: number, played: Played): boolean
  likes(played: Played, technician: number): number
}
