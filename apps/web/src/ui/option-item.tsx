import { Check } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'
import type { Option } from './option.ts'

/** As wide as its field at least; long options wrap or are cut off rather than leave the window. */
export const listPopoverClass =
  'min-w-(--trigger-width) max-w-[max(var(--trigger-width),min(32rem,100vw-1rem))]'
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
        {detail && <span className="line-clamp-2 text-ink-2 text-xs">{detail}</span>}
      </span>
      <Check
        aria-hidden
        className="size-4 shrink-0 opacity-0 group-data-selected/option:opacity-100"
      />
    </ListBoxItem>
  )
}
