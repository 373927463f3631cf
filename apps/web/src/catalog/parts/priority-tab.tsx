import type { Priority } from '@regie/contract/catalog'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useArchivePriority, usePriorities } from '../api.ts'
import { catalogWords } from '../words.ts'
import { EntryList } from './entry-list.tsx'
import { PriorityDialog } from './priority-dialog.tsx'
import { PriorityMark } from './priority-mark.tsx'

export const PriorityTab = () => {
  const words = useWords(catalogWords)
  const [isArchived, setArchived] = useState(false)
  const [edited, setEdited] = useState<Priority | 'new' | null>(null)
  const { actAsync: archive } = useArchivePriority()
  return (
    <>
      <EntryList
        label={words.priorities}
        permission="catalog.write"
        read={usePriorities(isArchived)}
        isArchived={isArchived}
        onArchivedChange={setArchived}
        add={words.newPriority}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onArchive={({ id, version }, archived) =>
          archive({ params: { priorityId: id }, body: { version, archived } })
        }
        empty={{ icon: Flag, title: words.noPriorities }}
        render={(priority) => (
          <span className="flex items-center gap-4">
            <span className="nums w-6 text-right text-ink-2">{priority.rank}</span>
            <PriorityMark priorityId={priority.id} />
          </span>
        )}
      />
      {edited && (
        <PriorityDialog
          {...(edited === 'new' ? {} : { priority: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
