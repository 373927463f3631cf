// By which rules work is judged: the organisation's policy, with the labour rules of the production it belongs to.
import type { Id } from '@regie/contract/kernel'
import type { LabourRules } from '@regie/contract/labour-rules'
import type { PolicyInput } from '@regie/solver'
import type { Tx } from '../../platform/work.ts'
import { labourRulesOfWork } from '../store/labour-rules.ts'
import { strictestOf, withLabour } from './labour.ts'
import { policyFor } from './policy.ts'

export type Rulebook = { readonly policy: PolicyInput; readonly labour: LabourRules | null }

/** For one piece of work that somebody is put on by hand. */
export async function rulesOfWork(tx: Tx, workOrderId: Id): Promise<Rulebook> {
  const [policy, rules] = await Promise.all([
    policyFor(tx, null),
    labourRulesOfWork(tx, [workOrderId]),
  ])
  const labour = rules[0] ?? null
  return { policy: labour ? withLabour(policy, labour, true) : policy, labour }
}

/** For a run: where all of its work is under agreements, the strictest figures of them; else those of the policy. */
export async function rulesOfRun(
  tx: Tx,
  policyName: string | null,
  workOrderIds: readonly Id[],
): Promise<Rulebook> {
  const [policy, rules] = await Promise.all([
    policyFor(tx, policyName),
    labourRulesOfWork(tx, workOrderIds),
  ])
  const chosen = rules.filter((one) => one !== null)
  const labour = chosen.length === rules.length ? strictestOf(chosen) : null
  return { policy: labour ? withLabour(policy, labour, false) : policy, labour }
}
