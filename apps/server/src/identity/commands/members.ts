// What people do with members: their role, their access, themselves.
import type { Member } from '@regie/contract/identity'
import type { Id } from '@regie/contract/kernel'
import type { Language, Role } from '@regie/contract/roles'
import { fail } from '../../platform/errors.ts'
import { expectCurrent, found } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { touchesOwner } from '../model.ts'
import { endSessions } from '../store/crossing.ts'
import { countOwners, findMember, saveMember, setTechnician } from '../store/members.ts'
import { lockOrganization } from '../store/organizations.ts'

const manage = { permission: 'identity.manage-members' } as const

export const changeRole = command(
  'identity.change-role',
  manage,
  async (
    tx,
    { memberId, version, role }: { memberId: Id; version: number; role: Role },
  ): Promise<Member> => {
    await lockOrganization(tx)
    const before = found(await findMember(tx, memberId), 'member')
    expectRight(tx, before.role, role)
    if (role !== 'owner') await expectAnotherOwner(tx, before)
    expectCurrent(await saveMember(tx, memberId, version, { ...before, role }), before)
    if (role !== before.role)
      tx.emit(
        happened.member_role_changed({ memberId, name: before.name, from: before.role, to: role }),
      )
    return found(await findMember(tx, memberId), 'member')
  },
)

type Disabling = { memberId: Id; version: number; disabled: boolean }

/** Shuts a member out: every request from now on is refused, their sessions end, their live streams close. */
export const disableMember = command(
  'identity.disable-member',
  manage,
  async (tx, { memberId, version, disabled }: Disabling): Promise<Member> => {
    await lockOrganization(tx)
    const before = found(await findMember(tx, memberId), 'member')
    expectRight(tx, before.role)
    if (disabled) await expectAnotherOwner(tx, before)
    const disabledAt = disabled ? (before.disabledAt ?? tx.now()) : null
    expectCurrent(await saveMember(tx, memberId, version, { ...before, disabledAt }), before)
    if (disabled) await endSessions(tx, before.userId)
    tx.emit(happened.member_disabled({ memberId, name: before.name, disabled }))
    return found(await findMember(tx, memberId), 'member')
  },
)

function expectRight(tx: Tx, ...roles: readonly Role[]): void {
  if (touchesOwner(...roles) && !tx.may('identity.manage-owners'))
    throw fail('forbidden', { permission: 'identity.manage-owners' })
}

async function expectAnotherOwner(tx: Tx, member: Member): Promise<void> {
  if (member.role === 'owner' && !member.disabledAt && (await countOwners(tx)) < 2)
    throw fail('last_owner', { name: member.name })
}

type Profile = { version: number; name: string; language: Language | null }

export const changeProfile = command(
  'identity.change-profile',
  { permission: 'identity.use' },
  async (tx, { version, name, language }: Profile): Promise<Member> => {
    const before = found(await findMember(tx, tx.actor.memberId ?? ''), 'member')
    expectCurrent(await saveMember(tx, before.id, version, { ...before, name, language }), before)
    tx.emit(happened.member_changed({ memberId: before.id, name }))
    return found(await findMember(tx, before.id), 'member')
  },
)

export const recordSignIn = command(
  'identity.record-sign-in',
  { permission: 'identity.use' },
  async (tx, by: 'password' | 'link' | 'invitation' | 'setup'): Promise<undefined> => {
    const { memberId, name } = tx.actor
    if (memberId) tx.emit(happened.member_signed_in({ memberId, name, by }))
  },
)

/** Which technician a member is; told by workforce in its own command. Null: none any more. */
export async function linkTechnician(tx: Tx, memberId: Id, technicianId: Id | null): Promise<void> {
  const member = found(await findMember(tx, memberId), 'member')
  if (member.technicianId === technicianId) return
  await setTechnician(tx, memberId, technicianId)
  tx.emit(happened.member_linked({ memberId, name: member.name, technicianId }))
}
