// The rules of the solver running in the browser: the very code that the server asks on a drop.
import type { BoardProblem } from '@regie/contract/planning'
import {
  type Enforcement,
  enforcementOf,
  type PlacementRules,
} from '@regie/contract/planning-overrides'
import { BOOKING, type ReasonWords, reasonSentence } from '@regie/contract/planning-reasons'
import {
  type Assignment,
  buildProblem,
  estimateTravel,
  type LocationInput,
  type Plan,
  type Problem,
  type ProblemInput,
  verdictUnder,
} from '@regie/solver'
import { makeLabour } from './rule-book-labour.ts'
import { makeSuggest, type Suggest } from './rule-book-places.ts'
import { beyond, makeSorter, type ShownRange, type Standing } from './standing.ts'

export type Judgement = {
  /** Without a word. */
  readonly allowed: boolean
  /** What the organisation wants done about the reasons: `warn` lets through who says why. */
  readonly enforcement: Enforcement
  /** Refused at whatever time: a skill or a certification is missing, or the technician is excluded. */
  readonly lasting: boolean
  readonly reasons: readonly string[]
}

export type RuleBook = {
  readonly suggest: Suggest
  /** Null where the rules know nothing of the visit (outside the range read): the server will judge. */
  readonly judge: (standing: readonly Standing[], placement: Standing) => Judgement | null
  /** False: something is elsewhere or otherwise than when the rules were read, and they should be read again. */
  readonly knows: (placement: Standing & { readonly until: number }) => boolean
  /** Minutes of road to and from the visit there; null where unknown. */
  readonly roads: (
    standing: readonly Standing[],
    placement: Standing & { readonly until: number },
  ) => { readonly before: number | null; readonly after: number | null }
}

type Places = LocationInput & { readonly latitude: number; readonly longitude: number }

const inputOf = (data: BoardProblem): ProblemInput => {
  const input = data.problem as unknown as ProblemInput
  if (!data.estimate || input.travel) return input
  const { durations, distances } = estimateTravel(
    input.locations as readonly Places[],
    data.estimate,
  )
  return { ...input, travel: [{ durations, distances }] }
}

/** Equipment booked beside the plan is held by visits of nobody's row. */
const bookedIn = ({ plan }: BoardProblem): readonly Assignment[] =>
  (plan as unknown as Plan).assignments.filter(({ visit }) => visit.startsWith(BOOKING))

/**
 * Visits that must be seen together with the technician's own: partners of a crew, work before and after, and whatever
 * holds shared equipment.
 */
const linkedTo = (problem: Problem): ReadonlySet<string> => {
  const linked = new Set<string>()
  for (const { from, to } of problem.links) {
    for (const rank of [from, to]) {
      const visit = problem.visits[rank]
      if (visit) linked.add(visit.id)
    }
  }
  for (const { id, resources } of problem.visits) if (resources.length > 0) linked.add(id)
  return linked
}

const ALWAYS: ReadonlySet<string> = new Set(['locks', 'technicians', 'skills', 'certifications'])

const LEAST_LEG_SECONDS = 20

const legMinutes = (
  problem: Problem,
  technicianId: string,
  from: number,
  to: number,
): number | null => {
  const technician = problem.technicians[problem.technicianIndex.get(technicianId) ?? -1]
  const travel = technician && problem.travels[technician.travel]
  const seconds = travel?.seconds[from * travel.count + to]
  if (seconds === undefined || seconds >= 1e9) return null
  return seconds < LEAST_LEG_SECONDS ? 0 : Math.max(1, Math.round(seconds / 60))
}

const makeRoads =
  (problem: Problem): RuleBook['roads'] =>
  (standing, placement) => {
    const locationOf = (positionId: string) =>
      problem.visits[problem.visitIndex.get(positionId) ?? -1]?.location
    const here = locationOf(placement.positionId)
    if (here === undefined) return { before: null, after: null }
    let previous: Standing | null = null
    let next: Standing | null = null
    for (const one of standing) {
      if (one.technicianId !== placement.technicianId || one.positionId === placement.positionId)
        continue
      const sameDay = Math.abs(one.from - placement.from) < 12 * 3_600_000
      if (!sameDay) continue
      if (one.from <= placement.from && (!previous || one.from > previous.from)) previous = one
      if (one.from > placement.from && (!next || one.from < next.from)) next = one
    }
    const technician =
      problem.technicians[problem.technicianIndex.get(placement.technicianId) ?? -1]
    const shift = problem.shifts[technician?.shifts[0] ?? -1]
    const before = previous ? locationOf(previous.positionId) : shift?.startLocation
    const after = next ? locationOf(next.positionId) : shift?.endLocation
    const minutes = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined || from === problem.nowhere || to === problem.nowhere
        ? null
        : legMinutes(problem, placement.technicianId, from, to)
    return { before: minutes(before, here), after: minutes(here, after) }
  }

/** The problem as it is if the visit takes as long as it is drawn. */
const lasting = (
  problem: Problem,
  { positionId, technicianId, from, until }: Standing,
): Problem => {
  const rank = problem.visitIndex.get(positionId)
  const visit = rank === undefined ? undefined : problem.visits[rank]
  const technician = problem.technicianIndex.get(technicianId)
  if (until === undefined || rank === undefined || !visit || technician === undefined)
    return problem
  const seconds = Math.round((until - from) / 1000)
  if ((visit.serviceByTechnician.get(technician) ?? visit.serviceSeconds) === seconds)
    return problem
  const serviceByTechnician = new Map(visit.serviceByTechnician).set(technician, seconds)
  return { ...problem, visits: problem.visits.with(rank, { ...visit, serviceByTechnician }) }
}

/** Null when the problem has faults: the board goes on without rules of its own, and the server judges. */
export const makeRuleBook = (
  data: BoardProblem,
  words: Omit<ReasonWords, 'names'>,
  { rules, range }: Pick<PlacementRules, 'rules'> & { readonly range: ShownRange },
): RuleBook | null => {
  const built = buildProblem(inputOf(data))
  if ('faults' in built) return null
  const { problem } = built
  const linked = linkedTo(problem)
  const booked = bookedIn(data)
  const say = { ...words, names: data.names }
  const read = makeSorter(linked, beyond(data, range))
  const labour = makeLabour(data, problem, words.timeZone)
  const planFor = (standing: readonly Standing[], placement: Standing): Plan => {
    const assignments: Assignment[] = []
    const { byTechnician, reaching } = read(standing)
    // A rule looks at one tour; only crews, orders of work and shared tools reach into others.
    const own = byTechnician.get(placement.technicianId) ?? []
    const near = [...own, ...reaching]
    const seen = new Set<string>([placement.positionId])
    for (const one of near) {
      if (seen.has(one.positionId)) continue
      seen.add(one.positionId)
      const start = Math.round(one.from / 1000)
      assignments.push({ visit: one.positionId, technician: one.technicianId, start })
    }
    return { assignments: [...assignments, ...booked] }
  }
  const judge: RuleBook['judge'] = (standing, placement) => {
    if (!problem.visitIndex.has(placement.positionId)) return null
    if (!problem.technicianIndex.has(placement.technicianId)) return null
    const { positionId: visit, technicianId: technician, from } = placement
    const { refusals } = verdictUnder(
      lasting(problem, placement),
      planFor(standing, placement),
      { visit, technician, start: Math.round(from / 1000) },
      labour.regimeOf,
    )
    const own = read(standing).byTechnician.get(technician) ?? []
    const weighed = [...refusals, ...labour.reasons(own, placement)].map((refusal) => ({
      ...{ refusal, how: enforcementOf({ rules }, refusal) },
    }))
    const felt = weighed.filter(({ how }) => how !== 'allow')
    const blocking = felt.filter(({ how }) => how === 'block')
    const enforcement = blocking.length > 0 ? 'block' : felt.length > 0 ? 'warn' : 'allow'
    const reasons = felt.map(({ refusal }) => reasonSentence({ ...refusal }, say))
    return {
      allowed: felt.length === 0,
      enforcement,
      lasting: blocking.some(({ refusal }) => ALWAYS.has(refusal.rule)),
      reasons: [...new Set(reasons)],
    }
  }
  return {
    judge,
    suggest: makeSuggest({ problem, labour, judge, read }),
    knows: (placement) =>
      problem.visitIndex.has(placement.positionId) &&
      problem.technicianIndex.has(placement.technicianId) &&
      lasting(problem, placement) === problem,
    roads: makeRoads(problem),
  }
}
