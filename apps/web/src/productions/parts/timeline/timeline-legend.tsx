import { Route, TriangleAlert } from 'lucide-react'
import { useWords } from '../../../lib/language.tsx'
import { timelineWords } from '../../timeline-words.ts'
import { productionWords } from '../../words.ts'
import { looks } from '../coverage-grid.tsx'

/** What colours, frames and lines mean. */
export const TimelineLegend = () => {
  const words = useWords(timelineWords)
  const { covered, offered, uncovered } = useWords(productionWords)
  const states = { covered, offered, uncovered }
  return (
    <ul
      aria-label={words.legend}
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-3 py-2.5 text-ink-2 text-xs"
    >
      {(['covered', 'offered', 'uncovered'] as const).map((one) => {
        const { icon: Icon, bar } = looks[one]
        return (
          <li key={one} className="flex items-center gap-1.5">
            <span className={`grid size-5 place-items-center rounded border ${bar}`}>
              <Icon aria-hidden className="size-3.5" />
            </span>
            {states[one]}
          </li>
        )
      })}
      <li className="flex items-center gap-1.5">
        <span className="grid size-5 place-items-center rounded border-2 border-violet text-violet">
          <Route aria-hidden className="size-3" />
        </span>
        {words.legendCritical}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="w-6 border-line-strong border-t-2 border-dotted" />
        {words.legendSlack}
      </li>
      <li className="flex items-center gap-1.5">
        <TriangleAlert aria-hidden className="size-4 text-bad" />
        {words.legendEarly}
      </li>
    </ul>
  )
}
