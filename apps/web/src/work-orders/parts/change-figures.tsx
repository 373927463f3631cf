import type { SeriesChange } from '@regie/contract/series'
import { useWords } from '../../lib/language.tsx'
import { seriesWords } from '../series-words.ts'

const order = ['kept', 'changed', 'moved', 'made', 'removed'] as const

/** What an edit does to the visits, in five figures. */
export const ChangeFigures = ({ change }: { change: SeriesChange }) => {
  const words = useWords(seriesWords)
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2" aria-label={words.changeText}>
      {order.map((key) => (
        <div key={key} className="flex flex-col-reverse">
          <dt className="text-ink-2 text-sm">{words.change[key]}</dt>
          <dd className="nums font-semibold text-lg">{change[key]}</dd>
        </div>
      ))}
    </dl>
  )
}
