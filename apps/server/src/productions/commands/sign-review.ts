// A chief signs; the last signature locks the plan.
import type { Id } from '@regie/contract/kernel'
import type { Review, ReviewDepartment } from '@regie/contract/production-reviews'
import { lockAssignments, lockPlanning } from '../../planning/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { departmentsOf, type Matter, readMatter, toReview } from '../queries/reviews.ts'
import { changesBetween, partsOf } from '../review-model.ts'
import { saveSignature } from '../store/review-notes.ts'
import { claimReview, looseOn, markLocked } from '../store/reviews.ts'
import { asChief, readerOf } from './review-reading.ts'
import { about, concerned } from './review-told.ts'

type Signing = { projectId: Id; department: ReviewDepartment; digest: string }

export const signReview = command(
  'productions.sign-review',
  asChief,
  async (tx, { projectId, department, digest }: Signing): Promise<Review> => {
    const review = found(await claimReview(tx, projectId), 'review')
    // Nobody moves a line between what is read here and the lock.
    await lockPlanning(tx, (await readMatter(tx, projectId)).phaseIds)
    const matter = await readMatter(tx, projectId)
    const part = partsOf(matter).find((one) => one.department === department)
    if (!part || !departmentsOf(tx.actor, matter.chiefs).includes(department))
      throw fail('not_found', { what: 'review' })
    if (part.isSigned) return await toReview(tx, matter)
    if (part.digest !== digest) throw await overtaken(tx, matter, department)
    if (part.seen < part.lines || part.openRemarks > 0)
      throw fail('review_unfinished', {
        unread: part.lines - part.seen,
        remarks: part.openRemarks,
      })
    const signerId = readerOf(matter, department)
    const lines = matter.lines.filter((line) => line.department === department)
    const byLink = tx.actor.memberId === null
    await saveSignature(tx, review.id, { department, signerId, byLink, digest, lines })
    tx.emit(happened.review_signed({ ...about(matter), ...concerned(matter.chiefs), department }))
    const signed = await readMatter(tx, projectId)
    await lockWhenSigned(tx, signed)
    return await toReview(tx, await readMatter(tx, projectId))
  },
)

/** What is another line than the one this chief had read. */
async function overtaken(tx: Tx, matter: Matter, department: ReviewDepartment) {
  const reader = readerOf(matter, department)
  const now = matter.lines.filter((line) => line.department === department)
  const read = matter.marks.filter(
    ({ seenBy, line }) => seenBy === reader && line.department === department,
  )
  const changes = changesBetween(
    read.map(({ line }) => line),
    now,
    matter.notes,
  )
  return fail('stale_version', { current: await toReview(tx, matter), changes })
}

/** Everybody has signed what stands there: the plan is kept as it is, and runs leave it alone. Tells whether it was so. */
export async function lockWhenSigned(tx: Tx, matter: Matter): Promise<boolean> {
  const { review, lines } = matter
  if (review?.state !== 'open' || partsOf(matter).some(({ isSigned }) => !isSigned)) return false
  const seats = lines.map(({ positionId }) => positionId)
  const loose = await looseOn(tx, seats)
  await lockAssignments.run(tx, { assignments: loose, locked: true })
  const pinnedIds = loose.map(({ assignmentId }) => assignmentId)
  await markLocked(tx, review.id, { lines, pinnedIds })
  const { round } = review
  tx.emit(
    happened.review_locked({
      ...{ ...about(matter), ...concerned(matter.chiefs), round },
      lines: lines.length,
    }),
  )
  return true
}
