// The labour rules of a production, and who breaks them as the plan stands.
import type { Id } from '@regie/contract/kernel'
import type { LabourBreach, LabourRules, ProductionLabour } from '@regie/contract/labour-rules'
import { ruleGroups } from '@regie/contract/planning-overrides'
import type { Reason } from '@regie/contract/planning-reasons'
import { evaluate } from '@regie/solver'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { openProblem, withNames } from '../engine/judge.ts'
import { hoursWith, quotaReason, withLabour } from '../engine/labour.ts'
import { policyFor } from '../engine/policy.ts'
import type { Scene } from '../engine/scene.ts'
import { liveOnWorkOrders } from '../store/assignments.ts'
import { readLabourRules, workOfProject } from '../store/labour-rules.ts'
import { loadScene } from './load-scene.ts'

export async function getLabour(tx: Tx, projectId: Id): Promise<ProductionLabour> {
  found(await findProject(tx, projectId), 'project')
  const chosen = await readLabourRules(tx, projectId)
  const breaches = chosen.rules ? await breachesOf(tx, projectId, chosen.rules) : []
  return { ...chosen, breaches }
}

/** Breaks follow the house, not the agreement. */
const lawRules: ReadonlySet<string> = new Set(ruleGroups.law.filter((rule) => rule !== 'breaks'))

async function breachesOf(tx: Tx, projectId: Id, labour: LabourRules): Promise<LabourBreach[]> {
  const workOrderIds = await workOfProject(tx, projectId)
  const held = await liveOnWorkOrders(tx, workOrderIds)
  const [first] = held
  if (!first) return []
  const scene = await loadScene(tx, {
    from: first.startsAt,
    until:
      held
        .map(({ endsAt }) => endsAt)
        .toSorted()
        .at(-1) ?? first.endsAt,
    technicianIds: [...new Set(held.map(({ technicianId }) => technicianId))],
    workOrderIds,
  })
  const policy = withLabour(await policyFor(tx, null), labour, true)
  const { problem, plan } = await openProblem(tx, scene, { policy, labour, keep: 'all' })
  const own = new Set(held.map(({ positionId }) => positionId))
  const broken = evaluate(problem, plan)
    .refusals.filter(({ rule, visit }) => lawRules.has(rule) && own.has(visit))
    .map((refusal) => withNames(refusal, scene.names))
  return onceEach([...broken, ...overQuota(scene, held, labour)]).map((reason) => ({
    technicianId: reason.technician,
    technicianName: scene.names[reason.technician] ?? '',
    positionId: reason.visit,
    reason,
  }))
}

type Held = Awaited<ReturnType<typeof liveOnWorkOrders>>

const overQuota = (scene: Scene, held: Held, labour: LabourRules): Reason[] =>
  held.flatMap(({ positionId, technicianId, startsAt, endsAt }) => {
    const hours = { from: Date.parse(startsAt), until: Date.parse(endsAt) }
    const all = hoursWith(scene.assignments, technicianId, { positionId, hours })
    const subject = { visit: positionId, technician: technicianId, timeZone: scene.timeZone }
    return quotaReason(hours, all, labour, subject) ?? []
  })

/** A day too long is told once, not for each of its seats. */
const onceEach = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(
    reasons.map((one) => {
      const { visit: _, names: __, ...said } = one
      return [JSON.stringify(said), one] as const
    }),
  ).values(),
]
