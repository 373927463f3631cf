import { reasonSentence } from '@regie/contract/planning-reasons'
import type { Proposal } from '@regie/contract/planning-runs'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { useBoard } from '../board-context.tsx'
import { planningWords } from '../words.ts'

const MOST_REASONS = 3

/** What a run could not place: each with its reasons, the missing data first. */
export const UnassignedList = ({ unassigned }: { unassigned: Proposal['unassigned'] }) => {
  const words = useWords(planningWords)
  const { language } = useLanguage()
  const { zone } = useClock()
  const { names } = useBoard()
  if (unassigned.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 font-semibold">
        {words.proposal.unassigned} ({unassigned.length})
      </h3>
      <ul>
        {unassigned.map(({ positionId, siteName, title, reasons, gaps }) => {
          const sentences = new Set([
            ...gaps.map((gap) => words.gaps[gap]),
            ...reasons.map((one) => reasonSentence(one, { language, timeZone: zone, names })),
          ])
          const shown = [...sentences].slice(0, MOST_REASONS)
          return (
            <li key={positionId} className="border-line border-t py-1.5">
              <p dir="auto" className="truncate font-medium">
                {siteName} · {title}
              </p>
              {(shown.length > 0 ? shown : [words.proposal.noReason]).map((text) => (
                <p key={text} className="text-ink-2 text-xs">
                  {text}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
