import type { Kernel } from '../../solution/kernel.ts'
import type { Assignment, Plan } from '../../solution/plan.ts'
import type { Sequence } from './sequence.ts'
import type { Sequences } from './sequences.ts'

/** The visits of each tour of the best plan; only tours that changed are copied. */
export class BestTours {
  private readonly tours: Int32Array[]
  private readonly version: Int32Array

  constructor(shifts: number) {
    this.tours = Array.from({ length: shifts }, () => new Int32Array(0))
    this.version = new Int32Array(shifts)
  }

  /** The plan, committed, is now the best. */
  keep(plan: Sequences): void {
    for (let tour = 0; tour < this.tours.length; tour++) {
      if (this.version[tour] === plan.version[tour]) continue
      this.version[tour] = plan.version[tour] as number
      const { nodes, size } = plan.of[tour] as Sequence
      this.tours[tour] = nodes.slice(1, size + 1)
    }
  }

  of(tour: number): Int32Array {
    return this.tours[tour] as Int32Array
  }

  /** As a plan, every visit as early as possible. */
  plan(kernel: Kernel): Plan {
    const assignments: Assignment[] = []
    const { problem, location, opens, service, locations, origin } = kernel
    this.tours.forEach((visits, tour) => {
      const seconds = kernel.secondsFrom[kernel.travelOf[tour] as number] as Int32Array
      const technician = problem.technicians[kernel.technicianOf[tour] as number]?.id ?? ''
      let here = kernel.visits + tour
      let time = opens[here] as number
      for (const u of visits) {
        const visit = problem.visits[u]
        time += seconds[(location[here] as number) * locations + (location[u] as number)] as number
        time = Math.max(time, opens[u] as number)
        const start = visit?.locked?.start ?? time + origin
        assignments.push({ visit: visit?.id ?? '', technician, start })
        time += service[u] as number
        here = u
      }
    })
    return { assignments }
  }
}
