import { Bookmark, BookmarkCheck, BookmarkPlus, Eye, RefreshCw, Users } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuDivider, MenuGroup, MenuItem } from '../../ui/menu.tsx'
import { useUpdateView, useViews } from '../api-views.ts'
import { useBoard } from '../board-context.tsx'
import { keptOf, noFilters, openingOf, plainView } from '../board-view.ts'
import { useViewDeeds } from '../use-view-deeds.ts'
import { viewWords } from '../view-words.ts'
import { ManageViewsDialog } from './manage-views-dialog.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'

const useChoices = () => {
  const { data } = useViews()
  const items = data?.items ?? []
  return {
    items,
    mine: items.filter(({ shared }) => !shared),
    shared: items.filter(({ shared }) => shared),
  }
}

/** Views kept under a name: opened, saved, shared, managed. */
export const ViewsMenu = () => {
  const { kept } = useWords(viewWords)
  const { view, setView } = useBoard()
  const { items, mine, shared } = useChoices()
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const update = useUpdateView()
  const { attempt, saved } = useViewDeeds()
  const current = items.find(({ id }) => id === view.kept)
  const group = (title: string, list: typeof items, icon: typeof Users) =>
    list.length > 0 && (
      <MenuGroup title={title}>
        {list.map((one) => (
          <MenuItem
            key={one.id}
            icon={icon}
            isChosen={one.id === view.kept}
            {...(one.isDefault ? { detail: kept.isDefault } : {})}
            onAction={() => setView(openingOf(one.board, one.id))}
          >
            {one.name}
          </MenuItem>
        ))}
      </MenuGroup>
    )
  return (
    <>
      <Menu
        label={kept.menu}
        placement="bottom start"
        trigger={
          <IconButton
            icon={current ? BookmarkCheck : Bookmark}
            label={current ? `${kept.menu} : ${current.name}` : kept.menu}
            className={current ? 'bg-accent-soft text-accent-ink' : ''}
          />
        }
      >
        <MenuItem
          icon={Eye}
          onAction={() =>
            setView({
              ...plainView,
              ...noFilters,
              view: view.view,
              date: view.date,
              kept: undefined,
            })
          }
        >
          {kept.plain}
        </MenuItem>
        {group(kept.mine, mine, Bookmark)}
        {group(kept.shared, shared, Users)}
        <MenuDivider />
        <MenuItem icon={BookmarkPlus} onAction={() => setOpen('save')}>
          {kept.save}
        </MenuItem>
        {current?.mayChange && (
          <MenuItem
            icon={RefreshCw}
            onAction={() =>
              attempt(async () => {
                const { id, name, shared: isShared, version } = current
                const body = { name, shared: isShared, version, board: keptOf(view) }
                await update.actAsync({ params: { viewId: id }, body })
                saved(name)
              })
            }
          >
            {kept.update(current.name)}
          </MenuItem>
        )}
        {items.length > 0 && <MenuItem onAction={() => setOpen('manage')}>{kept.manage}</MenuItem>}
      </Menu>
      {open === 'save' && <SaveViewDialog onClose={() => setOpen(null)} />}
      {open === 'manage' && <ManageViewsDialog onClose={() => setOpen(null)} />}
    </>
  )
}
