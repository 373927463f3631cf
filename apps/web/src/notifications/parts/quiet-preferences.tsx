import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { preferenceWords } from '../inbox-words.ts'
import type { PreferencePart } from './means-preferences.tsx'

/** When nothing that can wait goes out: the organisation's hours, or one's own. */
export const QuietPreferences = ({ own, onChange }: PreferencePart) => {
  const words = useWords(preferenceWords)
  const { quiet, quietFrom, quietUntil } = own
  const isOwn = quietFrom !== null || quietUntil !== null
  return (
    <Card title={words.quiet} description={words.quietText}>
      <div className="flex flex-col items-start gap-4">
        <Segmented
          label={words.quiet}
          value={isOwn ? 'own' : 'organization'}
          choices={[
            { id: 'organization', label: words.quietOrganization(quiet.from, quiet.until) },
            { id: 'own', label: words.quietOwn },
          ]}
          onChange={(id) =>
            onChange(
              id === 'own'
                ? { quietFrom: quiet.from, quietUntil: quiet.until }
                : { quietFrom: null, quietUntil: null },
            )
          }
        />
        {isOwn && (
          <div className="grid w-full max-w-sm grid-cols-2 gap-4">
            <TimeField
              label={words.from}
              value={quietFrom}
              onChange={(time) => onChange({ quietFrom: time })}
            />
            <TimeField
              label={words.until}
              value={quietUntil}
              onChange={(time) => onChange({ quietUntil: time })}
            />
          </div>
        )}
      </div>
    </Card>
  )
}
