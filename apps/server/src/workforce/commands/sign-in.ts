// Who signs in as which technician.
import type { Invitation } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { Technician } from '@regie/contract/workforce'
import { inviteMember, linkTechnician } from '../../identity/index.ts'
import { fail } from '../../platform/errors.ts'
import { found } from '../../platform/guards.ts'
import { command } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { findTechnician } from '../store/technicians.ts'

type Link = { technicianId: Id; memberId: Id | null }

export const linkTechnicianToMember = command(
  'workforce.link-technician',
  { permission: 'workforce.invite' },
  async (tx, { technicianId, memberId }: Link): Promise<Technician> => {
    const before = found(await findTechnician(tx, technicianId), 'technician')
    if (before.memberId && before.memberId !== memberId)
      await linkTechnician(tx, before.memberId, null)
    if (memberId) await linkTechnician(tx, memberId, technicianId)
    tx.emit(happened.technician_linked({ technicianId, name: before.name, memberId }))
    return found(await findTechnician(tx, technicianId), 'technician')
  },
)

export const inviteTechnician = command(
  'workforce.invite-technician',
  { permission: 'workforce.invite' },
  async (tx, { technicianId, email }: { technicianId: Id; email: string }): Promise<Invitation> => {
    const technician = found(await findTechnician(tx, technicianId), 'technician')
    if (technician.memberId)
      throw fail('already_exists', { what: technician.name, field: 'memberId' })
    return await inviteMember(tx, {
      email,
      name: technician.name,
      role: 'technician',
      technicianId,
    })
  },
)
