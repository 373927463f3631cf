// A part of an input: some shifts, some work, and only what they refer to.
import type {
  PositionInput,
  ProblemInput,
  TechnicianInput,
  TravelInput,
  WorkOrderInput,
} from '../problem/input.ts'
import type { PolicyInput } from '../problem/policy.ts'
import type { Problem } from '../problem/problem.ts'

type Table = TravelInput['durations']

const cutTable = (table: Table, ranks: readonly number[], count: number): Table => {
  const nested = Array.isArray(table) && Array.isArray(table[0])
  const rows = table as readonly (readonly (number | null)[])[]
  const flat = table as ArrayLike<number | null>
  const size = ranks.length
  const cut = new Array<number | null>(size * size)
  for (let i = 0; i < size; i++) {
    const from = ranks[i] as number
    for (let j = 0; j < size; j++) {
      const to = ranks[j] as number
      cut[i * size + j] = (nested ? rows[from]?.[to] : flat[from * count + to]) ?? null
    }
  }
  return cut
}

const technicianOf = (
  problem: Problem,
  rank: number,
  input: TechnicianInput,
  shifts: readonly number[],
): TechnicianInput => {
  const byId = new Map(
    input.shifts.map((shift, k) => [shift.id ?? `${input.id}/${k + 1}`, shift] as const),
  )
  const own = shifts.filter((shift) => problem.shifts[shift]?.technician === rank)
  return {
    ...input,
    shifts: own.flatMap((shift) => {
      const id = problem.shifts[shift]?.id ?? ''
      const given = byId.get(id)
      return given ? [{ ...given, id }] : []
    }),
  }
}

/** References to technicians of other parts fall away; promises and locks never lie in other parts. */
const withoutStrangers = <T extends WorkOrderInput | PositionInput>(
  given: T,
  here: ReadonlySet<string>,
): T => {
  const { allowed, forbidden, preferred, serviceSecondsByTechnician: service } = given
  const known = (ids: readonly string[]): readonly string[] => ids.filter((id) => here.has(id))
  return {
    ...given,
    ...(allowed && { allowed: known(allowed) }),
    ...(forbidden && { forbidden: known(forbidden) }),
    ...(preferred && { preferred: known(preferred) }),
    ...(service && {
      serviceSecondsByTechnician: Object.fromEntries(
        Object.entries(service).filter(([id]) => here.has(id)),
      ),
    }),
  }
}

const promisedTo = (order: WorkOrderInput): readonly string[] =>
  [order, ...(order.positions ?? [])].flatMap(({ locked, published }) => [
    ...(locked ? [locked.technician] : []),
    ...(published ? [published.technician] : []),
  ])

const placesOf = (
  input: ProblemInput,
  technicians: readonly TechnicianInput[],
  orders: readonly WorkOrderInput[],
): ReadonlySet<string> =>
  new Set(
    [
      input.depot?.location,
      ...orders.map(({ location }) => location),
      ...technicians.flatMap((one) => [
        one.startLocation,
        one.endLocation,
        ...one.shifts.flatMap(({ startLocation, endLocation }) => [startLocation, endLocation]),
      ]),
    ].filter((id) => id !== undefined),
  )

/**
 * The input of a part.
 *
 * @param changes how many promises the part may break, where the policy limits them
 */
export const extract = (
  input: ProblemInput,
  problem: Problem,
  part: { readonly shifts: readonly number[]; readonly workOrders: readonly number[] },
  changes: number,
): ProblemInput => {
  const given = part.workOrders.flatMap((rank) => input.workOrders[rank] ?? [])
  const ranks = new Set(part.shifts.map((rank) => problem.shifts[rank]?.technician ?? 0))
  for (const id of given.flatMap(promisedTo)) ranks.add(problem.technicianIndex.get(id) ?? 0)
  const technicians = [...ranks]
    .sort((a, b) => a - b)
    .flatMap((rank) => {
      const one = input.technicians[rank]
      return one ? [technicianOf(problem, rank, one, part.shifts)] : []
    })
  const here = new Set(technicians.map(({ id }) => id))
  const orders = given.map((order) => ({
    ...withoutStrangers(order, here),
    ...(order.positions && {
      positions: order.positions.map((seat) => withoutStrangers(seat, here)),
    }),
  }))
  const places = placesOf(input, technicians, orders)
  const kept = input.locations.flatMap(({ id }, rank) => (places.has(id) ? [rank] : []))
  const ids = new Set(orders.map(({ id }) => id))
  const { changes: rule } = problem.policy.rules
  const policy: PolicyInput = {
    ...problem.policy,
    rules: { ...problem.policy.rules, changes: { ...rule, maxChanges: changes } },
  }
  return {
    ...input,
    locations: kept.flatMap((rank) => input.locations[rank] ?? []),
    ...(input.travel && {
      travel: input.travel.map((travel) => ({
        ...travel,
        durations: cutTable(travel.durations, kept, input.locations.length),
        ...(travel.distances && {
          distances: cutTable(travel.distances, kept, input.locations.length),
        }),
      })),
    }),
    technicians,
    workOrders: orders,
    ...(input.dependencies && {
      dependencies: input.dependencies.filter(
        ({ before, after }) => ids.has(before) && ids.has(after),
      ),
    }),
    ...(rule.on && { policy }),
  }
}
