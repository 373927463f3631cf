// The list of every screen: a real <table>, sorted by its heads, growing as one scrolls, with honest states.
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useWords } from '../lib/language.tsx'
import type { Pages } from '../lib/server-state.tsx'
import { ErrorState } from './error-state.tsx'
import { LoadMore } from './load-more.tsx'
import { type Sort, SortHead } from './sort-head.tsx'
import { SelectAllCell, SelectCell, type TableSelection } from './table-selection.tsx'
import { TableSkeleton } from './table-skeleton.tsx'
import { tableWords } from './words.ts'

export type Column<T> = {
  readonly id: string
  readonly header: string
  /** The head is read out, not shown: the column of row menus. */
  readonly isHeaderHidden?: boolean
  readonly cell: (row: T) => ReactNode
  /** True where the list can be ordered by it. */
  readonly isSortable?: boolean
  readonly align?: 'end'
  /** Takes what the others leave. On a phone the first one does, and cuts its text, unless another is marked. */
  readonly isMain?: boolean
  /** CSS width; the columns without one share the rest. */
  readonly width?: string
  /** Left out on screens narrower than this. */
  readonly from?: 'sm' | 'md' | 'lg' | 'xl'
}

type Props<T> = {
  /** Read out as the table's name. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  /** What `usePages` returns … */
  readonly pages?: Pages<T>
  /** … or all rows at once. */
  readonly rows?: readonly T[]
  readonly rowKey: (row: T) => string
  /** Shown instead of rows when there are none: an EmptyState. */
  readonly empty: ReactNode
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  readonly selection?: TableSelection<T>
  /** Opens the row; put the same action on a link or button in its first cell for the keyboard. */
  readonly onOpen?: (row: T) => void
  readonly openKey?: string | null
  /** On a phone the columns keep their width and the table scrolls sideways: for comparing, not for lists. */
  readonly isScrolled?: boolean
}

const shownFrom = {
  sm: 'hidden sm:table-cell',
  md: 'hidden md:table-cell',
  lg: 'hidden lg:table-cell',
  xl: 'hidden xl:table-cell',
} as const

const cellClass = <T,>(column: Column<T>): string =>
  clsx(column.from && shownFrom[column.from], column.align === 'end' && 'nums text-right')

const allRows = <T,>(rows: readonly T[]): Pages<T> => ({
  items: rows,
  total: rows.length,
  isPending: false,
  isStale: false,
  error: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
})

export const Table = <T,>(props: Props<T>) => {
  const words = useWords(tableWords)
  const { label, columns, rowKey, selection, empty } = props
  const pages = props.pages ?? allRows(props.rows ?? [])
  if (pages.error && pages.items.length === 0) {
    return <ErrorState problem={pages.error} retry={pages.retry} />
  }
  if (!pages.isPending && pages.items.length === 0) return empty
  return (
    <div className="min-w-0">
      <div
        className="overflow-x-auto -outline-offset-2"
        {...(props.isScrolled ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
      >
        <table
          aria-label={label}
          aria-busy={pages.isPending || pages.isStale}
          className={clsx('w-full border-collapse text-left', pages.isStale && 'opacity-60')}
        >
          <thead>
            <tr className="border-line border-b text-[0.8125rem] text-ink-2">
              {selection && (
                <SelectAllCell selection={selection} rows={pages.items} rowKey={rowKey} />
              )}
              {columns.map((column) => (
                <SortHead
                  key={column.id}
                  id={column.id}
                  width={column.width}
                  className={cellClass(column)}
                  sort={props.sort ?? null}
                  onSort={column.isSortable ? props.onSort : undefined}
                >
                  {column.isHeaderHidden ? (
                    <span className="sr-only">{column.header}</span>
                  ) : (
                    column.header
                  )}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.isPending ? (
              <TableSkeleton columns={columns.map(cellClass)} hasSelection={Boolean(selection)} />
            ) : (
              pages.items.map((row) => <TableRow key={rowKey(row)} row={row} {...props} />)
            )}
          </tbody>
        </table>
      </div>
      {!pages.isPending && (
        <footer className="flex min-h-10 items-center justify-between gap-4 px-4 py-1.5 text-[0.8125rem] text-ink-2">
          <span className="nums">
            {pages.total === null || pages.items.length >= pages.total
              ? words.all(pages.items.length)
              : words.shown(pages.items.length, pages.total)}
          </span>
          <LoadMore pages={pages} />
        </footer>
      )}
    </div>
  )
}

const TableRow = <T,>({ row, ...props }: Props<T> & { row: T }) => {
  const { columns, rowKey, selection, onOpen, openKey } = props
  const main = columns.find(({ isMain }) => isMain) ?? columns[0]
  const key = rowKey(row)
  return (
    // The keyboard has the link or button in the first cell; pressing the row is the mouse's shortcut.
    <tr
      onClick={(event) => {
        const inside = (event.target as Element).closest('a, button, input, label')
        if (!inside && document.getSelection()?.isCollapsed !== false) onOpen?.(row)
      }}
      className={clsx(
        'border-line border-b last:border-b-0',
        onOpen && 'hover:bg-canvas',
        (openKey === key || selection?.selected.has(key)) && 'bg-accent-soft/50',
      )}
    >
      {selection && <SelectCell selection={selection} row={row} id={key} />}
      {columns.map((column) => (
        <td
          key={column.id}
          className={clsx(
            'h-9.5 max-w-80 px-3 py-0.5 first:pl-4 last:pr-4 field:h-14',
            column === main && !props.isScrolled && 'max-sm:w-full max-sm:max-w-0',
            column.isMain && 'sm:w-full sm:max-w-none',
            cellClass(column),
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
