import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { SearchField as AriaSearchField, Button, Group, Input } from 'react-aria-components'
import { boxClass, inputClass } from './field-parts.tsx'

const PAUSE_MS = 200

type Props = {
  readonly label: string
  readonly value: string
  /** Called after a pause in typing, and at once when cleared. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly className?: string
}

/** The search of a list; its label is read out and shown as the placeholder. */
export const SearchField = ({ label, value, onChange, placeholder, className }: Props) => {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const settle = useEffectEvent(() => {
    if (typed.trim() !== value) onChange(typed.trim())
  })
  useEffect(() => {
    const timer = setTimeout(settle, typed === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <AriaSearchField
      aria-label={label}
      value={typed}
      onChange={setTyped}
      className={clsx('group min-w-48 max-w-80 flex-1', className)}
    >
      <Group className={boxClass}>
        <Search aria-hidden className="ml-2.5 size-4 shrink-0 text-ink-3" />
        <Input
          placeholder={placeholder ?? label}
          className={clsx(inputClass, '[&::-webkit-search-cancel-button]:hidden')}
        />
        <Button className="mr-1 grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-sunken group-data-empty:invisible field:size-11">
          <X aria-hidden className="size-4" />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
