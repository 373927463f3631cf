import type { ReportContent } from '@regie/contract/report-content'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { clockOf } from '../../lib/time.ts'
import { contentWords } from '../content-words.ts'
import { hours } from '../hours-text.ts'
import { ContentPart } from './content-part.tsx'

/** Every stretch of everybody, travel apart from work, with the sums. */
export const ContentTimes = ({ content }: { content: ReportContent }) => {
  const words = useWords(contentWords)
  const { language } = useLanguage()
  const clock = clockOf(content.timeZone, language)
  const told = content.technicians.filter(({ stretches }) => stretches.length > 0)
  if (told.length === 0) return null
  return (
    <ContentPart title={words.times}>
      <div className="flex flex-col gap-3">
        {told.map(({ id, name, stretches, workSeconds, travelSeconds }) => (
          <div key={id}>
            <p>
              <span className="font-medium">{name}</span>
              <span className="nums text-ink-2">
                {' · '}
                {words.total(hours(workSeconds), hours(travelSeconds))}
              </span>
            </p>
            <ul className="nums text-ink-2 text-sm">
              {stretches.map(({ activity, from, until }) => (
                <li key={from + activity} className="flex flex-wrap gap-x-3">
                  <span className="w-16">{words.activities[activity]}</span>
                  <span>
                    {clock.dateAt(from, 'dated')} {clock.time(from)} – {clock.time(until)}
                  </span>
                  <span>{hours((Date.parse(until) - Date.parse(from)) / 1000)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </ContentPart>
  )
}
