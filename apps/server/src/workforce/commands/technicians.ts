// What people do with technicians.
import type { Id } from '@regie/contract/kernel'
import type { Technician, TechnicianDraft } from '@regie/contract/workforce'
import { expectCurrent, found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { colourOf } from '../model.ts'
import { expectKnown } from '../queries.ts'
import {
  countTechnicians,
  findTechnician,
  findTechnicianByExternalId,
  insertTechnician,
  markTechnicianArchived,
  saveTechnician,
} from '../store/technicians.ts'

const write = { permission: 'workforce.write' } as const

export const createTechnician = command(
  'workforce.create-technician',
  write,
  async (tx, draft: TechnicianDraft): Promise<Technician> => {
    await expectFits(tx, null, draft)
    const technicianId = tx.newId()
    const colour = draft.colour ?? colourOf(await countTechnicians(tx))
    await insertTechnician(tx, technicianId, { ...draft, colour })
    tx.emit(happened.technician_created({ technicianId, name: draft.name }))
    return found(await findTechnician(tx, technicianId), 'technician')
  },
)

type Change = { technicianId: Id; version: number; draft: TechnicianDraft }

export const updateTechnician = command(
  'workforce.update-technician',
  write,
  async (tx, { technicianId, version, draft }: Change): Promise<Technician> => {
    const before = found(await findTechnician(tx, technicianId), 'technician')
    await expectFits(tx, technicianId, draft)
    const colour = draft.colour ?? before.colour
    expectCurrent(await saveTechnician(tx, technicianId, version, { ...draft, colour }), before)
    tx.emit(happened.technician_changed({ technicianId, name: draft.name }))
    return found(await findTechnician(tx, technicianId), 'technician')
  },
)

type Archiving = { technicianId: Id; version: number; archived: boolean }

export const archiveTechnician = command(
  'workforce.archive-technician',
  write,
  async (tx, { technicianId, version, archived }: Archiving): Promise<Technician> => {
    const before = found(await findTechnician(tx, technicianId), 'technician')
    const archivedAt = archived ? tx.now() : null
    expectCurrent(await markTechnicianArchived(tx, technicianId, version, archivedAt), before)
    tx.emit(happened.technician_archived({ technicianId, name: before.name, archived }))
    return found(await findTechnician(tx, technicianId), 'technician')
  },
)

async function expectFits(tx: Tx, self: Id | null, draft: TechnicianDraft): Promise<void> {
  const { externalId, skills, certifications } = draft
  const find = (value: string) => findTechnicianByExternalId(tx, value)
  await uniqueBy(externalId, find, self, 'externalId')
  await expectKnown(tx, [{ skills, certificationKindIds: certifications.map((one) => one.kindId) }])
}
