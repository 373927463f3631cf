import { clsx } from 'clsx'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  Keyboard,
  MenuSection,
  MenuTrigger,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { Popover } from './popover.tsx'

type MenuProps = {
  /** A React Aria button (Button, IconButton). */
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly label?: string
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** Actions behind a button. Children: MenuItem, MenuGroup, MenuDivider. */
export const Menu = ({ trigger, children, label, placement = 'bottom end' }: MenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover placement={placement} className="min-w-52">
      <AriaMenu aria-label={label} className="p-1 outline-none">
        {children}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
)

type ItemProps = {
  readonly children: string
  readonly onAction?: () => void
  readonly icon?: LucideIcon
  readonly detail?: string
  readonly shortcut?: string
  readonly isDisabled?: boolean
  /** For choices: shows the tick. */
  readonly isChosen?: boolean
  readonly tone?: 'plain' | 'danger'
  readonly href?: string
}

export const MenuItem = (props: ItemProps) => {
  const { children, icon: Icon, detail, shortcut, isChosen, tone = 'plain' } = props
  return (
    <AriaMenuItem
      textValue={children}
      onAction={props.onAction}
      isDisabled={props.isDisabled ?? false}
      href={props.href}
      className={clsx(
        'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1 outline-none data-disabled:opacity-45 field:min-h-12',
        tone === 'danger'
          ? 'text-bad data-focused:bg-bad-soft'
          : 'text-ink data-focused:bg-accent-soft data-focused:text-accent-ink',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0 opacity-80" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {detail && <span className="block truncate text-ink-2 text-xs">{detail}</span>}
      </span>
      {shortcut && <Keyboard className="text-ink-3 text-xs">{shortcut}</Keyboard>}
      {isChosen && <Check aria-hidden className="size-4 shrink-0" />}
    </AriaMenuItem>
  )
}

type BranchProps = {
  readonly title: string
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** A menu within a menu, for what one seldom needs; it opens beside, or over it where there is no room. */
export const MenuBranch = ({ title, icon: Icon, children }: BranchProps) => (
  <SubmenuTrigger>
    <AriaMenuItem
      textValue={title}
      className="flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1 text-ink outline-none data-focused:bg-accent-soft data-open:bg-accent-soft data-focused:text-accent-ink field:min-h-12"
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0 opacity-80" />}
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
    </AriaMenuItem>
    <Popover className="min-w-52">
      <AriaMenu aria-label={title} className="p-1 outline-none">
        {children}
      </AriaMenu>
    </Popover>
  </SubmenuTrigger>
)

export const MenuGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <MenuSection>
    <Header className="px-2.5 pt-1.5 pb-1 font-medium text-ink-3 text-xs">{title}</Header>
    {children}
  </MenuSection>
)

export const MenuDivider = () => <Separator className="my-1 h-px bg-line" />
