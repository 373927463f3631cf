import { LinkedTours } from './linked-tours.ts'
import type { Plan } from './plan.ts'
import type { RichTours } from './rich-tours.ts'
import { shiftAt } from './tour.ts'
import type { Tours } from './tours.ts'

const append = (tours: Tours, tour: number, visits: readonly number[]): void => {
  let last = tours.prev[tours.end(tour)] as number
  for (const visit of visits) {
    tours.link(visit, tour, last)
    last = visit
  }
  tours.refresh(tour)
}

/** Is the order of a tour impossible in time or load? */
const isBroken = (tours: Tours, tour: number): boolean => {
  const { kernel } = tours
  if ((tours as RichTours).broken?.[tour] === 1) return true
  const end = tours.end(tour)
  for (let u = tours.start(tour); ; u = tours.next[u] as number) {
    if ((tours.earliest[u] as number) > (tours.latest[u] as number)) return true
    if (u === end) break
  }
  for (let k = 0; k < kernel.dimensions; k++) {
    const cell = tour * kernel.dimensions + k
    if ((tours.load[cell] as number) > (kernel.capacity[cell] as number)) return true
  }
  return false
}

/**
 * Loads a plan into empty tours. Locked visits are put where their lock says, rules or not;
 * other visits only as long as their tour keeps the rules. What is left out joins the bank.
 */
export const loadPlan = (tours: Tours, plan: Plan): void => {
  const { problem, compatibility, shifts } = tours.kernel
  const lists: { visit: number; start: number }[][] = problem.shifts.map(() => [])
  const put = (visit: number, technician: number, start: number): void => {
    const shift = shiftAt(problem, technician, start)
    if (shift === undefined) return
    const may =
      compatibility.table[(compatibility.classOf[visit] as number) * shifts + shift.index] === 1
    if (may) lists[shift.index]?.push({ visit, start })
  }
  const seen = new Set<number>()
  for (const { index, locked } of problem.visits) {
    if (locked?.start === undefined) continue
    seen.add(index)
    put(index, locked.technician, locked.start)
  }
  for (const { visit, technician, start } of plan.assignments) {
    const [v, t] = [problem.visitIndex.get(visit), problem.technicianIndex.get(technician)]
    if (v === undefined || t === undefined || seen.has(v)) continue
    seen.add(v)
    put(v, t, start)
  }
  tours.begin()
  lists.forEach((list, tour) => {
    list.sort((a, b) => a.start - b.start)
    append(
      tours,
      tour,
      list.map(({ visit }) => visit),
    )
  })
  lists.forEach((list, tour) => {
    for (const { visit } of [...list].reverse()) {
      if (!isBroken(tours, tour)) break
      if (problem.visits[visit]?.locked?.start === undefined) {
        tours.unlink(visit)
        tours.refresh(tour)
      }
    }
  })
  dropPartialCrews(tours)
  if (tours instanceof LinkedTours && !tours.isSound()) dropLinked(tours)
  tours.banked = 0
  for (const { index } of problem.visits)
    if ((tours.tourOf[index] as number) < 0) tours.bank[tours.banked++] = index
  tours.commit()
}

/** Takes out what is linked, when what was loaded does not go together. */
const dropLinked = (tours: Tours): void => {
  const { problem } = tours.kernel
  for (const visit of new Set(problem.links.flatMap(({ from, to }) => [from, to]))) {
    const tour = tours.tourOf[visit] as number
    if (tour < 0 || problem.visits[visit]?.locked?.start !== undefined) continue
    tours.unlink(visit)
    tours.refresh(tour)
  }
}

const dropPartialCrews = (tours: Tours): void => {
  const { problem } = tours.kernel
  for (const { visits } of problem.workOrders) {
    if (visits.length < 2) continue
    const empty = visits.some(
      (seat) => (tours.tourOf[seat] as number) < 0 && !problem.visits[seat]?.optional,
    )
    for (const seat of empty ? visits : []) {
      const tour = tours.tourOf[seat] as number
      if (tour < 0 || problem.visits[seat]?.locked?.start !== undefined) continue
      tours.unlink(seat)
      tours.refresh(tour)
    }
  }
}
