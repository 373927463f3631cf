// Shares a big problem out into smaller ones that know nothing of each other: their plans together break no rule.
import type { ProblemInput } from '../problem/input.ts'
import type { Problem } from '../problem/problem.ts'
import type { Plan } from '../solution/plan.ts'
import { type Ground, groundOf, type Point } from './atoms.ts'
import { cutByDay, cutByTerritory, type Region, visitsOf } from './cut.ts'
import { extract } from './extract.ts'

/** How to share out. */
export interface PartitionOptions {
  /** Visits a part may have; a part that cannot be cut may have more (default 500). */
  readonly visitsPerPart?: number
  /** The running plan: who makes what in it stays in one part. */
  readonly initial?: Plan
  /** Cuts along the other side, so that the borders of an earlier partition fall inside of parts. */
  readonly turned?: boolean
}

/** A part: a problem of its own, with its share of the plan to start from. */
export interface Part {
  readonly input: ProblemInput
  readonly initial: Plan
  readonly visits: number
}

const METRES_PER_DEGREE = 111_195
/** Territory is cut as long as this many technicians' shifts stay on a side; then days are. */
const FEW_SHIFTS = 8

/** Where locations are: from coordinates, else from how far it is to two that lie far apart. */
const pointsOf = (input: ProblemInput, problem: Problem): readonly (Point | undefined)[] => {
  const located = input.locations.every(
    ({ latitude, longitude }) => latitude !== undefined && longitude !== undefined,
  )
  if (located) {
    return input.locations.map(({ latitude = 0, longitude = 0 }) => {
      const shrink = Math.cos((latitude * Math.PI) / 180)
      return [longitude * METRES_PER_DEGREE * shrink, latitude * METRES_PER_DEGREE]
    })
  }
  const [travel] = problem.travels
  if (travel === undefined || input.locations.length === 0) return []
  const farthest = (from: number): number => {
    let best = from
    for (let to = 0; to < input.locations.length; to++) {
      const [far, most] = [
        travel.seconds[from * travel.count + to],
        travel.seconds[from * travel.count + best],
      ]
      if ((far ?? 0) > (most ?? 0) && (far ?? 0) < 1e9) best = to
    }
    return best
  }
  const one = farthest(0)
  const other = farthest(one)
  return input.locations.map((_, k) => [
    travel.seconds[one * travel.count + k] ?? 0,
    travel.seconds[other * travel.count + k] ?? 0,
  ])
}

const cutDown = (
  ground: Ground,
  region: Region,
  { most, turned }: { most: number; turned: boolean },
): readonly Region[] => {
  if (visitsOf(ground, region) <= most) return [region]
  const roomy = region.shifts.length >= 2 * FEW_SHIFTS
  const halves = roomy
    ? (cutByTerritory(ground, region, turned) ?? cutByDay(ground, region))
    : (cutByDay(ground, region) ?? cutByTerritory(ground, region, turned))
  if (halves === undefined) return [region]
  return halves.flatMap((half) => cutDown(ground, half, { most, turned: false }))
}

/** The part of a plan that lies in a part of the problem. */
const within = (plan: Plan, input: ProblemInput, visits: ReadonlySet<string>): Plan => {
  const here = new Set(input.technicians.map(({ id }) => id))
  return {
    assignments: plan.assignments.filter(({ visit }) => visits.has(visit)),
    ...(plan.renewals && {
      renewals: plan.renewals.filter(({ technician }) => here.has(technician)),
    }),
  }
}

/**
 * Shares a problem out by skill, territory and day.
 *
 * Work that is bound (seats, order, series, shared equipment) stays together, each shift lies in
 * one part, and days are cut only where no rule looks from one to the other; so the plans of the
 * parts, put together, break no rule that they keep on their own. A limit of changes is shared out.
 *
 * @param input an input without faults, and the problem built from it
 * @see recursive coordinate bisection, Berger & Bokhari 1987, at half of the working hours
 */
export const partition = (
  input: ProblemInput,
  problem: Problem,
  options: PartitionOptions = {},
): readonly Part[] => {
  const { visitsPerPart = 500, initial = { assignments: [] }, turned = false } = options
  const ground = groundOf(problem, pointsOf(input, problem), initial)
  const whole: Region = {
    shifts: problem.shifts.map(({ index }) => index),
    pieces: ground.pieces.map((_, rank) => rank),
  }
  const regions = cutDown(ground, whole, { most: visitsPerPart, turned })
  const { maxChanges } = problem.policy.rules.changes
  const promised = problem.visits.filter(({ published }) => published?.confirmed).length
  return regions.map((region) => {
    const workOrders = region.pieces
      .flatMap((rank) => ground.pieces[rank]?.workOrders ?? [])
      .sort((a, b) => a - b)
    const own = workOrders.flatMap((rank) => problem.workOrders[rank]?.visits ?? [])
    const told = own.filter((rank) => problem.visits[rank]?.published?.confirmed).length
    const changes = Math.floor((maxChanges * told) / Math.max(1, promised))
    const part = extract(input, problem, { shifts: region.shifts, workOrders }, changes)
    const ids = new Set(own.map((rank) => problem.visits[rank]?.id ?? ''))
    return { input: part, initial: within(initial, part, ids), visits: own.length }
  })
}

/** The plans of the parts, put together. */
export const mergePlans = (plans: readonly Plan[]): Plan => {
  const renewals = plans.flatMap((plan) => plan.renewals ?? [])
  return {
    assignments: plans.flatMap(({ assignments }) => assignments),
    ...(renewals.length > 0 && { renewals }),
  }
}
