import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'

type Props = {
  readonly title: string
  /** Where this page hangs: `[{ label: 'Clients', to: '/clients' }]`. */
  readonly path?: readonly { readonly label: string; readonly to: string }[]
  /** Beside the title: a status badge, a count. */
  readonly aside?: ReactNode
  readonly description?: string
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode
}

/** The head of every screen; also names the browser's tab. */
export const PageHeader = ({ title, path = [], aside, description, actions }: Props) => {
  useEffect(() => {
    document.title = `${title} · Régie`
  }, [title])
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 px-(--pad) pt-4 pb-3 lg:px-6">
      <div className="min-w-0">
        {path.length > 0 && (
          <nav className="mb-0.5 flex items-center gap-1 text-[0.8125rem] text-ink-2">
            {path.map(({ label, to }) => (
              <span key={to} className="flex items-center gap-1">
                <Link to={to} className="rounded hover:text-ink hover:underline">
                  {label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5 text-ink-3" />
              </span>
            ))}
          </nav>
        )}
        <div className="flex min-w-0 items-center gap-2.5">
          <h1 className="min-w-0 font-semibold text-xl tracking-tight field:text-2xl">{title}</h1>
          {aside}
        </div>
        {description && <p className="mt-0.5 max-w-prose text-ink-2">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
