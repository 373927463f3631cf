// Cuts a region in two: by territory along its longer side, or by day where no rule looks across the cut.
import type { Ground, Piece, Point } from './atoms.ts'

/** Shifts, and the work that is planned on them and on no others. */
export interface Region {
  readonly shifts: readonly number[]
  readonly pieces: readonly number[]
}

const pieceAt = ({ pieces }: Ground, rank: number): Piece => pieces[rank] as Piece

export const visitsOf = (ground: Ground, region: Region): number =>
  region.pieces.reduce((sum, rank) => sum + pieceAt(ground, rank).visits, 0)

const hours = ({ problem }: Ground, shifts: Iterable<number>): number => {
  let sum = 0
  for (const rank of shifts) {
    const shift = problem.shifts[rank]
    if (shift) sum += shift.end - shift.start
  }
  return sum
}

/** The two halves of the shifts, in the order of a key, at half of the hours. */
const halves = (
  ground: Ground,
  groups: readonly { readonly key: number; readonly shifts: readonly number[] }[],
): readonly [readonly number[], readonly number[]] => {
  const sorted = [...groups].sort((a, b) => a.key - b.key)
  const half =
    hours(
      ground,
      sorted.flatMap(({ shifts }) => shifts),
    ) / 2
  const left: number[] = []
  const right: number[] = []
  let done = 0
  sorted.forEach(({ shifts }, k) => {
    const own = hours(ground, shifts)
    const first = k === 0 || (done + own / 2 <= half && k < sorted.length - 1)
    if (first) left.push(...shifts)
    else right.push(...shifts)
    done += own
  })
  return [left, right]
}

/** Can somebody on these shifts make every seat of a piece? Remembered by class. */
const ableOn = (ground: Ground, shifts: readonly number[]): ((piece: Piece) => boolean) => {
  const known = new Map<number, boolean>()
  const count = ground.problem.shifts.length
  const able = (kind: number): boolean => {
    const found = known.get(kind) ?? shifts.some((rank) => ground.table[kind * count + rank] === 1)
    known.set(kind, found)
    return found
  }
  return ({ classes }) => classes.every(able)
}

/** −1: it has to go left, 1: right, 0: either. */
type Side = -1 | 0 | 1

/** Shares the work: what must lie on a side does, the rest fills up in the order of a key. */
const share = (
  ground: Ground,
  region: Region,
  [left, right]: readonly [readonly number[], readonly number[]],
  { sideOf, keyOf }: { sideOf: (piece: Piece) => Side; keyOf: (piece: Piece) => number },
): readonly [Region, Region] => {
  const [ableLeft, ableRight] = [ableOn(ground, left), ableOn(ground, right)]
  const sides = region.pieces.map((rank): readonly [number, Side, Piece] => {
    const piece = pieceAt(ground, rank)
    const bound = sideOf(piece)
    if (bound !== 0) return [rank, bound, piece]
    const [here, there] = [ableLeft(piece), ableRight(piece)]
    return [rank, here === there ? 0 : here ? -1 : 1, piece]
  })
  const weight = ({ seconds, visits }: Piece): number => seconds + 600 * visits
  const total = sides.reduce((sum, [, , piece]) => sum + weight(piece), 0)
  const goal = (total * hours(ground, left)) / Math.max(1, hours(ground, region.shifts))
  const mine = sides.filter(([, side]) => side === -1)
  let load = mine.reduce((sum, [, , piece]) => sum + weight(piece), 0)
  const taken = mine.map(([rank]) => rank)
  const others = sides.filter(([, side]) => side === 1).map(([rank]) => rank)
  const free = sides.filter(([, side]) => side === 0).sort((a, b) => keyOf(a[2]) - keyOf(b[2]))
  for (const [rank, , piece] of free) {
    if (load + weight(piece) / 2 <= goal) {
      taken.push(rank)
      load += weight(piece)
    } else others.push(rank)
  }
  return [
    { shifts: left, pieces: taken },
    { shifts: right, pieces: others },
  ]
}

const spreadOf = (points: readonly Point[], axis: 0 | 1): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const point of points) {
    least = Math.min(least, point[axis])
    most = Math.max(most, point[axis])
  }
  return most - least
}

/**
 * Cuts between technicians, along the longer side of where they are.
 *
 * @param turned along the shorter side instead
 * @returns undefined when fewer than two crews are there
 */
export const cutByTerritory = (
  ground: Ground,
  region: Region,
  turned: boolean,
): readonly [Region, Region] | undefined => {
  const { problem, crewOf, pointOfShift } = ground
  const crews = new Map<number, number[]>()
  for (const rank of region.shifts) {
    const crew = crewOf[problem.shifts[rank]?.technician ?? 0] as number
    const list = crews.get(crew)
    if (list) list.push(rank)
    else crews.set(crew, [rank])
  }
  if (crews.size < 2) return undefined
  const places = [
    ...region.shifts.map((rank) => pointOfShift[rank]),
    ...region.pieces.map((rank) => pieceAt(ground, rank).point),
  ].filter((point) => point !== undefined)
  const wide = spreadOf(places, 0) >= spreadOf(places, 1)
  const axis = wide === turned ? 1 : 0
  const middle = places.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, places.length)
  const groups = [...crews].map(([, shifts]) => {
    const own = shifts.flatMap((rank) => pointOfShift[rank]?.[axis] ?? [])
    const key = own.reduce((sum, one) => sum + one, 0) / own.length
    return { key: own.length === 0 ? middle : key, shifts }
  })
  const [left, right] = halves(ground, groups)
  const sideOfCrew = new Map<number, Side>()
  for (const [shifts, side] of [
    [left, -1],
    [right, 1],
  ] as const) {
    for (const rank of shifts) {
      sideOfCrew.set(crewOf[problem.shifts[rank]?.technician ?? 0] as number, side)
    }
  }
  return share(ground, region, [left, right], {
    sideOf: ({ technicians }) => {
      const [one] = technicians
      return one === undefined ? 0 : (sideOfCrew.get(crewOf[one] as number) ?? 0)
    },
    keyOf: ({ point }) => point?.[axis] ?? middle,
  })
}

/** Does no rule look from one shift of a technician to another, whatever is planned on them? */
const isIndependent = ({ problem }: Ground, shifts: readonly number[]): boolean => {
  const { dailyRest, workPerWeek } = problem.policy.rules
  const own = shifts.flatMap((rank) => problem.shifts[rank] ?? []).sort((a, b) => a.start - b.start)
  const rests = own.every((shift, k) => {
    const next = own[k + 1]
    const gap = next && next.start - shift.end - shift.overtimeSeconds
    return (
      gap === undefined || shift.day === next?.day || !dailyRest.on || gap >= dailyRest.minSeconds
    )
  })
  const limit = Math.min(
    workPerWeek.on ? workPerWeek.maxSeconds : Number.POSITIVE_INFINITY,
    problem.technicians[own[0]?.technician ?? 0]?.limits.workSecondsPerWeek ??
      Number.POSITIVE_INFINITY,
  )
  const weeks = Map.groupBy(own, ({ week }) => week)
  return (
    rests &&
    [...weeks].every(([week, days]) => {
      const longest = days.reduce(
        (sum, { start, end, overtimeSeconds }) => sum + end + overtimeSeconds - start,
        0,
      )
      return week === undefined || (days.length < 6 && longest <= limit)
    })
  )
}

/**
 * Cuts between days.
 *
 * @returns undefined when there is one day, when a rule looks across days, or when work lies on both sides
 */
export const cutByDay = (ground: Ground, region: Region): readonly [Region, Region] | undefined => {
  const { problem } = ground
  const shiftsBy = (key: 'day' | 'technician'): readonly number[][] => [
    ...Map.groupBy(region.shifts, (rank) => problem.shifts[rank]?.[key]).values(),
  ]
  const days = shiftsBy('day')
  if (days.length < 2 || !shiftsBy('technician').every((own) => isIndependent(ground, own))) return
  const startOf = (shifts: readonly number[]): number =>
    Math.min(...shifts.map((rank) => problem.shifts[rank]?.start ?? 0))
  const endOf = (shifts: readonly number[]): number =>
    Math.max(
      ...shifts.map((rank) => {
        const { end = 0, overtimeSeconds = 0 } = problem.shifts[rank] ?? {}
        return end + overtimeSeconds
      }),
    )
  const [left, right] = halves(
    ground,
    days.map((shifts) => ({ key: startOf(shifts), shifts })),
  )
  const [first, second] = [new Set(left), new Set(right)]
  const [leftEnd, rightStart] = [endOf(left), startOf(right)]
  if (rightStart < leftEnd) return
  let torn = false
  const sideOf = (piece: Piece): Side => {
    const here = piece.shifts.some((rank) => first.has(rank))
    const there = piece.shifts.some((rank) => second.has(rank))
    torn ||= here && there
    if (here || there) return here ? -1 : 1
    if (piece.from > leftEnd) return 1
    return piece.until < rightStart ? -1 : 0
  }
  const shared = share(ground, region, [left, right], {
    sideOf,
    keyOf: ({ until, from }) => Math.min(until, from + 1e9),
  })
  // Bound work of which one half belongs before the cut and the other after it cannot be shared out.
  const bound = region.pieces.some((rank) => {
    const { workOrders, from, until } = pieceAt(ground, rank)
    return workOrders.length > 1 && !(from > leftEnd || until < rightStart)
  })
  return torn || bound ? undefined : shared
}
