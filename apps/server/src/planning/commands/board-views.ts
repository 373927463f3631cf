// Views of the board: kept, shared, taken away and brought back.
import type { SavedView, ViewDraft } from '@regie/contract/board-views'
import type { Id } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  findBoardView,
  insertBoardView,
  markViewRemoved,
  type StoredView,
  saveBoardView,
  setDefaultView,
} from '../store/board-views.ts'

const read = { permission: 'planning.read' } as const

const get = async (tx: Tx, viewId: Id): Promise<StoredView> =>
  found(await findBoardView(tx, viewId), 'view')

/** A view that stands. */
const standing = async (tx: Tx, viewId: Id): Promise<SavedView> => {
  const { view, isRemoved } = await get(tx, viewId)
  return found(isRemoved ? undefined : view, 'view')
}

const expectMayChange = (view: SavedView): void => {
  if (!view.mayChange) throw fail('forbidden', { permission: 'planning.configure' })
}

/** What everybody sees is arranged by those who plan. */
const expectMayShare = (tx: Tx, shared: boolean): void => {
  if (shared && !tx.may('planning.write')) throw fail('forbidden', { permission: 'planning.write' })
}

/** Of a personal view nobody is told; of one that stops being shared everybody is. */
const tell = (tx: Tx, view: SavedView, isSeen: boolean, removed: boolean): void => {
  if (isSeen) tx.emit(happened.board_view_changed({ viewId: view.id, name: view.name, removed }))
}

export const createView = command(
  'planning.create-view',
  read,
  async (tx, draft: ViewDraft): Promise<SavedView> => {
    expectMayShare(tx, draft.shared)
    const viewId = tx.newId()
    await insertBoardView(tx, viewId, draft)
    const view = await standing(tx, viewId)
    tell(tx, view, view.shared, false)
    return view
  },
)

type Change = { viewId: Id; version: number; draft: ViewDraft }

export const updateView = command(
  'planning.update-view',
  read,
  async (tx, { viewId, version, draft }: Change): Promise<SavedView> => {
    const before = await standing(tx, viewId)
    expectMayChange(before)
    if (!before.shared) expectMayShare(tx, draft.shared)
    // Made personal by somebody else, it would vanish from under its author.
    if (!before.mine && !draft.shared) throw fail('forbidden', { permission: 'planning.configure' })
    expectCurrent(await saveBoardView(tx, viewId, version, draft), before)
    const view = await standing(tx, viewId)
    tell(tx, view, before.shared || view.shared, !view.shared)
    return view
  },
)

type Removal = { viewId: Id; version: number }

export const removeView = command(
  'planning.remove-view',
  read,
  async (tx, { viewId, version }: Removal): Promise<SavedView> => {
    const before = await standing(tx, viewId)
    expectMayChange(before)
    expectCurrent(await markViewRemoved(tx, viewId, { version, removed: true }), before)
    tell(tx, before, before.shared, true)
    return (await get(tx, viewId)).view
  },
)

export const restoreView = command(
  'planning.restore-view',
  read,
  async (tx, { viewId }: { viewId: Id }): Promise<SavedView> => {
    const { view, isRemoved } = await get(tx, viewId)
    expectMayChange(view)
    if (!isRemoved) return view
    const { version } = view
    expectCurrent(await markViewRemoved(tx, viewId, { version, removed: false }), view)
    tell(tx, view, view.shared, false)
    return await standing(tx, viewId)
  },
)

export const chooseDefaultView = command(
  'planning.choose-default-view',
  read,
  async (tx, { viewId }: { viewId: Id | null }): Promise<{ viewId: Id | null }> => {
    if (viewId) await standing(tx, viewId)
    await setDefaultView(tx, viewId)
    return { viewId }
  },
)
