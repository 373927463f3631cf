import { Skeleton } from './skeleton.tsx'

const ROWS = ['w-40', 'w-28', 'w-48', 'w-32', 'w-44', 'w-24', 'w-36', 'w-40']

/** Rows of the right height while the first page loads. */
export const TableSkeleton = ({
  columns,
  hasSelection,
}: {
  columns: readonly string[]
  hasSelection: boolean
}) =>
  ROWS.map((width, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing, always the same
    <tr key={row} className="border-line border-b last:border-b-0">
      {hasSelection && <td className="w-10" />}
      {columns.map((className, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: idem
        <td key={column} className={`h-9.5 px-3 first:pl-4 ${className}`}>
          <Skeleton className={`h-3.5 max-w-full ${column === 0 ? width : 'w-20'}`} />
        </td>
      ))}
    </tr>
  ))
