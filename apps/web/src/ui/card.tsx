import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

type Props = {
  readonly title?: string
  readonly description?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Tables and lists bring their own padding. */
  readonly isFlush?: boolean
}

/** A titled part of a page. */
export const Card = ({ title, description, actions, children, isFlush = false }: Props) => {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className="min-w-0 break-inside-avoid rounded-card border border-line bg-surface"
    >
      {title && (
        <header className="flex flex-wrap items-center justify-between gap-3 px-4 pt-3.5 pb-1">
          <div>
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
            {description && <p className="text-ink-2">{description}</p>}
          </div>
          {actions && <div className="flex gap-2">{actions}</div>}
        </header>
      )}
      <div className={clsx('min-w-0', !isFlush && 'px-4 pt-2 pb-4', isFlush && title && 'pt-2')}>
        {children}
      </div>
    </section>
  )
}
