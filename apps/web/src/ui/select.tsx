import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, SelectValue } from 'react-aria-components'
import { ariaField, boxClass, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import type { Option } from './option.ts'
import { listBoxClass, listPopoverClass, OptionItem } from './option-item.tsx'
import { Popover } from './popover.tsx'

type Props<T extends string> = Omit<FieldProps<T>, 'value'> & {
  readonly value: T | null
  readonly options: readonly Option<T>[]
}

/** One of a few. For more than about twelve, use ComboBox. */
export const Select = <T extends string>(props: Props<T>) => {
  const { isReadOnly, ...aria } = ariaField(props)
  return (
    <AriaSelect
      {...aria}
      isDisabled={aria.isDisabled || isReadOnly}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as T)}
      placeholder={props.placeholder ?? '—'}
    >
      <FieldLabel isOptional={props.isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
        {props.label}
      </FieldLabel>
      <Button className={`${boxClass} justify-between gap-2 px-2.5 text-left field:px-3.5`}>
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-3">
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Button>
      <FieldNotes description={props.description} error={props.error} />
      <Popover className={listPopoverClass}>
        <ListBox items={props.options} className={listBoxClass}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
