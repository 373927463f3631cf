// Every rule a placement has to keep before it is written: the very rules the board runs in the browser.
import type { Id } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import type { Tx } from '../../platform/work.ts'
import { judgePlacement, type Placement } from '../queries/judge-placement.ts'
import { overlapping } from '../store/assignments.ts'
import { slotTaken } from './refusals.ts'

/** Refuses what the technician's time or a rule does not allow. `self`: the assignment that is moved. */
export async function expectAllowed(tx: Tx, placement: Placement, self: Id | null): Promise<void> {
  const other = await overlapping(tx, placement, self)
  if (other) throw await slotTaken(tx, other)
  const reasons = await judgePlacement(tx, placement)
  if (reasons.length > 0) throw fail('rule_broken', { reasons })
}
