import { nextOccurrences, occurrencesBetween } from '@regie/contract/occurrences'
import { recurrence } from '@regie/contract/recurrence'
import { recurrenceText } from '@regie/contract/recurrence-sentence'
import { useMemo } from 'react'
import { useClock } from '../../lib/clock.ts'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { addDays } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { seriesWords } from '../series-words.ts'

const SHOWN = 12

type Props = { readonly rule: unknown; readonly alsatian: boolean }

/** The rule in plain words, its next dates, and how many a year: counted here, by the code that makes the visits. */
export const RecurrencePreview = ({ rule: typed, alsatian }: Props) => {
  const words = useWords(seriesWords)
  const { language } = useLanguage()
  const clock = useClock()
  const today = clock.today()
  const text = JSON.stringify(typed)
  const told = useMemo(() => {
    const { data: rule } = recurrence.safeParse(JSON.parse(text))
    if (!rule) return null
    const range = { from: today, until: addDays(today, 364), alsatian }
    return {
      sentence: recurrenceText(language, rule),
      next: nextOccurrences(rule, { from: today, count: SHOWN, alsatian }),
      year: occurrencesBetween(rule, range).length,
      seasons: rule.seasons,
    }
  }, [text, language, today, alsatian])
  if (!told) return null
  return (
    <Card title={words.summary}>
      <p className="mb-3">{told.sentence}</p>
      <p className="mb-1 font-medium text-[0.8125rem]">
        {told.next.length > 0 ? words.next : words.noNext}
      </p>
      <ol className="grid grid-cols-2 gap-x-4 gap-y-0.5 text-sm">
        {told.next.map(({ on, season }) => (
          <li key={on} className="nums">
            {clock.date(on, on.slice(0, 4) === today.slice(0, 4) ? 'medium' : 'short')}
            {told.seasons[season]?.name && (
              <span className="block text-ink-3 text-xs">{told.seasons[season]?.name}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-2 text-sm">{words.yearCount(told.year)}</p>
      {alsatian && <p className="mt-1 text-ink-2 text-sm">{words.alsatian}</p>}
    </Card>
  )
}
