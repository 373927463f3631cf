import type { Preferences } from '@regie/contract/notifications'
import { useWords } from '../../lib/language.tsx'
import { Card } from '../../ui/card.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { phoneNotificationWords } from './words.ts'

const channels = ['push', 'sms', 'email'] as const
/** What most people mean by a night. */
const NIGHT = { quietFrom: '20:00', quietUntil: '07:00' }

type Props = {
  readonly value: Preferences
  readonly save: (next: Preferences) => void
  readonly isBusy: boolean
}

/** Every switch takes effect at once. */
export const PreferencesCards = ({ value, save, isBusy }: Props) => {
  const words = useWords(phoneNotificationWords)
  const { off, quietFrom, quietUntil, language } = value
  const isQuiet = quietFrom !== null && quietUntil !== null
  return (
    <>
      <Card title={words.channels} description={words.channelsText}>
        <div className="flex flex-col">
          {channels.map((channel) => (
            <Switch
              key={channel}
              label={words.names[channel]}
              value={!off.includes(channel)}
              isDisabled={isBusy}
              onChange={(isOn) =>
                save({
                  ...value,
                  off: isOn ? off.filter((one) => one !== channel) : [...off, channel],
                })
              }
            />
          ))}
        </div>
      </Card>
      <Card title={words.quiet} description={words.quietText}>
        <div className="flex flex-col gap-3">
          <Switch
            label={words.quietOwn}
            value={isQuiet}
            isDisabled={isBusy}
            onChange={(isOn) =>
              save({ ...value, ...(isOn ? NIGHT : { quietFrom: null, quietUntil: null }) })
            }
          />
          {isQuiet && (
            <div className="grid grid-cols-2 gap-3">
              <TimeField
                label={words.from}
                value={quietFrom}
                onChange={(time) => time && save({ ...value, quietFrom: time })}
              />
              <TimeField
                label={words.until}
                value={quietUntil}
                onChange={(time) => time && save({ ...value, quietUntil: time })}
              />
            </div>
          )}
        </div>
      </Card>
      <Card>
        <Select
          label={words.language}
          value={language ?? 'organization'}
          options={(['organization', 'fr', 'en'] as const).map((id) => ({
            id,
            label: words.languages[id],
          }))}
          onChange={(id) => save({ ...value, language: id === 'organization' ? null : id })}
        />
      </Card>
    </>
  )
}
