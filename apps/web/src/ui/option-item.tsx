import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'
import type { Option } from './option.ts'

export const listBoxClass = 'max-h-72 overflow-auto p-1 outline-none'

export const OptionItem = ({ option }: { option: Option }) => {
  const { id, label, detail, icon: Icon, colour } = option
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className="group/option flex min-h-8 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 text-ink outline-none data-focused:bg-accent-soft data-focused:text-accent-ink field:min-h-12"
    >
      {colour && (
        <span
          aria-hidden
          className="size-2.5 shrink-0 rounded-full"
          style={{ background: colour }}
        />
      )}
      {Icon && <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {detail && <span className="block truncate text-ink-2 text-xs">{detail}</span>}
      </span>
      <Check
        aria-hidden
        className="size-4 shrink-0 opacity-0 group-data-selected/option:opacity-100"
      />
    </ListBoxItem>
  )
}
