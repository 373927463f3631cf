import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { TextField as AriaTextField, Group, Input, ToggleButton } from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'
import {
  ariaField,
  boxClass,
  FieldLabel,
  FieldNotes,
  type FieldProps,
  inputClass,
} from './field-parts.tsx'

const passwordWords = defineWords({
  fr: { show: 'Afficher le mot de passe' },
  en: { show: 'Show the password' },
})

type Props = Omit<FieldProps<string>, 'value'> & {
  readonly value: string | null
  readonly autoComplete: 'current-password' | 'new-password'
}

export const PasswordField = (props: Props) => {
  const [shown, setShown] = useState(false)
  const words = useWords(passwordWords)
  const Icon = shown ? EyeOff : Eye
  return (
    <AriaTextField
      {...ariaField(props)}
      value={props.value ?? ''}
      onChange={props.onChange}
      type={shown ? 'text' : 'password'}
      autoComplete={props.autoComplete}
    >
      <FieldLabel isOptional={props.isOptional ?? false}>{props.label}</FieldLabel>
      <Group className={boxClass}>
        <Input className={inputClass} spellCheck="false" autoCapitalize="off" />
        <ToggleButton
          aria-label={words.show}
          isSelected={shown}
          onChange={setShown}
          className="mr-1 grid size-7 place-items-center rounded-control text-ink-2 hover:bg-sunken field:size-11"
        >
          <Icon aria-hidden className="size-4 field:size-5" />
        </ToggleButton>
      </Group>
      <FieldNotes description={props.description} error={props.error} />
    </AriaTextField>
  )
}
