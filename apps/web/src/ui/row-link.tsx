import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** The name in a row's first cell: what the keyboard opens the row with. A second, quieter line below. */
export const RowLink = ({
  to,
  children,
  detail,
}: {
  readonly to: string
  readonly children: ReactNode
  readonly detail?: ReactNode
}) => (
  <span className="block min-w-0 py-1">
    <Link to={to} className="block truncate rounded font-medium text-ink hover:underline">
      {children}
    </Link>
    {detail && <span className="block truncate text-ink-2 text-xs">{detail}</span>}
  </span>
)
