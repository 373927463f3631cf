// Who answers for a department, and which department a role belongs to.
import type { Id } from '@regie/contract/kernel'
import type { Chief, Review, ReviewDepartment } from '@regie/contract/production-reviews'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { findProject } from '../../work-orders/index.ts'
import { happened } from '../events.ts'
import { readMatter } from '../queries/reviews.ts'
import { possibleChiefs, saveChief, saveRoleDepartment } from '../store/chiefs.ts'
import { claimReview } from '../store/reviews.ts'
import { write } from './changed.ts'
import { about, concerned, reviewChanged } from './review-told.ts'

type Naming = { projectId: Id } & Pick<Chief, 'department' | 'technicianId' | 'memberId'>

/** While a review is open the new chief gets the grid at once; what the one before had read or signed counts no more. */
export const nameChief = command(
  'productions.name-chief',
  write,
  async (tx, { projectId, department, technicianId, memberId }: Naming): Promise<Review> => {
    found(await findProject(tx, projectId), 'project')
    const review = await claimReview(tx, projectId)
    if (technicianId || memberId) {
      const people = await possibleChiefs(tx, projectId)
      const isKnown = people.some(
        (one) => one.technicianId === technicianId && one.memberId === memberId,
      )
      if (!isKnown) throw fail('not_found', { what: technicianId ? 'technician' : 'member' })
    } else if (review) throw fail('wrong_state', { state: review.state })
    await saveChief(tx, projectId, { department, technicianId, memberId })
    if (review?.state === 'open') {
      const matter = await readMatter(tx, projectId)
      const { round, dueAt, reason } = review
      const named = concerned(matter.chiefs.filter((one) => one.department === department))
      if (matter.lines.some((line) => line.department === department))
        tx.emit(happened.review_opened({ ...about(matter), ...named, round, dueAt, reason }))
    }
    return await reviewChanged(tx, projectId)
  },
)

type Saying = { projectId: Id; label: string; department: ReviewDepartment | null }

/** What was signed stays where it was signed: a locked plan is opened again first. */
export const sayDepartment = command(
  'productions.say-department',
  write,
  async (tx, { projectId, label, department }: Saying): Promise<Review> => {
    found(await findProject(tx, projectId), 'project')
    const review = await claimReview(tx, projectId)
    if (review?.state === 'locked') throw fail('wrong_state', { state: 'locked' })
    await saveRoleDepartment(tx, projectId, { label, department })
    return await reviewChanged(tx, projectId)
  },
)
