import type { PolicyRules } from '../problem/policy.ts'

/** A stop while a tour is played: its service, and the way to it from where and when. */
export interface Approach {
  readonly service: number
  readonly leg: number
  readonly from: number
  /** The first stop: nothing was done before. */
  readonly opening: boolean
}

/** How long a tour has been at work without a break, for each kind of break; and visits in a row. */
export class Stretches {
  private readonly steps: PolicyRules['breaks']['steps']
  private readonly streak: PolicyRules['streak']
  private readonly worked: Float64Array
  private row = 0

  constructor(steps: PolicyRules['breaks']['steps'], streak: PolicyRules['streak']) {
    this.steps = steps
    this.streak = streak
    this.worked = new Float64Array(steps.length)
  }

  reset(): void {
    this.worked.fill(0)
    this.row = 0
  }

  /** Adds work that no break interrupts. */
  add(seconds: number): void {
    for (let j = 0; j < this.worked.length; j++)
      this.worked[j] = (this.worked[j] as number) + seconds
  }

  /** The start that leaves room for the breaks and gaps that are due before a stop. */
  due(stop: Approach, start: number): number {
    if (stop.opening) return start
    const { steps, streak } = this
    const there = stop.from + stop.leg
    const idle = start - there
    let least = start
    for (let j = 0; j < steps.length; j++) {
      const { afterWorkSeconds, breakSeconds } = steps[j] as (typeof steps)[number]
      if (idle >= breakSeconds || stop.service > afterWorkSeconds) continue
      if ((this.worked[j] as number) + stop.leg + stop.service > afterWorkSeconds)
        least = Math.max(least, there + breakSeconds)
    }
    if (streak.on && idle < streak.gapSeconds && this.row >= streak.maxVisits)
      least = Math.max(least, there + streak.gapSeconds)
    return least
  }

  /** Counts a stop in. */
  work(stop: Approach, start: number): void {
    const { steps } = this
    const idle = stop.opening ? 0 : start - stop.from - stop.leg
    for (let j = 0; j < steps.length; j++) {
      const { afterWorkSeconds, breakSeconds } = steps[j] as (typeof steps)[number]
      let worked = this.worked[j] as number
      if (idle >= breakSeconds && !stop.opening)
        worked = worked + stop.leg <= afterWorkSeconds ? 0 : stop.leg
      else worked += stop.leg
      this.worked[j] =
        stop.service > afterWorkSeconds ? stop.service % afterWorkSeconds : worked + stop.service
    }
    this.row = idle >= this.streak.gapSeconds ? 1 : this.row + 1
  }
}
