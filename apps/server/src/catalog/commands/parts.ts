// What people do with parts.
import type { Id } from '@regie/contract/kernel'
import type { CatalogPart, CatalogPartDraft } from '@regie/contract/parts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { partHappened } from '../events.ts'
import { findPart, insertPart, markPartArchived, savePart } from '../store/parts.ts'

const write = { permission: 'catalog.write' } as const

const told = async (tx: Tx, partId: Id): Promise<CatalogPart> => {
  const part = found(await findPart(tx, partId), 'part')
  tx.emit(partHappened.part_changed({ partId, name: part.name }))
  return part
}

export const createPart = command(
  'catalog.create-part',
  write,
  async (tx, draft: CatalogPartDraft): Promise<CatalogPart> => {
    const partId = tx.newId()
    await insertPart(tx, partId, draft)
    return await told(tx, partId)
  },
)

type Change = { partId: Id; version: number; draft: CatalogPartDraft }

export const updatePart = command(
  'catalog.update-part',
  write,
  async (tx, { partId, version, draft }: Change): Promise<CatalogPart> => {
    const before = found(await findPart(tx, partId), 'part')
    expectCurrent(await savePart(tx, partId, version, draft), before)
    return await told(tx, partId)
  },
)

type Archiving = { partId: Id; version: number; archived: boolean }

export const archivePart = command(
  'catalog.archive-part',
  write,
  async (tx, { partId, version, archived }: Archiving): Promise<CatalogPart> => {
    const before = found(await findPart(tx, partId), 'part')
    expectCurrent(await markPartArchived(tx, partId, version, archived ? tx.now() : null), before)
    return await told(tx, partId)
  },
)
