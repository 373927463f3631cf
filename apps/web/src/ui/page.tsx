import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** The body of a screen under its header: a column, as wide as reading needs or as the window. */
export const Page = ({
  children,
  width = 'full',
}: {
  children: ReactNode
  width?: 'full' | 'reading'
}) => (
  <div
    className={clsx(
      'flex flex-col gap-4 px-(--pad) pb-10 lg:px-6',
      width === 'reading' && 'max-w-3xl',
    )}
  >
    {children}
  </div>
)
