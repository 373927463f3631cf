import type { Fault } from './faults.ts'
import { Inspector } from './faults.ts'
import type { ProblemInput } from './input.ts'
import { readEstimate, readLocations, readTravels } from './location.ts'
import type { Link, Problem, WorkOrder } from './problem.ts'
import { readPolicy } from './read-policy.ts'
import { readTechnicians } from './technician.ts'
import { readWorkOrders } from './visit.ts'

type Raw = Readonly<Record<string, unknown>>

const widest = (items: unknown, key: string): number => {
  if (!Array.isArray(items)) return 0
  return items.reduce<number>((most, item: Raw | null) => {
    const list = item?.[key]
    return Array.isArray(list) ? Math.max(most, list.length) : most
  }, 0)
}

const readDependencies = (
  inspector: Inspector,
  value: unknown,
  context: {
    readonly index: ReadonlyMap<string, number>
    readonly workOrders: readonly WorkOrder[]
  },
): readonly Link[] => {
  const { index, workOrders } = context
  const links: Link[] = []
  const after: number[][] = workOrders.map(() => [])
  for (const [at, item] of inspector.list('dependencies', value)) {
    const raw = inspector.record(at, item)
    const before = inspector.reference(`${at}.before`, raw.before, index, 'work order')
    const next = inspector.reference(`${at}.after`, raw.after, index, 'work order')
    const minSeconds = inspector.numberOr(`${at}.minLagSeconds`, raw.minLagSeconds, { min: 0 }, 0)
    // An unknown id is told already; it makes no circle.
    const isKnown = [raw.before, raw.after].every((id) => index.has(id as string))
    if (isKnown) after[before]?.push(next)
    for (const from of workOrders[before]?.visits ?? []) {
      for (const to of workOrders[next]?.visits ?? []) {
        links.push({
          kind: 'dependency',
          from,
          to,
          measuredFrom: 'end',
          minSeconds,
          maxSeconds: Infinity,
        })
      }
    }
  }
  const cycle = findCycle(after)
  if (cycle.length > 0) {
    const names = cycle.map((rank) => workOrders[rank]?.id ?? '?')
    inspector.fault('dependencies', 'an order without a circle', names.join(' → '))
  }
  return links
}

/** A circle in a graph of successors, first = last; empty when there is none. */
const findCycle = (after: readonly (readonly number[])[]): readonly number[] => {
  const state = new Uint8Array(after.length)
  for (let root = 0; root < after.length; root++) {
    const path: number[] = []
    const edge: number[] = []
    if (state[root] === 0) path.push(root)
    while (path.length > 0) {
      const node = path.at(-1) as number
      if (edge.length < path.length) {
        state[node] = 1
        edge.push(0)
      }
      const k = edge[edge.length - 1] as number
      const next = after[node]?.[k]
      edge[edge.length - 1] = k + 1
      if (next === undefined) {
        state[node] = 2
        path.pop()
        edge.pop()
      } else if (state[next] === 1) return [...path.slice(path.indexOf(next)), next]
      else if (state[next] === 0) path.push(next)
    }
  }
  return []
}

const readDepot = (
  inspector: Inspector,
  value: unknown,
  locations: ReadonlyMap<string, number>,
): Problem['depot'] => {
  if (value === undefined) return undefined
  const raw = inspector.record('depot', value)
  return {
    location: inspector.reference('depot.location', raw.location, locations, 'location'),
    serviceSeconds: inspector.numberOr('depot.serviceSeconds', raw.serviceSeconds, { min: 0 }, 0),
  }
}

const readResources = (
  inspector: Inspector,
  value: unknown,
): { index: Map<string, number>; resources: { id: string; count: number }[] } => {
  const index = new Map<string, number>()
  const resources = inspector.list('resources', value).map(([at, item]) => {
    const raw = inspector.record(at, item)
    const id = inspector.text(`${at}.id`, raw.id)
    inspector.enter(`${at}.id`, id, index)
    return { id, count: inspector.number(`${at}.count`, raw.count, { min: 0 }) }
  })
  return { index, resources }
}

/**
 * Validates an input and indexes it.
 *
 * @param input plain JSON; it is read as untrusted and never kept
 * @returns the problem, or every fault found (the first 1,000), each with its path
 * @remarks Time and memory are linear in the input; the travel tables weigh 4 bytes a cell each.
 */
export const buildProblem = (
  input: ProblemInput,
): { readonly problem: Problem } | { readonly faults: readonly Fault[] } => {
  const inspector = new Inspector()
  const raw: Raw = inspector.record('', input)
  if (raw.version !== undefined && raw.version !== 1) inspector.fault('version', '1', raw.version)
  const policy = readPolicy(inspector, raw.policy)
  const locations = readLocations(inspector, raw.locations)
  const count = locations.index.size
  const { travels, profiles } = readTravels(inspector, raw.travel, {
    count,
    estimate: locations.estimate,
    how: readEstimate(inspector, raw.estimate),
  })
  const dimensions = Math.max(widest(raw.workOrders, 'demand'), widest(raw.technicians, 'capacity'))
  const crew = readTechnicians(inspector, raw.technicians, {
    locations: locations.index,
    profiles,
    dimensions,
  })
  const { index: resourceIndex, resources } = readResources(inspector, raw.resources)
  const work = readWorkOrders(inspector, raw.workOrders, {
    locations: locations.index,
    technicians: crew.technicianIndex,
    resources: resourceIndex,
    policy,
    dimensions,
  })
  const dependencies = readDependencies(inspector, raw.dependencies, {
    index: work.workOrderIndex,
    workOrders: work.workOrders,
  })
  const depot = readDepot(inspector, raw.depot, locations.index)
  if (inspector.faults.length > 0) return { faults: inspector.faults }
  const problem: Problem = {
    locations: [...locations.index.keys()].map((id) => ({ id })),
    nowhere: count,
    travels,
    ...crew,
    ...work,
    links: [...work.links, ...dependencies],
    resources,
    depot,
    dimensions,
    policy,
  }
  return { problem: Object.freeze(problem) }
}
