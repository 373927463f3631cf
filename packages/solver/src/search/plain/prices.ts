import type { Kernel } from '../../solution/kernel.ts'

/** What ways and places cost. */
export class Prices {
  /** By shift. Where seconds and metres are the same numbers, a scan needs only the seconds. */
  readonly perSecond: Float64Array
  readonly perMetre: Float64Array
  private readonly kernel: Kernel

  constructor(kernel: Kernel) {
    const { secondsFrom, metresFrom, travelOf, shifts } = kernel
    this.kernel = kernel
    this.perSecond = kernel.perSecond.slice()
    this.perMetre = kernel.perMetre.slice()
    const isOne = secondsFrom.map((seconds, profile) => {
      const metres = metresFrom[profile] as Int32Array
      return metres === seconds || seconds.every((value, cell) => value === metres[cell])
    })
    for (let tour = 0; tour < shifts; tour++) {
      if (!isOne[travelOf[tour] as number]) continue
      this.perSecond[tour] = (this.perSecond[tour] as number) + (this.perMetre[tour] as number)
      this.perMetre[tour] = 0
    }
  }

  /** Cost of the way between two locations for a tour. */
  way(tour: number, from: number, to: number): number {
    const { locations, travelOf, secondsFrom, metresFrom } = this.kernel
    const profile = travelOf[tour] as number
    const cell = from * locations + to
    const seconds = (secondsFrom[profile] as Int32Array)[cell] as number
    const metres = (metresFrom[profile] as Int32Array)[cell] as number
    return seconds * (this.perSecond[tour] as number) + metres * (this.perMetre[tour] as number)
  }

  /** Price of a visit that is not with a preferred technician. */
  liking(visit: number, tour: number): number {
    const { preference, problem, technicianOf } = this.kernel
    if (preference.length === 0) return 0
    return preference[visit * problem.technicians.length + (technicianOf[tour] as number)] as number
  }
}
