import { boardGrouping } from '@regie/contract/board-filters'
import { Rows3 } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useBoard } from '../board-context.tsx'
import { rowWords } from '../row-words.ts'

/** What the rows are: people, people under headings, or the work. */
export const RowsMenu = () => {
  const words = useWords(rowWords)
  const { view, setView } = useBoard()
  const chosen = words.groupings[view.rows]
  const label = `${words.label} : ${chosen}`
  return (
    <Menu
      label={words.label}
      placement="bottom start"
      trigger={
        <IconButton
          icon={Rows3}
          label={label}
          className={view.rows === 'technician' ? '' : 'bg-accent-soft text-accent-ink'}
        />
      }
    >
      {boardGrouping.options.map((id) => (
        <MenuItem key={id} isChosen={view.rows === id} onAction={() => setView({ rows: id })}>
          {words.groupings[id]}
        </MenuItem>
      ))}
    </Menu>
  )
}
