import {
  type Review,
  type ReviewDepartment,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { useState } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { reviewWords } from '../review-words.ts'
import { ReviewLines } from './review-lines.tsx'
import { SignPart } from './sign-part.tsx'

/** The lines of a chief's own departments, one department at a time, with the signature below. */
export const OwnReviewGrid = ({ review }: { review: Review }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const own = review.parts.filter(({ department }) => review.mine.includes(department))
  const [chosen, setChosen] = useState<ReviewDepartment | null>(null)
  const part = own.find(({ department }) => department === chosen) ?? own[0]
  if (!part) return null
  return (
    <>
      {own.length > 1 && (
        <Segmented
          label={words.mine}
          value={part.department}
          onChange={setChosen}
          choices={own.map(({ department }) => ({
            id: department,
            label: reviewDepartmentNames[department][language],
          }))}
        />
      )}
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <ReviewLines
          review={review}
          filter="all"
          departments={[part.department]}
          mayAnswer={false}
        />
      </div>
      <SignPart key={part.department} part={part} review={review} />
    </>
  )
}
