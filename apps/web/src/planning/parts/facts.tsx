import type { ReactNode } from 'react'

type Fact = { readonly name: string; readonly value: ReactNode }

/** Names and values of a visit, in two narrow columns. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
    {facts.map(({ name, value }) => (
      <div key={name} className="contents">
        <dt className="text-ink-2 text-xs leading-5">{name}</dt>
        <dd dir="auto" className="nums m-0 min-w-0 text-left leading-5 [overflow-wrap:anywhere]">
          {value}
        </dd>
      </div>
    ))}
  </dl>
)
