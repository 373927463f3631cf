// What publishing a range would tell whom, and what changed since they last saw it.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { PlanChange, Publication } from '@regie/contract/planning-publishing'
import type { Tx } from '../../platform/work.ts'
import { labelledBetween } from '../store/labelled.ts'
import { countPublished, type UnseenChange, unseenBetween } from '../store/unseen.ts'

export type PublicationRange = {
  from: Instant
  until: Instant
  /** Null or empty: everybody. */
  technicianIds: readonly Id[] | null
}

/** Drafts, and what technicians have not seen of what is published. */
type Differences = {
  readonly drafts: readonly Assignment[]
  readonly unseen: readonly UnseenChange[]
}

export async function differencesIn(
  tx: Tx,
  { from, until, technicianIds }: PublicationRange,
): Promise<Differences> {
  const range = { from, until, technicianIds: technicianIds?.length ? technicianIds : null }
  return {
    drafts: await labelledBetween(tx, { ...range, draftsOnly: true }),
    unseen: await unseenBetween(tx, range),
  }
}

const toChange = (draft: Assignment): PlanChange => ({
  kind: 'new',
  assignmentId: draft.id,
  title: draft.title,
  siteName: draft.siteName,
  city: draft.city,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
  from: null,
  changedAt: null,
})

/** By name: two drafts of the same minute have no order of their own. */
export async function byTechnician(
  tx: Tx,
  range: PublicationRange,
  { drafts, unseen }: Differences,
): Promise<Publication> {
  const published = await countPublished(tx, range)
  const lines = [
    ...drafts.map((draft) => ({
      technicianId: draft.technicianId,
      technicianName: draft.technicianName,
      change: toChange(draft),
    })),
    ...unseen.map(({ technicianId, technicianName, ...change }) => ({
      technicianId,
      technicianName,
      change,
    })),
  ]
  return {
    technicians: [...Map.groupBy(lines, ({ technicianId }) => technicianId)]
      .map(([technicianId, own]) => {
        const changes = own
          .map(({ change }) => change)
          .sort((one, other) => one.startsAt.localeCompare(other.startsAt))
        const standing = changes.filter(({ kind }) => kind === 'given' || kind === 'moved').length
        return {
          technicianId,
          technicianName: own[0]?.technicianName ?? '',
          assignmentIds: changes.flatMap(({ kind, assignmentId }) =>
            kind === 'new' ? assignmentId : [],
          ),
          changes,
          unchanged: Math.max(0, (published.get(technicianId) ?? 0) - standing),
        }
      })
      .sort((one, other) => one.technicianName.localeCompare(other.technicianName, 'fr')),
  }
}

export const draftsByTechnician = async (tx: Tx, range: PublicationRange): Promise<Publication> =>
  byTechnician(tx, range, await differencesIn(tx, range))
