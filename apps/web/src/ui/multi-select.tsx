import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, ListBox, SelectValue } from 'react-aria-components'
import { useLanguage } from '../lib/language.tsx'
import { listText } from '../lib/words.ts'
import { ariaField, boxClass, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx'
import type { Option } from './option.ts'
import { listBoxClass, listPopoverClass, OptionItem } from './option-item.tsx'
import { Popover } from './popover.tsx'

type Props<T extends string> = FieldProps<readonly T[]> & {
  readonly options: readonly Option<T>[]
}

/** Several of a few: skills, weekdays, statuses of a filter. */
export const MultiSelect = <T extends string>(props: Props<T>) => {
  const { language } = useLanguage()
  const { isReadOnly, ...aria } = ariaField(props)
  const chosen = props.options.filter(({ id }) => props.value.includes(id))
  return (
    <AriaSelect<Option<T>, 'multiple'>
      {...aria}
      selectionMode="multiple"
      isDisabled={aria.isDisabled || isReadOnly}
      value={[...props.value]}
      onChange={(keys) => props.onChange(keys as T[])}
    >
      <FieldLabel isOptional={props.isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
        {props.label}
      </FieldLabel>
      <Button className={`${boxClass} justify-between gap-2 px-2.5 text-left field:px-3.5`}>
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-3">
          {chosen.length > 0
            ? listText(
                language,
                chosen.map(({ label }) => label),
              )
            : (props.placeholder ?? '—')}
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
