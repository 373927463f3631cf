// What people do with absences.
import type { Id } from '@regie/contract/kernel'
import type { Absence, AbsenceDraft } from '@regie/contract/workforce'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { deleteAbsence, findAbsence, insertAbsence, saveAbsence } from '../store/absences.ts'
import { findTechnician } from '../store/technicians.ts'

const write = { permission: 'workforce.write' } as const

type Creation = { technicianId: Id; draft: AbsenceDraft }

export const createAbsence = command(
  'workforce.create-absence',
  write,
  async (tx, { technicianId, draft }: Creation): Promise<Absence> => {
    const { name } = found(await findTechnician(tx, technicianId), 'technician')
    const absenceId = tx.newId()
    await insertAbsence(tx, technicianId, absenceId, draft)
    tx.emit(happened.absence_changed({ technicianId, absenceId, name, span: draft.span }))
    return found(await findAbsence(tx, technicianId, absenceId), 'absence')
  },
)

type Change = { technicianId: Id; absenceId: Id; version: number; draft: AbsenceDraft }

export const updateAbsence = command(
  'workforce.update-absence',
  write,
  async (tx, { technicianId, absenceId, version, draft }: Change): Promise<Absence> => {
    const { name } = found(await findTechnician(tx, technicianId), 'technician')
    const before = found(await findAbsence(tx, technicianId, absenceId), 'absence')
    expectCurrent(await saveAbsence(tx, absenceId, version, draft), before)
    tx.emit(happened.absence_changed({ technicianId, absenceId, name, span: draft.span }))
    return found(await findAbsence(tx, technicianId, absenceId), 'absence')
  },
)

export const removeAbsence = command(
  'workforce.remove-absence',
  write,
  async (
    tx,
    { technicianId, absenceId }: { technicianId: Id; absenceId: Id },
  ): Promise<undefined> => {
    const { name } = found(await findTechnician(tx, technicianId), 'technician')
    const { span } = found(await findAbsence(tx, technicianId, absenceId), 'absence')
    await deleteAbsence(tx, absenceId)
    tx.emit(happened.absence_removed({ technicianId, absenceId, name, span }))
  },
)
