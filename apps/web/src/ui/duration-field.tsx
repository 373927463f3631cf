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

/** Minutes, typed as people write them: `45`, `1h30`, `1,5 h`, `2:15`. Empty is null. */
export const DurationField = (props: FieldProps<number | null>) => {
  const { language } = useLanguage()
  const words = useWords(durationWords)
  const [typed, setTyped] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const error = unreadable ? words.unreadable : props.error
  const settle = () => {
    if (typed !== null) {
      const minutes = parseDuration(typed)
      setUnreadable(minutes === undefined)
      if (minutes !== undefined) {
        props.onChange(minutes)
        setTyped(null)
      }
    }
    props.onBlur?.()
  }
  const shown = typed ?? (props.value === null ? '' : durationText(language, props.value))
  return (
    <AriaTextField
      {...ariaField({ ...props, error, onBlur: settle })}
      value={shown}
      onChange={(text) => {
        setTyped(text)
        const minutes = parseDuration(text)
        if (minutes !== undefined) props.onChange(minutes)
      }}
    >
      <FieldLabel isOptional={props.isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
        {props.label}
      </FieldLabel>
      <Group className={boxClass}>
        <Input placeholder={props.placeholder ?? '1 h 30'} className={`${inputClass} nums`} />
      </Group>
      <FieldNotes description={props.description} error={error} />
    </AriaTextField>
  )
}
