// Every rule a placement has to keep before it is written, as strictly as the organisation wants it kept.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import { enforcementOf, type Override, ruleOf } from '@regie/contract/planning-overrides'
import type { Reason } from '@regie/contract/planning-reasons'
import { fail } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { judgePlacement, type Placement } from '../queries/judge-placement.ts'
import { overlapping, type Placed } from '../store/assignments.ts'
import { findLabelled } from '../store/labelled.ts'
import { readPlacementRules } from '../store/placement-rules.ts'
import { slotTaken } from './refusals.ts'

/**
 * `self`: the assignment that is moved. `reason`: why it is done although rules warn. `leaves`: the hour it stood at, when
 * the client had said yes to it.
 */
type Deed = {
  readonly self: Id | null
  readonly reason: string | undefined
  readonly leaves?: Instant | undefined
}

/** The hour that the client loses when this assignment goes elsewhere. */
export const confirmedHour = (
  shown: Pick<Assignment, 'clientConfirmed' | 'startsAt'> | undefined,
): Instant | undefined => (shown?.clientConfirmed ? shown.startsAt : undefined)

/** What is written beside the placement. */
type Leave = Pick<Placed, 'override' | 'overlapAllowed'>

/** Refuses what the technician's time or a rule does not allow; of what is done all the same, says what to keep. */
export async function expectAllowed(tx: Tx, placement: Placement, deed: Deed): Promise<Leave> {
  const rules = await readPlacementRules(tx)
  const other = await overlapping(tx, placement, deed.self ? [deed.self] : [])
  if (other && rules.rules.overlap === 'block') throw await slotTaken(tx, other)
  const judged = [...(await judgePlacement(tx, placement)), ...promiseLeft(deed.leaves, placement)]
  const reasons = other
    ? [await overlapWith(tx, other, placement), ...judged.filter(isNoOverlap)]
    : judged
  const felt = reasons.filter((one) => enforcementOf(rules, one) !== 'allow')
  if (felt.some((one) => enforcementOf(rules, one) === 'block'))
    throw fail('rule_broken', { reasons: felt })
  const overlapAllowed = other !== undefined
  if (felt.length === 0) return { override: null, overlapAllowed }
  if (tx.actor.role === 'planner' && rules.overriders === 'owners')
    throw fail('override_reserved', { reasons: felt })
  if (!deed.reason) throw fail('override_needed', { reasons: felt })
  return { override: overrideOf(tx, deed.reason, felt), overlapAllowed }
}

/** What the client said yes to is not left without a word: by default a reason is asked for. */
const promiseLeft = (leaves: Instant | undefined, placement: Placement): Reason[] => {
  if (leaves === undefined || leaves === placement.startsAt) return []
  const { positionId: visit, technicianId: technician } = placement
  return [{ rule: 'promise', visit, technician, confirmedAt: Date.parse(leaves) / 1000 }]
}

const overrideOf = (tx: Tx, reason: string, reasons: Reason[]): Override => ({
  reason,
  by: tx.actor.name,
  memberId: tx.actor.memberId,
  at: tx.now(),
  reasons,
})

const isNoOverlap = (one: Reason): boolean => ruleOf(one) !== 'overlap'

async function overlapWith(tx: Tx, other: Placed, placement: Placement): Promise<Reason> {
  const shown = await findLabelled(tx, other.id)
  const { positionId: neighbour } = other
  return {
    rule: 'overlap',
    visit: placement.positionId,
    technician: placement.technicianId,
    neighbour,
    names: { [neighbour]: shown ? `${shown.title} · ${shown.siteName}` : other.workOrderId },
  }
}
