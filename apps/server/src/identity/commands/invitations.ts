// Inviting people, and answering an invitation.
import type { Invitation, InvitationDraft, Member } from '@regie/contract/identity'
import type { Id, Instant } from '@regie/contract/kernel'
import { fail } from '../../platform/errors.ts'
import { found, uniqueBy } from '../../platform/guards.ts'
import { command, type Tx } from '../../platform/work.ts'
import { happened } from '../events.ts'
import { sendInvitation } from '../letters.ts'
import { INVITATION_DAYS, touchesOwner } from '../model.ts'
import {
  closeInvitation,
  findInvitation,
  findPendingInvitation,
  insertInvitation,
  renewInvitation,
} from '../store/invitations.ts'
import { findMemberByEmail } from '../store/members.ts'
import { lockOrganization } from '../store/organizations.ts'
import { join } from './organizations.ts'

const manage = { permission: 'identity.manage-members' } as const
const DAY_MS = 86_400_000

const expiry = (tx: Tx): Instant =>
  new Date(Date.parse(tx.now()) + INVITATION_DAYS * DAY_MS).toISOString()

export const invite = command(
  'identity.invite',
  manage,
  (tx, draft: InvitationDraft): Promise<Invitation> =>
    inviteMember(tx, { ...draft, technicianId: null }),
)

/** Invites somebody in the caller's transaction; with a technician, who joins becomes that technician. */
export async function inviteMember(
  tx: Tx,
  draft: InvitationDraft & { readonly technicianId: Id | null },
): Promise<Invitation> {
  expectOwnersRight(tx, draft.role)
  await uniqueBy(draft.email, (email) => findMemberByEmail(tx, email), null, 'email')
  await uniqueBy(draft.email, (email) => findPendingInvitation(tx, email), null, 'email')
  const invitationId = tx.newId()
  await insertInvitation(tx, { ...draft, id: invitationId, expiresAt: expiry(tx) })
  const { email, role, technicianId } = draft
  tx.emit(happened.member_invited({ invitationId, email, role, technicianId }))
  await tx.enqueue(sendInvitation, { invitationId, version: 1 })
  return found(await findInvitation(tx, invitationId), 'invitation')
}

type Chosen = { invitationId: Id }

export const resendInvitation = command(
  'identity.resend-invitation',
  manage,
  async (tx, { invitationId }: Chosen): Promise<Invitation> => {
    const before = await openOne(tx, invitationId)
    await renewInvitation(tx, invitationId, expiry(tx))
    tx.emit(happened.invitation_resent({ invitationId, email: before.email, role: before.role }))
    await tx.enqueue(sendInvitation, { invitationId, version: before.version + 1 })
    return found(await findInvitation(tx, invitationId), 'invitation')
  },
)

export const revokeInvitation = command(
  'identity.revoke-invitation',
  manage,
  async (tx, { invitationId }: Chosen): Promise<Invitation> => {
    const before = await openOne(tx, invitationId)
    await closeInvitation(tx, invitationId, 'revoked')
    tx.emit(happened.invitation_revoked({ invitationId, email: before.email, role: before.role }))
    return found(await findInvitation(tx, invitationId), 'invitation')
  },
)

async function openOne(tx: Tx, invitationId: Id): Promise<Invitation> {
  await lockOrganization(tx)
  const invitation = found(await findInvitation(tx, invitationId), 'invitation')
  expectOwnersRight(tx, invitation.role)
  if (invitation.state !== 'pending' && invitation.state !== 'expired')
    throw fail('wrong_state', { state: invitation.state })
  return invitation
}

type Answer = { invitationId: Id; version: number; userId: Id; name: string }

/** The invited person joins; the link then has done its work. */
export const acceptInvitation = command(
  'identity.accept-invitation',
  { permission: 'identity.provision' },
  async (tx, { invitationId, version, userId, name }: Answer): Promise<Member> => {
    await lockOrganization(tx)
    const invitation = await validInvitation(tx, invitationId, version)
    await uniqueBy(invitation.email, (email) => findMemberByEmail(tx, email), null, 'email')
    await closeInvitation(tx, invitationId, 'accepted')
    const { email, role, technicianId } = invitation
    return await join(tx, { userId, name, email, role, technicianId })
  },
)

/** The invitation a link points at, or 410 when it was used, taken back, sent again or is too old. */
export async function validInvitation(
  tx: Tx,
  invitationId: Id,
  version: number,
): Promise<Invitation> {
  const invitation = await findInvitation(tx, invitationId)
  if (invitation?.state !== 'pending' || invitation.version !== version) throw fail('link_expired')
  return invitation
}

function expectOwnersRight(tx: Tx, role: Invitation['role']): void {
  if (touchesOwner(role) && !tx.may('identity.manage-owners'))
    throw fail('forbidden', { permission: 'identity.manage-owners' })
}
