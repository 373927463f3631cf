import { changedVisits } from './published.ts'
import type { PlanView } from './tour.ts'

/** One technician's shift in figures. */
export interface TourSummary {
  readonly technician: string
  readonly shift: string
  readonly departure: number
  readonly arrival: number
  readonly visits: readonly {
    readonly visit: string
    readonly start: number
    readonly end: number
  }[]
  readonly metres: number
  readonly travelSeconds: number
  readonly serviceSeconds: number
}

/** A plan in figures. */
export interface Summary {
  readonly assigned: number
  readonly unassigned: readonly string[]
  readonly metres: number
  readonly travelSeconds: number
  /** Seconds of service and travel, by technician. */
  readonly workSeconds: Readonly<Record<string, number>>
  readonly shiftsUsed: number
  /** Published visits planned otherwise than people were told. */
  readonly changed: readonly string[]
  readonly lateSeconds: number
  readonly tours: readonly TourSummary[]
}

const lateSeconds = (view: PlanView): number => {
  let late = 0
  for (const [index, { stop }] of view.stopOf) {
    late += Math.max(
      0,
      stop.start - (view.problem.visits[index]?.dueAt ?? Number.POSITIVE_INFINITY),
    )
  }
  return late
}

/** Works out the key figures of a plan. */
export const summarise = (view: PlanView): Summary => {
  const used = view.tours.filter(({ stops }) => stops.length > 0)
  const work: Record<string, number> = {}
  for (const { technician, travelSeconds, serviceSeconds } of view.tours) {
    work[technician.id] = (work[technician.id] ?? 0) + travelSeconds + serviceSeconds
  }
  return {
    assigned: view.stopOf.size,
    unassigned: view.problem.visits
      .filter(({ index }) => !view.stopOf.has(index))
      .map(({ id }) => id),
    metres: used.reduce((sum, tour) => sum + tour.metres, 0),
    travelSeconds: used.reduce((sum, tour) => sum + tour.travelSeconds, 0),
    workSeconds: work,
    shiftsUsed: used.length,
    changed: changedVisits(view).map(({ id }) => id),
    lateSeconds: lateSeconds(view),
    tours: used.map((tour) => ({
      technician: tour.technician.id,
      shift: tour.shift.id,
      departure: tour.departure,
      arrival: tour.arrival,
      visits: tour.stops.flatMap(({ visit, start, end }) =>
        visit ? [{ visit: visit.id, start, end }] : [],
      ),
      metres: tour.metres,
      travelSeconds: tour.travelSeconds,
      serviceSeconds: tour.serviceSeconds,
    })),
  }
}
