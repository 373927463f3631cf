import { AppWindow, PanelRightClose } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { backlogWords } from '../backlog-words.ts'
import { type BacklogState, countBacklogFilters } from '../use-backlog-view.ts'
import { planningWords } from '../words.ts'
import { BacklogList } from './backlog-list.tsx'
import { BacklogOptions } from './backlog-options.tsx'

type Props = {
  readonly backlog: BacklogState
  readonly hasRange: boolean
  /** Beside the board: it can be put away, and opened in a window of its own. */
  readonly onHide?: () => void
  readonly note?: ReactNode
}

/** A window of its own, as wide as the list is good to read; the same one again when it is open already. */
const openWindow = () => {
  window.open('/planning/backlog', 'regie-backlog', 'popup,width=480,height=860')
}

/** What waits for a technician. */
export const BacklogPanel = ({ backlog, hasRange, onHide, note }: Props) => {
  const words = useWords(planningWords)
  const own = useWords(backlogWords)
  const { pages, filters, change } = backlog
  const isFiltered = Boolean(filters.search) || countBacklogFilters(filters) > 0
  return (
    <section
      aria-label={words.backlog.title}
      data-drop="backlog"
      className="flex min-h-0 flex-1 flex-col gap-2 pt-2"
    >
      <header className="flex items-center gap-0.5 pr-1.5 pl-3">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {words.backlog.title}
          <span className="nums ml-2 font-normal text-ink-2">
            {pages.total === null ? '' : pages.total}
          </span>
        </h2>
        <BacklogOptions filters={filters} change={change} hasRange={hasRange} />
        {onHide && (
          <>
            <span className="max-md:hidden">
              <IconButton icon={AppWindow} label={own.window} onPress={openWindow} />
            </span>
            <IconButton icon={PanelRightClose} label={words.backlog.hide} onPress={onHide} />
          </>
        )}
      </header>
      <div className="flex px-3" data-backlog-search>
        <SearchField
          label={words.backlog.search}
          value={filters.search}
          onChange={(search) => change({ search })}
          className="max-w-none"
        />
      </div>
      {note}
      <BacklogList backlog={backlog} isFiltered={isFiltered} />
    </section>
  )
}
