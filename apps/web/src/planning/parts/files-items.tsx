import { useNavigate } from '@tanstack/react-router'
import { CalendarPlus, FileSpreadsheet, FileText, Printer } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { MenuDivider, MenuGroup, MenuItem } from '../../ui/menu.tsx'
import { type FileKind, fileAddress } from '../api-views.ts'
import { useBoard } from '../board-context.tsx'
import { viewWords } from '../view-words.ts'

/** The visible range on paper and in files, with the filters of the screen. */
export const FilesItems = () => {
  const { files } = useWords(viewWords)
  const { range, view } = useBoard()
  const navigate = useNavigate()
  const take = (kind: FileKind) => () => saveFile(fileAddress(kind, range, view))
  return (
    <>
      <MenuItem
        icon={Printer}
        onAction={() => void navigate({ to: '/planning/print', search: true as never })}
      >
        {files.print}
      </MenuItem>
      <MenuDivider />
      <MenuGroup title={files.range}>
        <MenuItem icon={FileSpreadsheet} onAction={take('xlsx')}>
          {files.xlsx}
        </MenuItem>
        <MenuItem icon={FileText} onAction={take('csv')}>
          {files.csv}
        </MenuItem>
        <MenuItem icon={CalendarPlus} onAction={take('ics')}>
          {files.ics}
        </MenuItem>
      </MenuGroup>
    </>
  )
}
