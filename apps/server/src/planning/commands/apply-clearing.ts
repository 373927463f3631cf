// The visits of emptied days go where the proposal says: first the work gets its other hours, then the plan follows.
import type { Id } from '@regie/contract/kernel'
import type { Move } from '@regie/contract/planning-runs'
import type { Tx } from '../../platform/work.ts'
import { giveDaysBack, giveOtherDays } from '../../work-orders/index.ts'
import { dateAt } from '../local-days.ts'
import { type StoredCampaign, saveFormerDays } from '../store/campaigns.ts'
import { runWindows } from '../store/clearings.ts'
import { readProposal } from '../store/runs.ts'
import { applyRun } from './apply-run.ts'

/** Work of which a move was left out keeps its own hours: it stays where it is. */
export async function applyClearing(
  tx: Tx,
  { id, runId, workOrderIds }: StoredCampaign & { runId: Id },
  skipOvertaken: boolean,
): Promise<void> {
  const hours = (await runWindows(tx, runId)) ?? {}
  const moves = (await readProposal(tx, runId))?.moves ?? []
  const former = await giveOtherDays(
    tx,
    workOrderIds.map((workOrderId) => ({
      ...{ workOrderId, windows: hours[workOrderId] ?? [] },
      on: dayOf(moves, workOrderId, tx.actor.timeZone),
    })),
  )
  const none = { technicianIds: [], positionIds: [] }
  const { skipped } = await applyRun.run(tx, { runId, ...none, skipOvertaken })
  const positions = new Set(skipped.map(({ positionId }) => positionId))
  const left = new Set(
    moves.flatMap((move) => (positions.has(move.positionId) ? [move.workOrderId] : [])),
  )
  await giveDaysBack(
    tx,
    former.filter(({ workOrderId }) => left.has(workOrderId)),
  )
  await saveFormerDays(
    tx,
    id,
    former.filter(({ workOrderId }) => !left.has(workOrderId)),
  )
}

/** The day on which the work would be; null: nobody has it. */
function dayOf(moves: readonly Move[], workOrderId: Id, timeZone: string): string | null {
  const at = moves.find((move) => move.workOrderId === workOrderId)?.to?.startsAt
  return at ? dateAt(Date.parse(at), timeZone) : null
}
