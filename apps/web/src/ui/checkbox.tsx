import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

type Props = {
  /** Read out; shown unless `isLabelHidden`. */
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly isIndeterminate?: boolean
  readonly isDisabled?: boolean
  readonly isLabelHidden?: boolean
  readonly description?: string
}

export const Checkbox = ({
  label,
  value,
  onChange,
  description,
  isLabelHidden,
  ...rest
}: Props) => (
  <AriaCheckbox
    isSelected={value}
    onChange={onChange}
    isIndeterminate={rest.isIndeterminate ?? false}
    isDisabled={rest.isDisabled ?? false}
    className={clsx(
      'group flex min-h-6 gap-2 data-disabled:opacity-50 field:min-h-11',
      description ? 'items-start' : 'items-center',
    )}
  >
    {({ isSelected, isIndeterminate }) => (
      <>
        <span
          className={clsx(
            'grid size-4.5 shrink-0 place-items-center rounded border field:size-6',
            description && 'mt-0.5',
            'group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-focus-visible:outline-offset-2',
            isSelected || isIndeterminate
              ? 'border-accent bg-accent text-on-accent'
              : 'border-line-strong bg-surface',
          )}
        >
          {isIndeterminate ? (
            <Minus aria-hidden className="size-3.5" strokeWidth={3} />
          ) : (
            isSelected && <Check aria-hidden className="size-3.5" strokeWidth={3} />
          )}
        </span>
        <span className={clsx(isLabelHidden && 'sr-only')}>
          {label}
          {description && <span className="block text-[0.8125rem] text-ink-2">{description}</span>}
        </span>
      </>
    )}
  </AriaCheckbox>
)
