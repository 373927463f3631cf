import type { ReactNode } from 'react'

type Props = { readonly name: string; readonly why: string; readonly children?: ReactNode }

/** One who may take it, with what can be done about it. */
export const CandidateLine = ({ name, why, children }: Props) => (
  <li className="flex flex-wrap items-center justify-between gap-2 rounded-card border border-line p-3">
    <div className="min-w-0">
      <p dir="auto" className="truncate font-medium">
        {name}
      </p>
      <p className="nums text-[0.8125rem] text-ink-2">{why}</p>
    </div>
    {children && <div className="flex gap-2">{children}</div>}
  </li>
)
