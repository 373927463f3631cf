import { useWords } from '../lib/language.tsx'
import { Checkbox } from './checkbox.tsx'
import { tableWords } from './words.ts'

export type TableSelection<T> = {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  /** The row's name, read out beside its box. */
  readonly nameOf: (row: T) => string
}

export const SelectAllCell = <T,>({
  selection,
  rows,
  rowKey,
}: {
  selection: TableSelection<T>
  rows: readonly T[]
  rowKey: (row: T) => string
}) => {
  const words = useWords(tableWords)
  const chosen = rows.filter((row) => selection.selected.has(rowKey(row))).length
  return (
    <th scope="col" className="w-10 pl-4">
      <Checkbox
        label={words.selectAll}
        isLabelHidden
        value={chosen > 0 && chosen === rows.length}
        isIndeterminate={chosen > 0 && chosen < rows.length}
        onChange={(all) => selection.onChange(new Set(all ? rows.map(rowKey) : []))}
      />
    </th>
  )
}

export const SelectCell = <T,>({
  selection,
  row,
  id,
}: {
  selection: TableSelection<T>
  row: T
  id: string
}) => {
  const words = useWords(tableWords)
  return (
    <td className="w-10 pl-4">
      <Checkbox
        label={words.selectRow(selection.nameOf(row))}
        isLabelHidden
        value={selection.selected.has(id)}
        onChange={(isChosen) => {
          const next = new Set(selection.selected)
          if (isChosen) next.add(id)
          else next.delete(id)
          selection.onChange(next)
        }}
      />
    </td>
  )
}
