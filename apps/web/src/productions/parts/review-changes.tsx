import {
  type LineChange,
  type ReviewLine,
  reviewDepartmentNames,
} from '@regie/contract/production-reviews'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { reviewWords } from '../review-words.ts'
import { usePhaseName } from './coverage-grid.tsx'

/** What a line says in one line: who, and when. */
export const useLineText = () => {
  const words = useWords(reviewWords)
  const clock = useClock()
  return ({ technicianName, startsAt, endsAt }: ReviewLine) =>
    `${technicianName ?? words.nobody}, ${clock.dateTime(startsAt, 'day')}–${clock.time(endsAt)}`
}

/** Lines that are no longer what was read or signed: what each was, what it is, who did it and when. */
export const ReviewChanges = ({ changes }: { changes: readonly LineChange[] }) => {
  const words = useWords(reviewWords)
  const { language } = useLanguage()
  const clock = useClock()
  const textOf = useLineText()
  const nameOf = usePhaseName()
  return (
    <ul className="flex flex-col divide-y divide-line/60">
      {changes.map(({ positionId, before, after, department, by, at }) => {
        const line = after ?? before
        if (!line) return null
        const phase = nameOf({ name: line.phaseName, kind: line.kind })
        const where = [reviewDepartmentNames[department][language], phase, line.stageName]
        return (
          <li key={positionId} className="flex flex-col gap-0.5 py-2">
            <p className="font-medium">
              {line.role || words.unnamed}
              <span className="font-normal text-ink-2"> · {where.join(' · ')}</span>
            </p>
            <p className="nums text-[0.8125rem]">
              {before ? (
                <span className="text-ink-2 line-through decoration-ink-3">{textOf(before)}</span>
              ) : (
                <span className="text-ink-2">{words.newLine}</span>
              )}
              <span aria-hidden> → </span>
              <span className="font-medium">{after ? textOf(after) : words.goneLine}</span>
            </p>
            {by && at && (
              <p className="text-ink-2 text-xs">{words.by(by, clock.dateTime(at, 'short'))}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
