import type { OwnPreferences } from '@regie/contract/notifications'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { preferenceWords } from '../inbox-words.ts'

/** A part of the preferences screen. */
export type PreferencePart = {
  readonly own: OwnPreferences
  readonly onChange: (change: Partial<OwnPreferences>) => void
}

const means = ['push', 'sms', 'email'] as const

/** What a person never wants, and the language they are written to in. */
export const MeansPreferences = ({ own, onChange }: PreferencePart) => {
  const words = useWords(preferenceWords)
  const { off, language } = own
  const turn = (channel: (typeof means)[number], on: boolean) =>
    onChange({ off: on ? off.filter((one) => one !== channel) : [...off, channel] })
  return (
    <Card title={words.means} description={words.meansText}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {means.map((channel) => (
            <Checkbox
              key={channel}
              label={words.channels[channel]}
              value={!off.includes(channel)}
              onChange={(on) => turn(channel, on)}
            />
          ))}
        </div>
        <div className="max-w-xs">
          <Select<'fr' | 'en' | 'none'>
            label={words.language}
            value={language ?? 'none'}
            options={[
              { id: 'none', label: words.languageDefault },
              { id: 'fr', label: words.languages.fr },
              { id: 'en', label: words.languages.en },
            ]}
            onChange={(id) => onChange({ language: id === 'none' ? null : id })}
          />
        </div>
      </div>
    </Card>
  )
}
