import type { Invitation, InvitationDraft } from '@regie/contract/identity'
import type { Id, Instant } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

type Row = {
  id: Id
  version: number
  email: string
  name: string
  role: Role
  technician_id: Id | null
  state: 'pending' | 'accepted' | 'revoked'
  invited_by: string
  sent_at: Instant
  expires_at: Instant
}

const columns = sql`id, version, email, name, role, technician_id, state, invited_by, sent_at, expires_at`

const toInvitation = (row: Row, now: Instant): Invitation => ({
  id: row.id,
  version: row.version,
  email: row.email,
  name: row.name,
  role: row.role,
  technicianId: row.technician_id,
  state: row.state === 'pending' && row.expires_at <= now ? 'expired' : row.state,
  invitedBy: row.invited_by,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
})

export async function findInvitation(tx: Tx, invitationId: Id): Promise<Invitation | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from identity.invitations
    where organization_id = ${tx.actor.organizationId} and id = ${invitationId}`)
  return row && toInvitation(row, tx.now())
}

export async function findPendingInvitation(
  tx: Tx,
  email: string,
): Promise<Invitation | undefined> {
  const row = await tx.maybe(sql<Row>`
    select ${columns} from identity.invitations
    where organization_id = ${tx.actor.organizationId} and email = ${email} and state = 'pending'`)
  return row && toInvitation(row, tx.now())
}

export async function pendingInvitations(tx: Tx): Promise<Invitation[]> {
  const rows = await tx.rows(sql<Row>`
    select ${columns} from identity.invitations
    where organization_id = ${tx.actor.organizationId} and state = 'pending'
    order by sent_at desc, id desc
    limit 500`)
  return rows.map((row) => toInvitation(row, tx.now()))
}

type NewInvitation = InvitationDraft & {
  readonly id: Id
  readonly technicianId: Id | null
  readonly expiresAt: Instant
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx.run(sql`
    insert into identity.invitations (organization_id, id, email, name, role, technician_id, invited_by, sent_at, expires_at)
    values (${tx.actor.organizationId}, ${invitation.id}, ${invitation.email}, ${invitation.name}, ${invitation.role},
      ${invitation.technicianId}::uuid, ${tx.actor.name}, ${tx.now()}, ${invitation.expiresAt})`)
}

/** Sent again: the version moves on, and with it the link. */
export async function renewInvitation(tx: Tx, invitationId: Id, expiresAt: Instant): Promise<void> {
  await tx.run(sql`
    update identity.invitations
    set version = version + 1, sent_at = ${tx.now()}, expires_at = ${expiresAt}, invited_by = ${tx.actor.name}
    where organization_id = ${tx.actor.organizationId} and id = ${invitationId}`)
}

export async function closeInvitation(
  tx: Tx,
  invitationId: Id,
  state: 'accepted' | 'revoked',
): Promise<void> {
  await tx.run(sql`
    update identity.invitations set state = ${state}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${invitationId}`)
}
