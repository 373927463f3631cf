import type { MessageChannel } from '@regie/contract/messages'
import { useWords } from '../../lib/language.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { preferenceWords } from '../inbox-words.ts'
import { notificationWords } from '../words.ts'
import { ChannelOrder } from './channel-order.tsx'
import type { PreferencePart } from './means-preferences.tsx'

type Rule = PreferencePart['own']['rules'][number]

const personal = (channels: readonly MessageChannel[]) =>
  channels.filter((channel) => channel !== 'slack' && channel !== 'inbox')

/** For each kind of message: the organisation's order, or one's own. */
export const KindPreferences = ({ own, onChange }: PreferencePart) => (
  <ul className="flex flex-col divide-y divide-line">
    {own.rules.map((rule) => (
      <li key={rule.kind} className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
        <KindPreference
          rule={rule}
          chosen={own.kinds.find(({ kind }) => kind === rule.kind)?.channels ?? null}
          onChange={(channels) =>
            onChange({
              kinds: [
                ...own.kinds.filter(({ kind }) => kind !== rule.kind),
                ...(channels ? [{ kind: rule.kind, channels }] : []),
              ],
            })
          }
        />
      </li>
    ))}
  </ul>
)

type Props = {
  readonly rule: Rule
  readonly chosen: readonly MessageChannel[] | null
  readonly onChange: (channels: MessageChannel[] | null) => void
}

const KindPreference = ({ rule, chosen, onChange }: Props) => {
  const words = useWords(preferenceWords)
  const names = useWords(notificationWords)
  const said = personal(rule.channels)
    .map((channel) => names.channels[channel])
    .join(' → ')
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium">{names.kinds[rule.kind]}</p>
          {chosen === null && (
            <p className="text-[0.8125rem] text-ink-2">
              {words.organization(said || words.inboxOnly)}
            </p>
          )}
        </div>
        <Checkbox
          label={words.own}
          value={chosen !== null}
          onChange={(on) => onChange(on ? personal(rule.channels) : null)}
        />
      </div>
      {chosen !== null && (
        <fieldset className="grid gap-3 sm:grid-cols-3">
          <legend className="sr-only">{names.kinds[rule.kind]}</legend>
          <ChannelOrder value={chosen} choices={['push', 'sms', 'email']} onChange={onChange} />
        </fieldset>
      )}
    </>
  )
}
