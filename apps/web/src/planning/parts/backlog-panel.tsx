import type { BacklogItem } from '@regie/contract/planning-backlog'
import { PanelRightClose, SlidersHorizontal } from 'lucide-react'
import { useWords } from '../../lib/language.tsx'
import type { Pages } from '../../lib/server-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuDivider, MenuGroup, MenuItem } from '../../ui/menu.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import type { BacklogView } from '../use-backlog-view.ts'
import { planningWords } from '../words.ts'
import { BacklogList } from './backlog-list.tsx'

type Props = {
  readonly pages: Pages<BacklogItem>
  readonly filters: BacklogView
  readonly onFilters: (changes: Partial<BacklogView>) => void
  readonly onHide: () => void
}

const qualities = ['ready', 'incomplete'] as const

const Filters = ({ filters, onFilters }: Pick<Props, 'filters' | 'onFilters'>) => {
  const words = useWords(planningWords)
  const { quality, onlyRange } = filters
  return (
    <Menu
      label={words.backlog.quality}
      trigger={
        <IconButton
          icon={SlidersHorizontal}
          label={words.backlog.quality}
          className={quality || onlyRange ? 'text-accent' : ''}
        />
      }
    >
      <MenuItem isChosen={onlyRange} onAction={() => onFilters({ onlyRange: !onlyRange })}>
        {words.backlog.onlyRange}
      </MenuItem>
      <MenuDivider />
      <MenuGroup title={words.backlog.quality}>
        <MenuItem isChosen={!quality} onAction={() => onFilters({ quality: undefined })}>
          {words.backlog.qualities.all}
        </MenuItem>
        {qualities.map((one) => (
          <MenuItem
            key={one}
            isChosen={quality === one}
            onAction={() => onFilters({ quality: one })}
          >
            {words.backlog.qualities[one]}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}

/** What waits for a technician, beside the board. */
export const BacklogPanel = ({ pages, filters, onFilters, onHide }: Props) => {
  const words = useWords(planningWords)
  const isFiltered = Boolean(filters.search || filters.quality || filters.onlyRange)
  return (
    <section
      aria-label={words.backlog.title}
      data-drop="backlog"
      className="flex min-h-0 flex-1 flex-col gap-2 pt-2"
    >
      <header className="flex items-center gap-1 pr-1.5 pl-3">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {words.backlog.title}
          <span className="nums ml-2 font-normal text-ink-2">
            {pages.total === null ? '' : pages.total}
          </span>
        </h2>
        <Filters filters={filters} onFilters={onFilters} />
        <IconButton icon={PanelRightClose} label={words.backlog.hide} onPress={onHide} />
      </header>
      <div className="flex px-3" data-backlog-search>
        <SearchField
          label={words.backlog.search}
          value={filters.search}
          onChange={(search) => onFilters({ search })}
          className="max-w-none"
        />
      </div>
      <BacklogList pages={pages} isFiltered={isFiltered} />
    </section>
  )
}
