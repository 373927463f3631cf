import { ChevronDown, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Group,
  Input,
  ListBox,
  useFilter,
} from 'react-aria-components'
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
import type { Option } from './option.ts'
import { listBoxClass, listPopoverClass, OptionItem } from './option-item.tsx'
import { Popover } from './popover.tsx'
import { type Load, useSearch } from './use-search.ts'

const comboWords = defineWords({
  fr: { none: 'Aucun résultat', searching: 'Recherche…', failed: 'La recherche a échoué' },
  en: { none: 'Nothing found', searching: 'Searching…', failed: 'The search failed' },
})

type Props = FieldProps<Option | null> & {
  /** All choices, filtered here with accents ignored … */
  readonly options?: readonly Option[]
  /** … or a search on the server, called with what is typed (after a pause). */
  readonly load?: Load<Option>
}

/** One of many, found by typing. The value is the option itself, so that its label is known without a search. */
export const ComboBox = (props: Props) => {
  const words = useWords(comboWords)
  const { contains } = useFilter({ sensitivity: 'base' })
  // What was chosen here is called as it was in the list, also while whoever holds the value still looks its name up.
  const [picked, setPicked] = useState<Option | null>(null)
  const shown = picked !== null && picked.id === props.value?.id ? picked : props.value
  const label = shown?.label ?? ''
  const [input, setInput] = useState(label)
  // A name that is only known later takes the place of its stand-in.
  const [shownLabel, setShownLabel] = useState(label)
  if (shownLabel !== label) {
    setShownLabel(label)
    setInput(label)
  }
  const isTyped = input !== label
  const remote = useSearch(props.load, isTyped ? input : '')
  const local = props.options?.filter(({ label }) => !isTyped || contains(label, input))
  const options = local ?? remote.found
  const choose = (id: string | null) => {
    const option = options.find((one) => one.id === id) ?? null
    setPicked(option)
    setInput(option?.label ?? '')
    props.onChange(option)
  }
  const nothing = remote.isFailed ? words.failed : remote.isLoading ? words.searching : words.none
  return (
    <AriaComboBox
      {...ariaField(props)}
      items={options}
      inputValue={input}
      onInputChange={(text) => {
        setInput(text)
        if (text === '' && props.value !== null) props.onChange(null)
      }}
      value={props.value?.id ?? null}
      onChange={(key) => {
        if (key !== null && key !== props.value?.id) choose(String(key))
      }}
      onBlur={() => {
        setInput(label)
        props.onBlur?.()
      }}
      allowsEmptyCollection
      // What is wrong stands below the field: the list must not open over it.
      menuTrigger={props.error ? 'input' : 'focus'}
    >
      <FieldLabel isOptional={props.isOptional ?? false} isHidden={props.isLabelHidden ?? false}>
        {props.label}
      </FieldLabel>
      <Group className={boxClass}>
        <Input placeholder={props.placeholder} className={inputClass} />
        <Button className="grid h-full min-h-6 w-8 place-items-center text-ink-3">
          {remote.isLoading ? (
            <LoaderCircle aria-hidden className="size-4 animate-spin" />
          ) : (
            <ChevronDown aria-hidden className="size-4" />
          )}
        </Button>
      </Group>
      <FieldNotes description={props.description} error={props.error} />
      <Popover className={listPopoverClass}>
        <ListBox<Option>
          className={listBoxClass}
          renderEmptyState={() => <p className="px-2 py-2 text-ink-2">{nothing}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
