// The lines of a review as one reads them: phase by phase, those that a filter wants. Pure.
import type {
  LineChange,
  Remark,
  Review,
  ReviewDepartment,
} from '@regie/contract/production-reviews'

export type ReviewFilter = 'all' | 'unread' | 'remarked' | 'changed'
export type ReviewGroup = {
  readonly phaseId: string
  readonly lines: Review['lines']
}

export const changesByPosition = ({ parts }: Review): ReadonlyMap<string, LineChange> =>
  new Map(parts.flatMap(({ changes }) => changes).map((one) => [one.positionId, one]))

export const remarksByPosition = ({ remarks }: Review): ReadonlyMap<string, Remark[]> =>
  Map.groupBy(remarks, ({ positionId }) => positionId)

/** Phases in the order of their hours; of each the lines that are wanted. */
export function groupsOf(
  review: Review,
  { filter, departments }: { filter: ReviewFilter; departments: readonly ReviewDepartment[] },
): ReviewGroup[] {
  const changes = changesByPosition(review)
  const remarks = remarksByPosition(review)
  const wanted = review.lines.filter(
    ({ positionId, department, isSeen }) =>
      (departments.length === 0 || departments.includes(department)) &&
      (filter === 'all' ||
        (filter === 'unread' && !isSeen) ||
        (filter === 'remarked' && remarks.has(positionId)) ||
        (filter === 'changed' && changes.has(positionId))),
  )
  return [...Map.groupBy(wanted, ({ phaseId }) => phaseId)].map(([phaseId, lines]) => ({
    phaseId,
    lines,
  }))
}
