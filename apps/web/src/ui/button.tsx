import { clsx } from 'clsx'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { type ButtonLook, buttonClass } from './button-class.ts'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> &
  ButtonLook & {
    readonly children: ReactNode
    readonly icon?: LucideIcon
    readonly className?: string
  }

/** A labelled button. `isPending` keeps the focus, shows the wait and refuses a second press. */
export const Button = ({
  children,
  icon: Icon,
  tone = 'plain',
  size = 'medium',
  className,
  isPending = false,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    isPending={isPending}
    className={clsx(buttonClass({ tone, size }), className)}
  >
    {isPending ? (
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
    ) : (
      Icon && <Icon aria-hidden className="size-4 shrink-0 field:size-5" />
    )}
    <span className="truncate">{children}</span>
  </AriaButton>
)
