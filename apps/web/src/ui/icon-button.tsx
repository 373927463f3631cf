import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { Tooltip } from './tooltip.tsx'

type Props = Omit<ButtonProps, 'children' | 'className' | 'aria-label'> & {
  readonly icon: LucideIcon
  /** Read out, and shown when pointed at. */
  readonly label: string
  /** `small` inside rows. */
  readonly size?: 'small' | 'medium'
  readonly className?: string
}

export const IconButton = ({ icon: Icon, label, size = 'medium', className, ...rest }: Props) => (
  <Tooltip text={label}>
    <AriaButton
      {...rest}
      aria-label={label}
      className={clsx(
        size === 'small' ? 'size-(--control-small)' : 'size-(--control)',
        'inline-grid shrink-0 cursor-default place-items-center rounded-control text-ink-2 transition-colors hover:bg-sunken hover:text-ink disabled:opacity-40',
        className,
      )}
    >
      <Icon aria-hidden className="size-4.5 field:size-6" strokeWidth={1.9} />
    </AriaButton>
  </Tooltip>
)
