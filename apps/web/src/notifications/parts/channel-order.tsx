import type { MessageChannel } from '@regie/contract/messages'
import { useWords } from '../../lib/language.tsx'
import { Select } from '../../ui/select.tsx'
import { notificationWords } from '../words.ts'

const PLACES = [0, 1, 2] as const

type Props = {
  readonly value: readonly MessageChannel[]
  readonly onChange: (channels: MessageChannel[]) => void
  /** What there is to choose from. */
  readonly choices: readonly MessageChannel[]
  readonly isReadOnly?: boolean
}

/** Which channel first, and which when that one fails. */
export const ChannelOrder = ({ value, onChange, choices, isReadOnly = false }: Props) => {
  const words = useWords(notificationWords)
  const put = (place: number, channel: MessageChannel | 'none') => {
    const others = value.filter((one) => one !== channel)
    onChange(
      channel === 'none'
        ? others.toSpliced(place, 1)
        : others.toSpliced(place, value.includes(channel) ? 0 : 1, channel),
    )
  }
  const options = choices.map((id) => ({ id, label: words.channels[id] }))
  return PLACES.filter((place) => place <= value.length && place < choices.length).map((place) => (
    <Select<MessageChannel | 'none'>
      key={place}
      label={place === 0 ? words.first : words.otherwise}
      value={value[place] ?? 'none'}
      options={[...options, { id: 'none', label: words.nothing }]}
      isDisabled={isReadOnly}
      onChange={(channel) => put(place, channel ?? 'none')}
    />
  ))
}
