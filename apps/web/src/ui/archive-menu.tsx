import { Archive, ArchiveRestore, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../lib/language.tsx'
import { defineWords } from '../lib/words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { IconButton } from './icon-button.tsx'
import { Menu, MenuItem } from './menu.tsx'

const archiveWords = defineWords({
  fr: {
    more: 'Autres actions',
    archive: 'Archiver',
    restore: 'Désarchiver',
    text: (name: string) =>
      `« ${name} » ne sera plus proposé. Rien n’est supprimé : vous pourrez le désarchiver.`,
    restoreText: (name: string) => `« ${name} » sera de nouveau proposé.`,
  },
  en: {
    more: 'More actions',
    archive: 'Archive',
    restore: 'Bring back',
    text: (name: string) =>
      `“${name}” will no longer be offered. Nothing is deleted: you can bring it back.`,
    restoreText: (name: string) => `“${name}” will be offered again.`,
  },
})

type Props = {
  readonly name: string
  readonly isArchived: boolean
  readonly onArchive: (archived: boolean) => Promise<unknown>
}

/** The menu beside a page's buttons: archives a thing, or brings it back, after asking. */
export const ArchiveMenu = ({ name, isArchived, onArchive }: Props) => {
  const words = useWords(archiveWords)
  const [isAsking, setAsking] = useState(false)
  const verb = isArchived ? words.restore : words.archive
  return (
    <>
      <Menu label={words.more} trigger={<IconButton icon={Ellipsis} label={words.more} />}>
        <MenuItem icon={isArchived ? ArchiveRestore : Archive} onAction={() => setAsking(true)}>
          {verb}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        title={verb}
        confirm={verb}
        tone={isArchived ? 'primary' : 'danger'}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => onArchive(!isArchived)}
      >
        <p>{isArchived ? words.restoreText(name) : words.text(name)}</p>
      </ConfirmDialog>
    </>
  )
}
