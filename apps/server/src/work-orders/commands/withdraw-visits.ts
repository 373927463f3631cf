// Visits that a contract or series does not want any more.
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { isAhead } from '../series-model.ts'
import { lockStandings } from '../store/changes.ts'
import { lockVisitsFrom, replaceVisits, type StoredVisit } from '../store/occurrences.ts'
import { cancelVisitWork } from '../store/visit-work.ts'

/**
 * Calls off the visits of these series from a day on that are not wanted and not begun. A skipped visit stays skipped
 * and a moved one keeps its day; the others are forgotten, so that they are made anew should they be wanted again.
 */
export async function withdrawVisits(
  tx: Tx,
  seriesIds: readonly Id[],
  {
    from,
    unwanted,
    reason,
  }: { from: LocalDate; unwanted: (visit: StoredVisit) => boolean; reason: string },
): Promise<number> {
  const visits = await lockVisitsFrom(tx, seriesIds, from)
  const gone = visits.filter(
    (visit) =>
      visit.happensOn >= from &&
      visit.exception !== 'skipped' &&
      visit.workOrderId !== null &&
      isAhead(visit.status) &&
      unwanted(visit),
  )
  await cancelWork(
    tx,
    gone.flatMap(({ workOrderId }) => workOrderId ?? []),
    reason,
  )
  const kept = gone
    .filter(({ exception }) => exception === 'moved')
    .map((visit) => ({ ...visit, workOrderId: null }))
  if (gone.length > 0) await replaceVisits(tx, gone, kept)
  return gone.length
}

/** Cancels these and tells each, as if somebody had done it by hand. */
export async function cancelWork(tx: Tx, ids: readonly Id[], reason: string): Promise<void> {
  if (ids.length === 0) return
  const standings = await lockStandings(tx, ids)
  await cancelVisitWork(tx, ids, reason)
  for (const { id, reference, title, siteId, projectId, status: from } of standings)
    if (from !== 'cancelled')
      tx.emit(
        happened.work_order_moved({
          workOrderId: id,
          reference,
          title,
          siteId,
          projectId,
          from,
          to: 'cancelled',
          reason,
        }),
      )
}
