// Equipment to the solver. What planned work needs is a resource it holds; what is booked beside the plan is held by a visit
// nobody can move, of somebody who does nothing else. Who is busy with a booking is absent for that time.
import { BOOKING } from '@regie/contract/planning-reasons'
import type {
  Assignment,
  IntervalInput,
  ShiftInput,
  TechnicianInput,
  WorkOrderInput,
} from '@regie/solver'
import { seconds } from './problem-time.ts'
import type { Scene, SceneWorkOrder } from './scene.ts'

type Hours = {
  readonly shifts: ShiftInput[]
  readonly absences: (IntervalInput & { reason: string })[]
}

/** The hours of somebody, without those a booking keeps them. */
export function withBookings(
  hours: Hours,
  technicianId: string,
  bookings: Scene['bookings'],
): Hours {
  const kept = bookings.filter(({ keeps }) => keeps.includes(technicianId))
  if (kept.length === 0) return hours
  const absences = kept.map(({ id, startsAt, endsAt }) => ({
    start: seconds(startsAt),
    end: seconds(endsAt),
    reason: `${BOOKING}${id}`,
  }))
  return { ...hours, absences: [...hours.absences, ...absences].sort((a, b) => a.start - b.start) }
}

/** What work holds, of what there is. */
export function resourcesOf(
  { equipment }: SceneWorkOrder,
  scene: Scene,
): Pick<WorkOrderInput, 'resources'> {
  const known = new Set(scene.equipment.map(({ id }) => id))
  const resources = equipment.filter(({ id }) => known.has(id))
  return resources.length > 0
    ? { resources: resources.map(({ id, count }) => ({ id, count })) }
    : {}
}

type Booked = {
  readonly technicians: TechnicianInput[]
  readonly workOrders: WorkOrderInput[]
  readonly assignments: Assignment[]
}

/** Bookings of equipment that work of the scene needs. */
export function bookedInput({ equipment, bookings }: Scene): Booked {
  const needed = new Set(equipment.map(({ id }) => id))
  const booked: Booked = { technicians: [], workOrders: [], assignments: [] }
  for (const { id: bookingId, equipmentId, count, startsAt, endsAt } of bookings) {
    if (!needed.has(equipmentId)) continue
    const id = `${BOOKING}${bookingId}`
    const [start, end] = [seconds(startsAt), seconds(endsAt)]
    booked.technicians.push({ id, shifts: [{ start, end, day: startsAt.slice(0, 10) }] })
    booked.workOrders.push({
      id,
      serviceSeconds: end - start,
      windows: [{ start, end: start }],
      resources: [{ id: equipmentId, count }],
      positions: [{ id, allowed: [id], locked: { technician: id, start } }],
    })
    booked.assignments.push({ visit: id, technician: id, start })
  }
  return booked
}
