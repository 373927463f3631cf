// A production under review changed: whose signature no longer stands is told, and of a locked plan who changed what is kept.
import type { Id } from '@regie/contract/kernel'
import type { LineChange } from '@regie/contract/production-reviews'
import { lockAssignments, lockPlanning } from '../../planning/index.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { readMatter } from '../queries/reviews.ts'
import { partsOf } from '../review-model.ts'
import { forgetNotes, saveNotes } from '../store/review-notes.ts'
import { addPinned, claimReview, looseOn, type StoredReview } from '../store/reviews.ts'
import { write } from './changed.ts'
import { about, concerned } from './review-told.ts'
import { lockWhenSigned } from './sign-review.ts'

/** Somebody's deed on a seat of a phase, or on the phase as a whole (null). */
export type Touch = {
  readonly workOrderId: Id
  readonly positionId: Id | null
  readonly by: string
  readonly at: string
}

/** The last deed on this very seat, else on its phase, else on anything of the production. */
const touchOf = ({ positionId, before, after }: LineChange, touches: readonly Touch[]) =>
  touches.findLast((touch) => touch.positionId === positionId) ??
  touches.findLast(
    ({ workOrderId }) => workOrderId === before?.phaseId || workOrderId === after?.phaseId,
  ) ??
  touches.at(-1)

/** Twice is the same as once. */
export const followReview = command(
  'productions.follow-review',
  write,
  async (tx, { projectId, touches }: { projectId: Id; touches: readonly Touch[] }) => {
    const review = await claimReview(tx, projectId)
    if (!review) return
    if (review.state === 'locked') await pinAgain(tx, review, touches)
    const matter = await readMatter(tx, projectId)
    if (await lockWhenSigned(tx, matter)) return
    const changes = partsOf(matter).flatMap((part) => part.changes)
    const fresh = changes.filter(({ at }) => at === null)
    const now = new Set(changes.map(({ positionId }) => positionId))
    const settled = [...matter.notes.keys()].filter((positionId) => !now.has(positionId))
    await forgetNotes(tx, review.id, settled)
    if (fresh.length === 0) {
      // Chiefs who read just now see what the office corrects.
      if (review.state === 'open')
        tx.emit(happened.review_changed({ ...about(matter), ...concerned(matter.chiefs) }))
      return
    }
    await saveNotes(
      tx,
      review.id,
      fresh.map((change) => {
        const { by = tx.actor.name, at = tx.now() } = touchOf(change, touches) ?? {}
        const { positionId, after } = change
        return { positionId, fingerprint: after?.fingerprint ?? null, by, at }
      }),
    )
    const departments = new Set(fresh.map(({ department }) => department))
    const told = concerned(matter.chiefs.filter(({ department }) => departments.has(department)))
    tx.emit(
      happened.review_overtaken({
        ...{ ...about(matter), ...told },
        ...{ locked: review.state === 'locked', lines: fresh.length },
      }),
    )
  },
)

/**
 * Who was given a seat of a locked plan is pinned like those who were signed: no run moves them. Only the seats that
 * were touched: what somebody has just unlocked, to move it, waits for that.
 */
async function pinAgain(tx: Tx, review: StoredReview, touches: readonly Touch[]): Promise<void> {
  const seats = touches.flatMap(({ positionId }) => positionId ?? [])
  if (seats.length === 0) return
  await lockPlanning(
    tx,
    touches.map(({ workOrderId }) => workOrderId),
  )
  const loose = await looseOn(tx, seats)
  await lockAssignments.run(tx, { assignments: loose, locked: true })
  const pinned = loose.map(({ assignmentId }) => assignmentId)
  if (pinned.length > 0) await addPinned(tx, review.id, pinned)
}
