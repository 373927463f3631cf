import { clsx } from 'clsx'
import { TextField as AriaTextField, Group, Input, TextArea } from 'react-aria-components'
import {
  ariaField,
  boxClass,
  FieldLabel,
  FieldNotes,
  type FieldProps,
  inputClass,
} from './field-parts.tsx'

type Props = Omit<FieldProps<string>, 'value'> & {
  readonly value: string | null
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  /** More than one makes a text area. */
  readonly rows?: number
  readonly maxLength?: number
}

export const TextField = (props: Props) => {
  const { label, value, onChange, description, error, placeholder, isOptional, rows = 1 } = props
  return (
    <AriaTextField
      {...ariaField(props)}
      value={value ?? ''}
      onChange={onChange}
      type={props.type ?? 'text'}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    >
      <FieldLabel isOptional={isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
        {label}
      </FieldLabel>
      <Group className={boxClass}>
        {rows > 1 ? (
          <TextArea
            rows={rows}
            placeholder={placeholder}
            className={clsx(inputClass, 'resize-y py-1.5 leading-normal')}
          />
        ) : (
          <Input placeholder={placeholder} className={inputClass} />
        )}
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  )
}
