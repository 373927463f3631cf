import { Fragment, type ReactNode } from 'react'

/** Names and values of one thing; what is empty shows a dash, so that one sees it was not forgotten. */
export const KeyValues = ({
  items,
}: {
  items: readonly { readonly label: string; readonly value: ReactNode }[]
}) => (
  <dl className="grid grid-cols-[minmax(7rem,max-content)_1fr] gap-x-6 gap-y-2">
    {items.map(({ label, value }) => (
      <Fragment key={label}>
        <dt className="text-ink-2">{label}</dt>
        <dd className="min-w-0 break-words">
          {value === null || value === undefined || value === '' ? (
            <span className="text-ink-3">—</span>
          ) : (
            value
          )}
        </dd>
      </Fragment>
    ))}
  </dl>
)
