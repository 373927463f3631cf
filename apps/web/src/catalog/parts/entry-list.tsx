import { Archive, ArchiveRestore, type LucideIcon, Pencil, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import type { ProblemError } from '../../lib/problem.ts'
import { useCan } from '../../lib/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showProblem } from '../../ui/toast-queue.ts'
import { catalogWords } from '../words.ts'

type Entry = { readonly id: string; readonly name: string; readonly version: number }

type Props<T extends Entry> = {
  readonly label: string
  readonly permission: string
  readonly read: {
    readonly data: T[] | undefined
    readonly error: ProblemError | null
    readonly refetch: () => unknown
  }
  readonly isArchived: boolean
  readonly onArchivedChange: (archived: boolean) => void
  readonly render: (entry: T) => ReactNode
  readonly add: string
  readonly onAdd: () => void
  readonly onEdit: (entry: T) => void
  readonly onArchive: (entry: T, archived: boolean) => Promise<unknown>
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly text?: string }
}

/** A short list of the organisation's own words: each line can be changed, archived and brought back. */
export const EntryList = <T extends Entry>(props: Props<T>) => {
  const words = useWords(catalogWords)
  const mayWrite = useCan()(props.permission)
  const { data, error, refetch } = props.read
  return (
    <>
      <FilterBar>
        <Checkbox
          label={words.archivedOnly}
          value={props.isArchived}
          onChange={props.onArchivedChange}
        />
        {mayWrite && (
          <Button tone="primary" icon={Plus} className="ml-auto" onPress={props.onAdd}>
            {props.add}
          </Button>
        )}
      </FilterBar>
      {!data && !error && <Skeleton className="m-4 h-24" />}
      {error && <ErrorState problem={error} retry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState {...props.empty} />}
      <ul aria-label={props.label} className="divide-y divide-line">
        {data?.map((entry) => (
          <li key={entry.id} className="flex min-h-11 items-center gap-3 px-4 py-1.5">
            <div className="min-w-0 flex-1">{props.render(entry)}</div>
            {mayWrite && (
              <span className="flex shrink-0">
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={`${words.edit} : ${entry.name}`}
                  onPress={() => props.onEdit(entry)}
                />
                <IconButton
                  size="small"
                  icon={props.isArchived ? ArchiveRestore : Archive}
                  label={`${props.isArchived ? words.restore : words.archive} : ${entry.name}`}
                  onPress={() => void props.onArchive(entry, !props.isArchived).catch(showProblem)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
