import { useState } from 'react'
import { TextField as AriaTextField, Group, Input } from 'react-aria-components'
import { durationText, parseDuration } from '../lib/duration.ts'
import { useLanguage, useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'
import {
  ariaField,
  boxClass,
  FieldLabel,
  FieldNotes,
  type FieldProps,
  inputClass,
} from './field-parts.tsx'

const durationWords = defineWords({
  fr: { unreadable: 'Écrivez une durée, par exemple 45, 1h30 ou 2:15.' },
  en: { unreadable: 'Write a duration, for example 45, 1h30 or 2:15.' },
})

/** What the text says: minutes, null when empty, NaN when it is no duration (which every schema refuses). */
const meaning = (text: string): number | null => {
  const minutes = parseDuration(text)
  return minutes === undefined ? Number.NaN : minutes
}

/** Minutes, typed as people write them: `45`, `1h30`, `1,5 h`, `2:15`. Empty is null. */
export const DurationField = (props: FieldProps<number | null>) => {
  const { language } = useLanguage()
  const words = useWords(durationWords)
  const [typed, setTyped] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  // A value that is not the one typed came from outside: a reset, another field.
  const own = typed !== null && Object.is(meaning(typed), props.value) ? typed : null
  const isUnreadable = own !== null && Number.isNaN(props.value)
  const error = isUnreadable && isLeft ? words.unreadable : props.error
  const settle = () => {
    setLeft(true)
    if (!isUnreadable) setTyped(null)
    props.onBlur?.()
  }
  const formatted = props.value === null ? '' : durationText(language, props.value)
  return (
    <AriaTextField
      {...ariaField({ ...props, error, onBlur: settle })}
      value={own ?? formatted}
      onChange={(text) => {
        setTyped(text)
        props.onChange(meaning(text))
      }}
    >
      <FieldLabel isOptional={props.isOptional} isHidden={props.isLabelHidden}>
        {props.label}
      </FieldLabel>
      <Group className={boxClass}>
        <Input placeholder={props.placeholder ?? '1 h 30'} className={`${inputClass} nums`} />
      </Group>
      <FieldNotes description={props.description} error={error} />
    </AriaTextField>
  )
}
