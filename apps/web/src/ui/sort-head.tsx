import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'

export type Sort = { readonly column: string; readonly direction: 'ascending' | 'descending' }

type Props = {
  readonly id: string
  readonly children: ReactNode
  readonly width: string | undefined
  readonly className: string
  readonly sort: Sort | null
  readonly onSort: ((sort: Sort) => void) | undefined
}

/** A column's head; a button where the list can be ordered by it. */
export const SortHead = ({ id, children, width, className, sort, onSort }: Props) => {
  const direction = sort?.column === id ? sort.direction : null
  const Icon =
    direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th
      scope="col"
      style={width ? { width } : undefined}
      aria-sort={onSort ? (direction ?? 'none') : undefined}
      className={clsx('h-8 whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4', className)}
    >
      {onSort ? (
        <button
          type="button"
          className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded px-1 hover:text-ink"
          onClick={() =>
            onSort({
              column: id,
              direction: direction === 'ascending' ? 'descending' : 'ascending',
            })
          }
        >
          {children}
          <Icon aria-hidden className={clsx('size-3.5', !direction && 'text-ink-3')} />
        </button>
      ) : (
        children
      )}
    </th>
  )
}
