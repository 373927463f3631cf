import type { LucideIcon } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

type Choice<T extends string> = {
  readonly id: T
  readonly label: string
  readonly icon?: LucideIcon
}

type Props<T extends string> = {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Two to five views of the same thing: day, week, month. */
export const Segmented = <T extends string>({ label, choices, value, onChange }: Props<T>) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const [key] = keys
      if (key !== undefined) onChange(key as T)
    }}
    className="inline-flex max-w-full rounded-control border border-line-strong/60 bg-sunken p-0.5 field:flex field:flex-wrap"
  >
    {choices.map(({ id, label: text, icon: Icon }) => (
      <ToggleButton
        key={id}
        id={id}
        className="inline-flex min-h-[calc(var(--control)-6px)] field:min-h-11 cursor-default items-center justify-center gap-1.5 rounded-[4px] px-2.5 text-center text-ink-2 hover:text-ink data-selected:bg-surface dark:data-selected:bg-accent-soft dark:data-selected:text-accent-ink data-selected:font-medium data-selected:text-ink data-selected:shadow-sm field:flex-1 field:whitespace-nowrap"
      >
        {Icon && <Icon aria-hidden className="size-4" />}
        {text}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
