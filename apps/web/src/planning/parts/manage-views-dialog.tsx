import type { SavedView } from '@regie/contract/board-views'
import { Link2, Star, StarOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../lib/language.tsx'
import { useCan } from '../../lib/session.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  useChooseDefaultView,
  useRemoveView,
  useRestoreView,
  useUpdateView,
  useViews,
} from '../api-views.ts'
import { useViewDeeds } from '../use-view-deeds.ts'
import { viewWords } from '../view-words.ts'

/** The address that opens a view wherever it is followed. */
const linkOf = ({ id, board }: SavedView): string => {
  const search = new URLSearchParams(
    Object.entries({ ...board, kept: id }).map(([name, value]) => [name, String(value)]),
  )
  return `${location.origin}/planning?${search.toString()}`
}

const Name = ({ view }: { view: SavedView }) => {
  const { kept } = useWords(viewWords)
  const update = useUpdateView()
  const { attempt, saved } = useViewDeeds()
  const [name, setName] = useState(view.name)
  const wanted = name.trim()
  const save = () => {
    if (!wanted || wanted === view.name) return setName(view.name)
    attempt(async () => {
      const { shared, version, board } = view
      await update.actAsync({
        params: { viewId: view.id },
        body: { name: wanted, shared, version, board },
      })
      saved(wanted)
    })
  }
  if (!view.mayChange) return <span className="min-w-0 flex-1 truncate">{view.name}</span>
  return (
    <TextField
      label={kept.rename}
      isLabelHidden
      value={name}
      onChange={setName}
      onBlur={save}
      maxLength={80}
      className="min-w-40 flex-1"
    />
  )
}

const Deeds = ({ view }: { view: SavedView }) => {
  const { kept } = useWords(viewWords)
  const choose = useChooseDefaultView()
  const remove = useRemoveView()
  const restore = useRestoreView()
  const { attempt, removed, restored, copied } = useViewDeeds()
  const takeAway = () =>
    attempt(async () => {
      await remove.actAsync({ params: { viewId: view.id }, body: { version: view.version } })
      removed(view.name, () =>
        attempt(async () => {
          await restore.actAsync({ params: { viewId: view.id }, body: {} })
          restored(view.name)
        }),
      )
    })
  return (
    <span className="flex">
      <IconButton
        icon={view.isDefault ? StarOff : Star}
        label={view.isDefault ? kept.unsetDefault : kept.asDefault}
        onPress={() =>
          attempt(() => choose.actAsync({ body: { viewId: view.isDefault ? null : view.id } }))
        }
      />
      <IconButton
        icon={Link2}
        label={kept.copy}
        onPress={() => attempt(() => navigator.clipboard.writeText(linkOf(view)).then(copied))}
      />
      <IconButton
        icon={Trash2}
        label={kept.remove}
        isDisabled={!view.mayChange}
        onPress={takeAway}
      />
    </span>
  )
}

const Line = ({ view }: { view: SavedView }) => {
  const { kept } = useWords(viewWords)
  const can = useCan()
  const update = useUpdateView()
  const { attempt } = useViewDeeds()
  const share = (shared: boolean) =>
    attempt(() => {
      const { name, version, board } = view
      return update.actAsync({
        params: { viewId: view.id },
        body: { name, shared, version, board },
      })
    })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t py-2 first:border-t-0">
      <Name key={`${view.id} ${view.version}`} view={view} />
      {view.isDefault && <Badge tone="accent">{kept.isDefault}</Badge>}
      {!view.mine && <span className="text-ink-2 text-xs">{kept.by(view.authorName)}</span>}
      {view.mine && can('planning.write') && (
        <Switch label={kept.shared} value={view.shared} onChange={share} />
      )}
      <Deeds view={view} />
    </li>
  )
}

/** Kept views: names, sharing, the default, links, removal with its undo. */
export const ManageViewsDialog = ({ onClose }: { onClose: () => void }) => {
  const { kept } = useWords(viewWords)
  const { data } = useViews()
  return (
    <Dialog
      title={kept.menu}
      isOpen
      onClose={onClose}
      width="medium"
      actions={<Button onPress={onClose}>{kept.close}</Button>}
    >
      {data?.items.length === 0 ? (
        <p className="text-ink-2">
          {kept.none}. {kept.noneText}
        </p>
      ) : (
        <ul className="m-0 list-none p-0">
          {data?.items.map((view) => (
            <Line key={view.id} view={view} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
