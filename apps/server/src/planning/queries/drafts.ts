// What publishing a range would tell whom.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { Publication } from '@regie/contract/planning-publishing'
import type { Tx } from '../../platform/work.ts'
import { labelledBetween } from '../store/labelled.ts'

export type PublicationRange = {
  from: Instant
  until: Instant
  /** Null or empty: everybody. */
  technicianIds: readonly Id[] | null
}

export async function draftsIn(
  tx: Tx,
  { from, until, technicianIds }: PublicationRange,
): Promise<Assignment[]> {
  const ids = technicianIds?.length ? technicianIds : null
  const live = await labelledBetween(tx, { from, until, technicianIds: ids })
  return live.filter(({ publishedAt }) => publishedAt === null)
}

/** By name: two drafts of the same minute have no order of their own. */
export const byTechnician = (assignments: readonly Assignment[]): Publication => ({
  technicians: [...Map.groupBy(assignments, ({ technicianId }) => technicianId)]
    .map(([technicianId, own]) => ({
      technicianId,
      technicianName: own[0]?.technicianName ?? '',
      assignmentIds: own.map(({ id }) => id),
    }))
    .sort((one, other) => one.technicianName.localeCompare(other.technicianName, 'fr')),
})

export const draftsByTechnician = async (tx: Tx, range: PublicationRange): Promise<Publication> =>
  byTechnician(await draftsIn(tx, range))
