// The labour rules of a production, and who breaks them as the plan stands.
import type { Id } from '@regie/contract/kernel'
import type { LabourBreach, ProductionLabour } from '@regie/contract/labour-rules'
import { ruleGroups } from '@regie/contract/planning-overrides'
import type { Reason } from '@regie/contract/planning-reasons'
import { refusalsUnder } from '@regie/solver'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { hoursAgainst, openProblem, withNames } from '../engine/judge.ts'
import { regimesOf } from '../engine/labour.ts'
import { policyFor } from '../engine/policy.ts'
import { liveOnWorkOrders } from '../store/assignments.ts'
import { readLabourRules, workOfProject } from '../store/labour-rules.ts'
import { loadScene } from './load-scene.ts'

export async function getLabour(tx: Tx, projectId: Id): Promise<ProductionLabour> {
  found(await findProject(tx, projectId), 'project')
  const chosen = await readLabourRules(tx, projectId)
  const breaches = chosen.rules ? await breachesOf(tx, projectId) : []
  return { ...chosen, breaches }
}

/** Breaks follow the house, not the agreement. */
const lawRules: ReadonlySet<string> = new Set(ruleGroups.law.filter((rule) => rule !== 'breaks'))

const STRETCH_MS = 56 * 86_400_000

/** A tour lasts for months: it is looked at a stretch at a time, each with the weeks around it. */
async function breachesOf(tx: Tx, projectId: Id): Promise<LabourBreach[]> {
  const held = await liveOnWorkOrders(tx, await workOfProject(tx, projectId))
  const begins = Date.parse(held[0]?.startsAt ?? tx.now())
  const stretches = Map.groupBy(held, ({ startsAt }) =>
    Math.floor((Date.parse(startsAt) - begins) / STRETCH_MS),
  )
  const breaches: LabourBreach[] = []
  for (const stretch of stretches.values()) breaches.push(...(await breachesIn(tx, stretch)))
  return breaches
}

type Held = Awaited<ReturnType<typeof liveOnWorkOrders>>

async function breachesIn(tx: Tx, held: Held): Promise<LabourBreach[]> {
  const from = held.map(({ startsAt }) => startsAt).toSorted()[0] ?? tx.now()
  const until =
    held
      .map(({ endsAt }) => endsAt)
      .toSorted()
      .at(-1) ?? from
  const scene = await loadScene(tx, {
    ...{ from, until },
    technicianIds: [...new Set(held.map(({ technicianId }) => technicianId))],
    workOrderIds: [...new Set(held.map(({ workOrderId }) => workOrderId))],
  })
  const policy = await policyFor(tx, null)
  const { problem, plan } = await openProblem(tx, scene, { policy, keep: 'all' })
  const own = new Set(held.map(({ positionId }) => positionId))
  const broken = refusalsUnder(problem, plan, regimesOf(scene, true))
    .filter(({ rule, visit }) => lawRules.has(rule) && own.has(visit))
    .map((refusal) => withNames(refusal, scene.names))
  const byHours = held.flatMap((one) => hoursAgainst(scene, one))
  return onceEach([...broken, ...byHours]).map((reason) => ({
    technicianId: reason.technician,
    technicianName: scene.names[reason.technician] ?? '',
    positionId: reason.visit,
    reason,
  }))
}

/** A day too long is told once, not for each of its seats. */
const onceEach = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(
    reasons.map((one) => {
      const { visit: _, names: __, ...said } = one
      return [JSON.stringify(said), one] as const
    }),
  ).values(),
]
