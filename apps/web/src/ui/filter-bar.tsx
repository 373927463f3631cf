import type { ReactNode } from 'react'

/** Search and filters above a list; wraps on small screens. */
export const FilterBar = ({ children }: { children: ReactNode }) => (
  <search className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5">
    {children}
  </search>
)
