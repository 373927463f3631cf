// What people do with priorities.
import type { Priority, PriorityDraft } from '@regie/contract/catalog'
import type { Id } from '@regie/contract/kernel'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import {
  findPriority,
  insertPriority,
  markPriorityArchived,
  savePriority,
} from '../store/priorities.ts'

const write = { permission: 'catalog.write' } as const

export const createPriority = command(
  'catalog.create-priority',
  write,
  async (tx, draft: PriorityDraft): Promise<Priority> => {
    const priorityId = tx.newId()
    await insertPriority(tx, priorityId, draft)
    tx.emit(happened.priority_changed({ priorityId, name: draft.name }))
    return found(await findPriority(tx, priorityId), 'priority')
  },
)

type Change = { priorityId: Id; version: number; draft: PriorityDraft }

export const updatePriority = command(
  'catalog.update-priority',
  write,
  async (tx, { priorityId, version, draft }: Change): Promise<Priority> => {
    const before = found(await findPriority(tx, priorityId), 'priority')
    expectCurrent(await savePriority(tx, priorityId, version, draft), before)
    tx.emit(happened.priority_changed({ priorityId, name: draft.name }))
    return found(await findPriority(tx, priorityId), 'priority')
  },
)

type Archiving = { priorityId: Id; version: number; archived: boolean }

export const archivePriority = command(
  'catalog.archive-priority',
  write,
  async (tx, { priorityId, version, archived }: Archiving): Promise<Priority> => {
    const before = found(await findPriority(tx, priorityId), 'priority')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markPriorityArchived(tx, priorityId, version, archivedAt), before)
    tx.emit(happened.priority_changed({ priorityId, name: before.name }))
    return found(await findPriority(tx, priorityId), 'priority')
  },
)
