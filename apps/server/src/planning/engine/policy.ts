// Which policy holds: a name of the organisation's own or one that ships, with the organisation's buffer in it.
import type { BoardPace } from '@regie/contract/planning'
import type { PlanningPolicy } from '@regie/contract/planning-runs'
import { POLICIES, type PolicyInput, policyFaults } from '@regie/solver'
import { fail, invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import {
  findPolicyByName,
  type HouseRules,
  readHouseRules,
  readSettings,
} from '../store/settings.ts'

/** The policy of that name (null: the organisation's) as the solver takes it. */
export async function policyFor(tx: Tx, name: string | null): Promise<PolicyInput> {
  const [settings, house] = await Promise.all([readSettings(tx), readHouseRules(tx)])
  const wanted = name ?? settings.policy
  const own = await findPolicyByName(tx, wanted)
  if (own) return inHouse(own.policy as unknown as PolicyInput, house)
  const shipped = POLICIES.get(wanted)
  if (!shipped) throw fail('not_found', { what: `policy ${wanted}` })
  return inHouse({ version: 1, name: shipped.name, extends: shipped.name }, house)
}

/** L3121-16 of the French labour code: twenty minutes at six hours of work, whatever the house grants besides. */
const LEGAL_BREAK = { afterWorkSeconds: 6 * 3600, breakSeconds: 20 * 60 }

/** A policy that says nothing of buffers and breaks follows the organisation's settings. */
function inHouse(policy: PolicyInput, house: HouseRules): PolicyInput {
  const { buffers, breaks, ...rules } = policy.rules ?? {}
  const own = {
    afterWorkSeconds: house.breakAfterMinutes * 60,
    breakSeconds: house.breakMinutes * 60,
  }
  return {
    ...policy,
    rules: {
      ...rules,
      buffers: { on: house.bufferMinutes > 0, seconds: house.bufferMinutes * 60, ...buffers },
      breaks: {
        on: true,
        steps: house.breakMinutes > 0 ? [own, LEGAL_BREAK] : [LEGAL_BREAK],
        ...breaks,
      },
    },
  }
}

/** What the policy in force keeps free between visits, and its breaks, as a board tells it. */
export async function paceOf(tx: Tx): Promise<BoardPace> {
  const { buffers, breaks } = (await policyFor(tx, null)).rules ?? {}
  return {
    bufferMinutes: buffers?.on === false ? 0 : Math.round((buffers?.seconds ?? 0) / 60),
    breaks:
      breaks?.on === false
        ? []
        : (breaks?.steps ?? []).map(({ afterWorkSeconds, breakSeconds }) => ({
            afterMinutes: Math.round(afterWorkSeconds / 60),
            breakMinutes: Math.round(breakSeconds / 60),
          })),
  }
}

/** Every fault of a policy someone wrote, told at once. */
export function expectPolicy(policy: Record<string, unknown>): void {
  const faults = policyFaults(policy)
  if (faults.length > 0) throw invalid(faults.map((one) => ({ ...one, path: `body.${one.path}` })))
}

export const shippedPolicies = (): PlanningPolicy[] =>
  [...POLICIES.values()]
    .filter(({ name }) => name !== 'Plain')
    .map((policy) => ({
      id: null,
      version: 1,
      name: policy.name,
      policy: policy as unknown as Record<string, unknown>,
      shipped: true,
    }))
