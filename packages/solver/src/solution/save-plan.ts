import { LinkedTours } from './linked-tours.ts'
import type { Assignment, Plan, Renewal } from './plan.ts'
import { RichTours } from './rich-tours.ts'
import type { Tours } from './tours.ts'

/** The starts of a tour once it leaves as late as costs nothing. */
const shifted = (tours: RichTours, tour: number): readonly number[] => {
  const { schedule } = tours
  schedule.play(tour, -1, -1)
  const { slack } = schedule
  if (slack === 0) return Array.from(schedule.starts.subarray(0, schedule.length))
  const starts: number[] = []
  let delay = slack
  for (let k = 0; k < schedule.length; k++) {
    const wait =
      k === 0 && schedule.renewal !== 0
        ? 0
        : (schedule.starts[k] as number) - (schedule.readies[k] as number)
    delay = Math.max(0, delay - wait)
    starts.push((schedule.starts[k] as number) + delay)
  }
  return starts
}

/** The renewal of a tour ends just in time for the visit after it. */
const renewalOf = (tours: RichTours, tour: number, starts: readonly number[]): number => {
  const { schedule } = tours
  const k = schedule.renewal
  const lead = (schedule.readies[k] as number) - schedule.renewalStart
  const least =
    k === 0
      ? schedule.renewalStart
      : (starts[k - 1] as number) + schedule.renewalStart - (schedule.starts[k - 1] as number)
  return tours.rich.shiftable
    ? Math.max(least, (starts[k] as number) - lead)
    : (tours.renewalStart[tour] as number)
}

/** The tours as a plan, in order of shift and time. */
export const savePlan = (tours: Tours): Plan => {
  const rich = tours instanceof RichTours ? tours : undefined
  const linked = tours instanceof LinkedTours ? tours.starts : undefined
  const { begins } = linked ?? rich ?? { begins: tours.earliest }
  const { problem, origin, technicianOf } = tours.kernel
  const assignments: Assignment[] = []
  const renewals: Renewal[] = []
  for (let r = 0; r < tours.kernel.shifts; r++) {
    if (tours.size[r] === 0) continue
    const technician = problem.technicians[technicianOf[r] as number]?.id ?? ''
    const starts = rich?.rich.shiftable ? shifted(rich, r) : undefined
    if (rich && (rich.renewal[r] as number) >= 0) {
      if (starts === undefined) rich.schedule.play(r, -1, -1)
      const own = starts ?? Array.from(rich.schedule.starts.subarray(0, rich.schedule.length))
      renewals.push({ technician, start: origin + renewalOf(rich, r, own) })
    }
    let k = 0
    const end = tours.end(r)
    for (let u = tours.next[tours.start(r)] as number; u !== end; u = tours.next[u] as number) {
      const played = starts?.[k++] ?? (begins[u] as number)
      const visit = problem.visits[u]
      assignments.push({
        visit: visit?.id ?? '',
        technician,
        start: visit?.locked?.start ?? played + origin,
      })
    }
  }
  return renewals.length > 0 ? { assignments, renewals } : { assignments }
}
