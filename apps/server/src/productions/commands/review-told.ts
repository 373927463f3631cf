// What every deed of a review needs, and whom it is told to.
import type { Id } from '@regie/contract/kernel'
import type { Chief, Review } from '@regie/contract/production-reviews'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import type { Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { type Matter, readMatter, toReview } from '../queries/reviews.ts'
import { claimReview, type StoredReview } from '../store/reviews.ts'

/** Names a chief once, however many departments are theirs. */
export const concerned = (chiefs: readonly Chief[]) => ({
  technicianIds: [...new Set(chiefs.flatMap(({ technicianId }) => technicianId ?? []))],
  memberIds: [...new Set(chiefs.flatMap(({ memberId }) => memberId ?? []))],
})

export const about = ({ project: { id, code, name } }: Pick<Matter, 'project'>) => ({
  projectId: id,
  code,
  name,
})

/** Tells everybody on the review that it stands otherwise, and how. */
export async function reviewChanged(tx: Tx, projectId: Id): Promise<Review> {
  const matter = await readMatter(tx, projectId)
  tx.emit(happened.review_changed({ ...about(matter), ...concerned(matter.chiefs) }))
  return await toReview(tx, matter)
}

/** The review that is under way, for this transaction alone. */
export async function claimOpen(tx: Tx, projectId: Id): Promise<StoredReview> {
  const review = found(await claimReview(tx, projectId), 'review')
  if (review.state !== 'open') throw fail('wrong_state', { state: review.state })
  return review
}
