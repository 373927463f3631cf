// SQL of planning.board_views and planning.default_views.
import type { KeptBoard, SavedView, ViewDraft } from '@regie/contract/board-views'
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  author_id: Id
  author_name: string
  name: string
  shared: boolean
  board: KeptBoard
  changed_at: Instant
  removed_at: Instant | null
  is_default: boolean
}

/** A view as whoever asks sees it, and whether it was removed. */
export type StoredView = { readonly view: SavedView; readonly isRemoved: boolean }

const toStored = (tx: Tx, row: Row): StoredView => {
  const mine = row.author_id === tx.actor.memberId
  return {
    isRemoved: row.removed_at !== null,
    view: {
      id: row.id,
      version: row.version,
      name: row.name,
      shared: row.shared,
      board: row.board,
      authorName: row.author_name,
      mine,
      mayChange: mine || (row.shared && tx.may('planning.configure')),
      isDefault: row.is_default,
      changedAt: row.changed_at,
    },
  }
}

/** Mine and those shared with me; of others nobody needs to know that they exist. */
const seen = (tx: Tx) => sql`
    select one.id, one.version, one.author_id, one.author_name, one.name, one.shared, one.board, one.changed_at, one.removed_at,
      exists (
        select from planning.default_views as chosen
        where chosen.organization_id = one.organization_id and chosen.view_id = one.id
          and chosen.member_id = ${tx.actor.memberId}::uuid) as is_default
    from planning.board_views as one
    where one.organization_id = ${tx.actor.organizationId} and (one.shared or one.author_id = ${tx.actor.memberId}::uuid)`

export async function listBoardViews(tx: Tx): Promise<SavedView[]> {
  const rows = await tx.rows(sql<Row>`
    ${seen(tx)} and one.removed_at is null order by platform.fold(one.name), one.id`)
  return rows.map((row) => toStored(tx, row).view)
}

export async function findBoardView(tx: Tx, viewId: Id): Promise<StoredView | undefined> {
  const row = await tx.maybe(sql<Row>`${seen(tx)} and one.id = ${viewId}`)
  return row && toStored(tx, row)
}

export async function insertBoardView(tx: Tx, viewId: Id, draft: ViewDraft): Promise<void> {
  const { organizationId, memberId, name } = tx.actor
  await tx.run(sql`
    insert into planning.board_views (organization_id, id, author_id, author_name, name, shared, board, changed_at)
    values (${organizationId}, ${viewId}, ${memberId}::uuid, ${name}, ${draft.name}, ${draft.shared},
      ${JSON.stringify(draft.board)}::jsonb, ${tx.now()})`)
}

/** False when somebody else has saved since. */
export async function saveBoardView(
  tx: Tx,
  viewId: Id,
  version: number,
  { name, shared, board }: ViewDraft,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update planning.board_views
    set name = ${name}, shared = ${shared}, board = ${JSON.stringify(board)}::jsonb, changed_at = ${tx.now()}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${viewId} and version = ${version} and removed_at is null`)
  return changed === 1
}

/** Takes a view away or brings it back; false when it had moved on. */
export async function markViewRemoved(
  tx: Tx,
  viewId: Id,
  { version, removed }: { version: number; removed: boolean },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update planning.board_views
    set removed_at = ${removed ? tx.now() : null}::timestamptz, changed_at = ${tx.now()}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${viewId} and version = ${version}`)
  return changed === 1
}

/** Null: the plain board again. */
export async function setDefaultView(tx: Tx, viewId: Id | null): Promise<void> {
  const { organizationId, memberId } = tx.actor
  await tx.run(sql`
    delete from planning.default_views where organization_id = ${organizationId} and member_id = ${memberId}::uuid`)
  if (viewId)
    await tx.run(sql`
      insert into planning.default_views (organization_id, member_id, view_id)
      values (${organizationId}, ${memberId}::uuid, ${viewId})`)
}
