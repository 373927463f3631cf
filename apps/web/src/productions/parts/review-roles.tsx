import {
  type Review,
  type ReviewDepartment,
  reviewDepartment,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Select } from '../../ui/select.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { useReviewActs } from '../api-review.ts'
import { reviewWords } from '../review-words.ts'

/** Roles of phases for everybody: which department reads each. */
export const ReviewRoles = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const projectId = review.project.id
  const { say } = useReviewActs(projectId)
  const options = reviewDepartment.options.map((id) => ({
    id,
    label: reviewDepartmentNames[id][language],
  }))
  const choose = (label: string, department: ReviewDepartment) =>
    void say.actAsync({ params: { projectId }, body: { label, department } }).catch(showProblem)
  return (
    <details className="rounded-card border border-line bg-surface px-4 py-3 print:hidden">
      <summary className="cursor-default font-semibold">
        {words.roles}
        <span className="font-normal text-ink-2"> · {review.roles.length}</span>
      </summary>
      <p className="mt-1 text-ink-2">{words.rolesText}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {review.roles.map(({ label, department }) => (
          <li key={label}>
            <Select
              label={label || words.unnamed}
              value={department}
              options={options}
              onChange={(next) => choose(label, next)}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
