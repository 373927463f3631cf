import { clsx } from 'clsx'
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components'

/** The floating sheet of menus, lists and calendars. */
export const Popover = ({
  className,
  ...rest
}: Omit<PopoverProps, 'className'> & { className?: string }) => (
  <AriaPopover
    offset={4}
    {...rest}
    className={clsx(
      'overflow-auto rounded-card border border-line bg-raised text-(length:--control-text) text-ink shadow-raised outline-none',
      'transition-opacity duration-100 data-entering:opacity-0 data-exiting:opacity-0',
      className,
    )}
  />
)
