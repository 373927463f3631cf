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
  /** All of them are used, not the first that works. */
  readonly isTogether?: boolean
}

/** Which channel first, and which when that one fails. */
export const ChannelOrder = (props: Props) => {
  const { value, onChange, choices, isReadOnly = false, isTogether = false } = props
  const words = useWords(notificationWords)
  const put = (place: number, channel: MessageChannel | 'none') => {
    const others = value.filter((one) => one !== channel)
    onChange(
      channel === 'none'
        ? others.toSpliced(place, 1)
        : others.toSpliced(place, value.includes(channel) ? 0 : 1, channel),
    )
  }
  const [first, next] = isTogether ? [words.every, words.alsoBy] : [words.first, words.otherwise]
  const options = choices.map((id) => ({ id, label: words.channels[id] }))
  return PLACES.filter((place) => place <= value.length && place < choices.length).map((place) => (
    <Select<MessageChannel | 'none'>
      key={place}
      label={place === 0 ? first : next}
      value={value[place] ?? 'none'}
      options={[...options, { id: 'none', label: words.nothing }]}
      isDisabled={isReadOnly}
      onChange={(channel) => put(place, channel ?? 'none')}
    />
  ))
}
