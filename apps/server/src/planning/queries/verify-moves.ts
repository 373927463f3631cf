// Which moves of a proposal no longer hold: the world has moved on since it was computed.
import type { Id } from '@regie/contract/kernel'
import type { OvertakenMove } from '@regie/contract/planning-proposals'
import type { Move } from '@regie/contract/planning-runs'
import { type Refusal, refusalsUnder } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { openProblem, withNames } from '../engine/judge.ts'
import { regimesOf } from '../engine/labour.ts'
import { policyFor } from '../engine/policy.ts'
import type { Scene, SceneAssignment } from '../engine/scene.ts'
import { isUnderWay } from '../model.ts'
import { loadScene } from './load-scene.ts'

export type Overtaken = OvertakenMove

const plannable = new Set(['requested', 'qualified', 'planned', 'in_progress'])

export async function findOvertaken(
  tx: Tx,
  moves: readonly Move[],
  policyName: string | null,
): Promise<Overtaken[]> {
  const scene = await sceneOf(tx, moves)
  const overtaken = new Map<Id, Overtaken>()
  for (const move of moves) {
    const code = whyNot(move, scene)
    if (code) overtaken.set(move.positionId, { ...named(move), code, reasons: [] })
  }
  const policy = await policyFor(tx, policyName)
  const brokenIn = async (now: Scene) => {
    const { problem, plan } = await openProblem(tx, now, { policy, keep: 'all' })
    return refusalsUnder(problem, plan, regimesOf(now, false))
  }
  const before = await brokenIn(scene)
  const known = new Set(before.map(signature))
  // What is left out stays where it is, and may be in the way of others: look again until nothing changes.
  for (;;) {
    const left = moves.filter(({ positionId }) => !overtaken.has(positionId))
    const after = { ...scene, assignments: afterMoves(scene, left) }
    const broken = (await brokenIn(after)).filter(
      (refusal) =>
        !known.has(signature(refusal)) || left.some((one) => one.positionId === refusal.visit),
    )
    const blamed = blame(broken, left)
    if (blamed.size === 0) return [...overtaken.values()]
    for (const [move, refusals] of blamed)
      overtaken.set(move.positionId, {
        ...named(move),
        code: 'rule_broken',
        reasons: refusals.map((refusal) => withNames(refusal, scene.names)),
      })
  }
}

const named = ({ positionId, title, siteName }: Move) => ({
  positionId,
  title: `${title} · ${siteName}`,
})

const signature = ({ rule, visit, technician }: Refusal): string => `${rule} ${visit} ${technician}`

/** Everything the moves touch, from their first instant to their last. */
async function sceneOf(tx: Tx, moves: readonly Move[]): Promise<Scene> {
  const spans = moves.flatMap(({ from, to }) => [from, to].filter((one) => one !== null))
  const starts = spans.map(({ startsAt }) => startsAt).toSorted()
  const ends = spans.map(({ endsAt }) => endsAt).toSorted()
  return await loadScene(tx, {
    from: starts[0] ?? tx.now(),
    until: ends.at(-1) ?? tx.now(),
    technicianIds: [...new Set(spans.map(({ technicianId }) => technicianId))],
    workOrderIds: [...new Set(moves.map(({ workOrderId }) => workOrderId))],
  })
}

function whyNot({ positionId, workOrderId, from, to }: Move, scene: Scene): string | undefined {
  const held = scene.assignments.find((one) => one.positionId === positionId)
  const order = scene.workOrders.find(({ id }) => id === workOrderId)
  if (!order?.seats.some((seat) => seat.positionId === positionId)) return 'not_plannable'
  if (!plannable.has(order.status)) return 'not_plannable'
  if (to && scene.technicians.find(({ id }) => id === to.technicianId)?.archived !== false)
    return 'technician_gone'
  if (!from) return held ? 'seat_taken' : undefined
  if (!held || isUnderWay(held.state)) return 'changed'
  if (held.locked) return 'locked'
  const same =
    held.technicianId === from.technicianId &&
    held.startsAt === from.startsAt &&
    held.endsAt === from.endsAt
  return same ? undefined : 'changed'
}

function afterMoves(scene: Scene, moves: readonly Move[]): SceneAssignment[] {
  const changed = new Map(moves.map((move) => [move.positionId, move]))
  const held = new Map(scene.assignments.map((one) => [one.positionId, one]))
  const kept = scene.assignments.filter(({ positionId }) => !changed.has(positionId))
  const moved = moves.flatMap((move): SceneAssignment[] => {
    if (!move.to) return []
    const before = held.get(move.positionId)
    const { technicianId, startsAt, endsAt } = move.to
    return [
      {
        id: before?.id ?? move.positionId,
        version: before?.version ?? 1,
        workOrderId: move.workOrderId,
        positionId: move.positionId,
        technicianId,
        startsAt,
        endsAt,
        state: 'offered',
        locked: false,
        publishedAt: before?.publishedAt ?? null,
        clientConfirmed: false,
      },
    ]
  })
  return [...kept, ...moved]
}

/** A broken rule is laid to the move it names, else to those that brought somebody to that technician. */
function blame(refusals: readonly Refusal[], moves: readonly Move[]): Map<Move, Refusal[]> {
  const blamed = new Map<Move, Refusal[]>()
  for (const refusal of refusals) {
    const own = moves.filter(({ positionId }) => positionId === refusal.visit)
    const near = moves.filter(({ to }) => to?.technicianId === refusal.technician)
    for (const move of own.length > 0 ? own : near)
      blamed.set(move, [...(blamed.get(move) ?? []), refusal])
  }
  return blamed
}
