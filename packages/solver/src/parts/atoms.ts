// What a cut may not separate: technicians who share work already, and work that is bound together.
import type { Problem } from '../problem/problem.ts'
import { compileCompatibility } from '../rules/compatibility.ts'
import type { Plan } from '../solution/plan.ts'

/** Sets that grow together. */
export class Unions {
  private readonly parent: Int32Array

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, k) => k)
  }

  find(k: number): number {
    const { parent } = this
    while (parent[k] !== k) {
      parent[k] = parent[parent[k] as number] as number
      k = parent[k] as number
    }
    return k
  }

  join(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b)
  }
}

/** A place in the plane, in metres or in seconds of travel: only differences count. */
export type Point = readonly [number, number]

/** Work that stays in one part: linked by order, seats, series or shared equipment. */
export interface Piece {
  readonly workOrders: readonly number[]
  readonly visits: number
  readonly seconds: number
  readonly point: Point | undefined
  /** Classes of visits that ask for the same. */
  readonly classes: readonly number[]
  /** Shifts that make it in the plan to start from, or technicians it is promised or locked to. */
  readonly shifts: readonly number[]
  readonly technicians: readonly number[]
  /** When it may begin at all. */
  readonly from: number
  readonly until: number
}

/** Everything a cut looks at. */
export interface Ground {
  readonly problem: Problem
  readonly pieces: readonly Piece[]
  /** By technician: those with the same number stay together. */
  readonly crewOf: Int32Array
  readonly table: Uint8Array
  readonly pointOfShift: readonly (Point | undefined)[]
}

const mean = (points: readonly (Point | undefined)[]): Point | undefined => {
  const known = points.filter((point) => point !== undefined)
  if (known.length === 0) return undefined
  const sum = known.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / known.length, sum[1] / known.length]
}

/** Work orders that have to be planned in sight of each other. */
const bind = ({ visits, workOrders, links, resources, policy }: Problem): Unions => {
  const bound = new Unions(workOrders.length)
  const orderOf = (visit: number): number => visits[visit]?.workOrder ?? 0
  for (const { from, to } of links) bound.join(orderOf(from), orderOf(to))
  const firstOf = new Map<string, number>()
  const share = (key: string, order: number): void => {
    const first = firstOf.get(key)
    if (first === undefined) firstOf.set(key, order)
    else bound.join(first, order)
  }
  for (const visit of visits) {
    if (visit.series >= 0) share(`series ${visit.series}`, visit.workOrder)
    if (!policy.rules.resources.on || resources.length === 0) continue
    for (const { resource } of visit.resources) share(`resource ${resource}`, visit.workOrder)
  }
  return bound
}

/** The shift that holds an instant, by technician; where none does, the nearest. */
const shiftAt = (problem: Problem, technician: number, start: number): number | undefined => {
  const away = (rank: number): number => {
    const shift = problem.shifts[rank]
    if (shift === undefined) return Number.POSITIVE_INFINITY
    return Math.max(0, shift.start - start, start - shift.end - shift.overtimeSeconds)
  }
  const own = problem.technicians[technician]?.shifts ?? []
  return [...own].sort((a, b) => away(a) - away(b))[0]
}

/**
 * Groups work and technicians.
 *
 * @param points where each location is; undefined when nobody knows
 * @param initial the plan to start from: who shares a piece in it stays together
 */
export const groundOf = (
  problem: Problem,
  points: readonly (Point | undefined)[],
  initial: Plan,
): Ground => {
  const { visits, workOrders, technicians, shifts } = problem
  const { classOf, table } = compileCompatibility(problem)
  const bound = bind(problem)
  const crews = new Unions(technicians.length)
  const members = new Map<number, number[]>()
  for (const { index } of workOrders) {
    const root = bound.find(index)
    const list = members.get(root)
    if (list) list.push(index)
    else members.set(root, [index])
  }
  const planned = new Map(initial.assignments.map((one) => [one.visit, one]))
  const pieces = [...members.values()].map((orders): Piece => {
    const own = orders.flatMap((rank) => workOrders[rank]?.visits ?? [])
    const known = own.flatMap((rank) => visits[rank] ?? [])
    const held = known.flatMap((visit) => {
      const now = planned.get(visit.id)
      const technician = now && problem.technicianIndex.get(now.technician)
      if (technician !== undefined) return [{ technician, start: now?.start }]
      const told = visit.locked ?? visit.published
      return told ? [{ technician: told.technician, start: told.start }] : []
    })
    for (const { technician } of held) crews.join(technician, held[0]?.technician ?? technician)
    return {
      workOrders: orders,
      visits: own.length,
      seconds: known.reduce((sum, visit) => sum + visit.serviceSeconds, 0),
      point: mean(known.map(({ location }) => points[location])),
      classes: [...new Set(own.map((rank) => classOf[rank] as number))],
      technicians: [...new Set(held.map(({ technician }) => technician))],
      shifts: held.flatMap(({ technician, start }) =>
        start === undefined ? [] : (shiftAt(problem, technician, start) ?? []),
      ),
      from: Math.min(...known.map(({ windows }) => windows[0]?.start ?? 0)),
      until: Math.max(...known.map(({ windows }) => windows.at(-1)?.end ?? 0)),
    }
  })
  return {
    problem,
    pieces,
    crewOf: Int32Array.from(technicians, ({ index }) => crews.find(index)),
    table,
    pointOfShift: shifts.map(({ startLocation, endLocation }) =>
      mean([points[startLocation], points[endLocation]]),
    ),
  }
}
