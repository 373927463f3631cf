import type { Application } from '@regie/contract/planning-runs'
import { CircleCheck, RotateCcw } from 'lucide-react'
import { useClock } from '../../lib/clock.ts'
import { useWords } from '../../lib/language.tsx'
import { doingWords } from '../doing-words.ts'
import { isolated } from '../isolated.ts'

/** Each time moves were taken over, by whom, and whether that still stands. */
export const AppliedList = ({ applications }: { applications: readonly Application[] }) => {
  const words = useWords(doingWords).proposal
  const clock = useClock()
  if (applications.length === 0) return null
  return (
    <ul className="text-ink-2 text-xs">
      {applications.map(({ id, appliedAt, appliedBy, moves, undoneAt }) => (
        <li key={id} className="flex items-center gap-1.5 py-0.5">
          {undoneAt ? (
            <RotateCcw aria-hidden className="size-3.5" />
          ) : (
            <CircleCheck aria-hidden className="size-3.5 text-good" />
          )}
          <span className={undoneAt ? 'line-through' : ''}>
            {words.applied(moves)} · {words.appliedBy(isolated(appliedBy), clock.dateAt(appliedAt))}
          </span>
        </li>
      ))}
    </ul>
  )
}
