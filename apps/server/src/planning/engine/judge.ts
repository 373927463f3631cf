// "May this technician do this then?": the solver's rules on a scene.
import { hoursReasons } from '@regie/contract/labour-hours'
import { houseRules } from '@regie/contract/labour-rules'
import { bookingIn, type Reason } from '@regie/contract/planning-reasons'
import {
  buildProblem,
  estimateTravel,
  type Plan,
  type PolicyInput,
  type Problem,
  type Refusal,
  verdictUnder,
} from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { calendarOf } from '../local-days.ts'
import { travelTable } from '../travel/legs.ts'
import type { TravelSource } from '../travel/table.ts'
import { askedOf, labourOfSeats, regimesOf, type Seated } from './labour.ts'
import { type Built, type ProblemOptions, problemOf } from './problem.ts'
import { seconds } from './problem-time.ts'
import type { Scene } from './scene.ts'

export type Travelled = { readonly source: TravelSource; readonly fallback: boolean }

/** The built problem with its travel tables. */
export async function withTravel(
  tx: Tx,
  { input, places }: Built,
): Promise<Travelled & { input: Built['input'] }> {
  const { kind, detour, speedKmh } = tx.config.travel
  if (kind === 'haversine') {
    const table = estimateTravel(places, { detourFactor: detour, kilometresPerHour: speedKmh })
    return { input: { ...input, travel: [table] }, source: kind, fallback: false }
  }
  const { source, fallback, seconds: durations, metres: distances } = await travelTable(tx, places)
  return { input: { ...input, travel: [{ durations, distances }] }, source, fallback }
}

/** A problem ready for questions. Throws when the scene itself is faulty, which is a bug of ours. */
export async function openProblem(
  tx: Tx,
  scene: Scene,
  options: ProblemOptions,
): Promise<Travelled & { problem: Problem; plan: Plan }> {
  const built = problemOf(scene, options)
  const { input, source, fallback } = await withTravel(tx, built)
  const result = buildProblem(input)
  if ('faults' in result)
    throw new Error(
      `the problem has faults: ${result.faults
        .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)
        .join('; ')}`,
    )
  return { problem: result.problem, plan: built.plan, source, fallback }
}

export type PlacementQuestion = Seated & {
  readonly scene: Scene
  readonly policy: PolicyInput
}

/** Every reason against a placement; empty: it may be done. */
export async function reasonsAgainst(tx: Tx, question: PlacementQuestion): Promise<Reason[]> {
  const { scene, policy, positionId, technicianId } = question
  const start = seconds(question.startsAt)
  const { problem, plan } = await openProblem(tx, scene, {
    policy,
    keep: 'all',
    service: { positionId, technicianId, seconds: seconds(question.endsAt) - start },
  })
  return [...refusalsOfSeat({ problem, plan }, scene, question), ...hoursAgainst(scene, question)]
}

/** What the rules say of somebody on a seat, each piece of work under the labour rules it belongs to. */
export const refusalsOfSeat = (
  { problem, plan }: { readonly problem: Problem; readonly plan: Plan },
  scene: Scene,
  { positionId, technicianId, startsAt }: Seated,
): Reason[] =>
  verdictUnder(
    problem,
    plan,
    { visit: positionId, technician: technicianId, start: seconds(startsAt) },
    regimesOf(scene, true),
  ).refusals.map((refusal) => withNames(refusal, scene.names))

/** What the engine does not count: rests reduced too often, days of night workers, the average of twelve weeks. */
export const hoursAgainst = (scene: Scene, seated: Seated): Reason[] =>
  hoursReasons(
    askedOf(scene, seated),
    { labour: labourOfSeats(scene)(seated.positionId), house: houseRules },
    calendarOf(scene.timeZone),
  )

/** A refusal as a reason of the contract: with the names a reader needs beside the ids. */
export function withNames(refusal: Refusal, names: Scene['names']): Reason {
  const ids = [refusal.visit, refusal.technician, ...idsIn(refusal)]
  const known = ids.flatMap((id) => (names[id] ? [[id, names[id]]] : []))
  return { ...refusal, names: Object.fromEntries(known) }
}

function idsIn(refusal: Refusal): string[] {
  const ids: string[] = []
  for (const key of ['other', 'neighbour', 'lockedTechnician', 'resource'])
    if (key in refusal) ids.push(String((refusal as Record<string, unknown>)[key]))
  const booking = bookingIn(refusal)
  if (booking) ids.push(booking)
  if ('missing' in refusal)
    for (const one of refusal.missing) ids.push(typeof one === 'string' ? one : one.id)
  return ids
}
