// What every field has: a label above, help and the fault below, one look for the box.
import { clsx } from 'clsx'
import { CircleAlert } from 'lucide-react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'

const fieldWords = defineWords({
  fr: { optional: 'facultatif' },
  en: { optional: 'optional' },
})

/** What all fields share. `value` is controlled; `error` is a sentence. */
export type FieldProps<T> = {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly onBlur?: () => void
  readonly name?: string
  readonly description?: string
  readonly error?: string | undefined
  readonly placeholder?: string
  /** Shows « facultatif » beside the label; what is not optional is required without a star. */
  readonly isOptional?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly autoFocus?: boolean
  /** For bars and table rows: the label is read out, not shown. */
  readonly isLabelHidden?: boolean
  readonly className?: string
}

export const fieldColumn = 'flex min-w-0 flex-col gap-1'

export const boxClass = clsx(
  'flex min-h-(--control) w-full min-w-0 items-center rounded-control border border-line-strong bg-surface text-(length:--control-text) text-ink',
  'transition-colors hover:border-ink-3',
  'focus-within:border-focus focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-0',
  'group-data-invalid:border-bad group-data-invalid:focus-within:border-bad group-data-invalid:focus-within:outline-bad',
  'group-data-disabled:cursor-not-allowed group-data-disabled:bg-sunken group-data-disabled:text-ink-3',
)

export const inputClass =
  'min-w-0 flex-1 self-stretch bg-transparent px-2.5 py-1 outline-none placeholder:text-ink-3 disabled:cursor-not-allowed field:px-3.5'

export const FieldLabel = ({
  children,
  isOptional = false,
  isHidden = false,
}: {
  children: string
  isOptional?: boolean
  isHidden?: boolean
}) => {
  const words = useWords(fieldWords)
  return (
    <Label
      className={clsx(
        'font-medium text-[0.8125rem] text-ink field:text-[0.9375rem]',
        isHidden && 'sr-only',
      )}
    >
      {children}
      {isOptional && !isHidden && <span className="font-normal text-ink-3"> {words.optional}</span>}
    </Label>
  )
}

/** The help, replaced by the fault when there is one. */
export const FieldNotes = ({
  description,
  error,
}: {
  description?: string | undefined
  error?: string | undefined
}) => (
  <>
    {description && !error && (
      <Text slot="description" className="text-[0.8125rem] text-ink-2 field:text-sm">
        {description}
      </Text>
    )}
    <FieldError className="flex items-start gap-1.5 text-[0.8125rem] text-bad field:text-sm">
      {error && (
        <>
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </>
      )}
    </FieldError>
  </>
)

/** The props every React Aria field takes from ours. */
export const ariaField = <T,>({
  isDisabled,
  isReadOnly,
  isOptional,
  autoFocus,
  name,
  error,
  onBlur,
  className,
}: Omit<FieldProps<T>, 'value' | 'onChange'>) => ({
  isDisabled: isDisabled ?? false,
  isReadOnly: isReadOnly ?? false,
  isRequired: !isOptional,
  isInvalid: error !== undefined,
  validationBehavior: 'aria' as const,
  autoFocus: autoFocus ?? false,
  ...(name === undefined ? {} : { name }),
  ...(onBlur === undefined ? {} : { onBlur }),
  className: clsx('group', fieldColumn, className),
})
