// What people do with equipment and vehicles.
import type { EquipmentDraft, EquipmentItem } from '@regie/contract/equipment'
import type { Id } from '@regie/contract/kernel'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { findTechnician } from '../../workforce/index.ts'
import { happened } from '../events.ts'
import { findItem, findItemByName, insertItem, markItemArchived, saveItem } from '../store/items.ts'

const write = { permission: 'equipment.write' } as const

export const createEquipment = command(
  'equipment.create-equipment',
  write,
  async (tx, draft: EquipmentDraft): Promise<EquipmentItem> => {
    await expectFits(tx, null, draft)
    const equipmentId = tx.newId()
    await insertItem(tx, equipmentId, draft)
    tx.emit(happened.equipment_created({ equipmentId, name: draft.name }))
    return found(await findItem(tx, equipmentId), 'equipment')
  },
)

type Change = { equipmentId: Id; version: number; draft: EquipmentDraft }

export const updateEquipment = command(
  'equipment.update-equipment',
  write,
  async (tx, { equipmentId, version, draft }: Change): Promise<EquipmentItem> => {
    const before = found(await findItem(tx, equipmentId), 'equipment')
    await expectFits(tx, equipmentId, draft)
    expectCurrent(await saveItem(tx, equipmentId, version, draft), before)
    tx.emit(happened.equipment_changed({ equipmentId, name: draft.name }))
    return found(await findItem(tx, equipmentId), 'equipment')
  },
)

type Archiving = { equipmentId: Id; version: number; archived: boolean }

export const archiveEquipment = command(
  'equipment.archive-equipment',
  write,
  async (tx, { equipmentId, version, archived }: Archiving): Promise<EquipmentItem> => {
    const before = found(await findItem(tx, equipmentId), 'equipment')
    // Another may have taken its name meanwhile.
    if (!archived) await expectNameFree(tx, equipmentId, before.name)
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markItemArchived(tx, equipmentId, version, archivedAt), before)
    tx.emit(happened.equipment_archived({ equipmentId, name: before.name, archived }))
    return found(await findItem(tx, equipmentId), 'equipment')
  },
)

const expectNameFree = (tx: Tx, self: Id | null, name: string): Promise<void> =>
  uniqueBy(name, (value) => findItemByName(tx, value), self, 'name')

async function expectFits(
  tx: Tx,
  self: Id | null,
  { name, technicianId }: EquipmentDraft,
): Promise<void> {
  await expectNameFree(tx, self, name)
  if (technicianId !== null) found(await findTechnician(tx, technicianId), 'technician')
}
