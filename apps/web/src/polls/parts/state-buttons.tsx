import type { DayState } from '@regie/contract/availability'
import { clsx } from 'clsx'
import { Check, CircleHelp, type LucideIcon, X } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useWords } from '../../lib/language.tsx'
import { ownPollWords } from '../own-words.ts'

const choices: readonly {
  readonly id: DayState
  readonly icon: LucideIcon
  readonly on: string
}[] = [
  {
    id: 'available',
    icon: Check,
    on: 'data-selected:border-good data-selected:bg-good-soft data-selected:text-good',
  },
  {
    id: 'pending',
    icon: CircleHelp,
    on: 'data-selected:border-warn data-selected:bg-warn-soft data-selected:text-warn',
  },
  {
    id: 'unavailable',
    icon: X,
    on: 'data-selected:border-bad data-selected:bg-bad-soft data-selected:text-bad',
  },
]

type Props = {
  /** What is answered: the date, for those who hear it. */
  readonly label: string
  readonly value: DayState | null
  readonly onChange: (state: DayState) => void
}

/** Yes, not sure, no: three targets for a thumb. */
export const StateButtons = ({ label, value, onChange }: Props) => {
  const words = useWords(ownPollWords)
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(key as DayState)
      }}
      className="grid grid-cols-3 gap-2"
    >
      {choices.map(({ id, icon: Icon, on }) => (
        <ToggleButton
          key={id}
          id={id}
          className={clsx(
            'flex min-h-(--control) field:min-h-14 flex-col items-center justify-center gap-0.5 rounded-control border border-line-strong bg-surface px-1 py-1 text-ink-2 text-sm data-selected:font-semibold',
            on,
          )}
        >
          <Icon aria-hidden className="size-5" />
          {words.states[id]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
