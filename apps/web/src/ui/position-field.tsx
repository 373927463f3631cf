import type { Position } from '@regie/contract/kernel'
import { useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { parsePosition, positionText } from '../lib/position.ts'
import { defineWords } from '../lib/words.ts'
import type { FieldProps } from './field-parts.tsx'
import { TextField } from './text-field.tsx'

const positionWords = defineWords({
  fr: { unreadable: 'Écrivez latitude et longitude, par exemple 48.8566, 2.3522.' },
  en: { unreadable: 'Write latitude and longitude, for example 48.8566, 2.3522.' },
})

/** Latitude and longitude in one field, as they are copied from a map. Empty is null. */
export const PositionField = (props: FieldProps<Position | null>) => {
  const words = useWords(positionWords)
  const [typed, setTyped] = useState<string | null>(null)
  const isUnreadable = typed !== null && parsePosition(typed) === undefined
  const settle = () => {
    if (!isUnreadable) setTyped(null)
    props.onBlur?.()
  }
  return (
    <TextField
      {...props}
      placeholder="48.8566, 2.3522"
      value={typed ?? (props.value ? positionText(props.value) : '')}
      error={isUnreadable ? words.unreadable : props.error}
      onBlur={settle}
      onChange={(text) => {
        setTyped(text)
        const position = parsePosition(text)
        if (position !== undefined) props.onChange(position)
      }}
    />
  )
}
