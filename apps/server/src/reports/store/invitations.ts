// SQL of reports.invitations.
import type { Id, Instant } from '@regie/contract/kernel'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Invitation = {
  readonly id: Id
  readonly reportId: Id
  readonly channel: 'email' | 'sms'
  readonly email: string
  /** E.164; empty by e-mail. */
  readonly phone: string
  readonly name: string
  /** As it stood when the document was frozen; null on links from before it was kept. */
  readonly consentVersion: number | null
  readonly consentText: string | null
  readonly codeHash: string | null
  readonly codeSentAt: Instant | null
  readonly codesSent: number
  readonly wrongCodes: number
  readonly expiresAt: Instant
}
const columns = sql`id, report_id as "reportId", channel, email, phone, name, consent_version as "consentVersion",
  consent_text as "consentText", code_hash as "codeHash", code_sent_at as "codeSentAt",
  codes_sent as "codesSent", wrong_codes as "wrongCodes", expires_at as "expiresAt"`

/** The open invitation of a link, locked: two who use it follow one another. */
export const findInvitation = (
  tx: Tx,
  tokenHash: string,
  { lock = false } = {},
): Promise<Invitation | undefined> =>
  tx.maybe(sql<Invitation>`
    select ${columns} from reports.invitations
    where organization_id = ${tx.actor.organizationId} and token_hash = ${tokenHash} and state = 'open'
    ${lock ? sql`for update` : sql``}`)

export const openInvitationOf = (tx: Tx, reportId: Id): Promise<Invitation | undefined> =>
  tx.maybe(sql<Invitation>`
    select ${columns} from reports.invitations
    where organization_id = ${tx.actor.organizationId} and report_id = ${reportId} and state = 'open'
    order by id desc limit 1`)

type NewInvitation = Pick<
  Invitation,
  'id' | 'reportId' | 'channel' | 'email' | 'phone' | 'name' | 'expiresAt'
> & {
  readonly tokenHash: string
  readonly consent: { readonly version: number; readonly text: string }
  readonly commandId: Id | null
}

/** Whether this command of a phone has sent a link already. */
export async function isInvitationKnown(tx: Tx, commandId: Id): Promise<boolean> {
  const row = await tx.maybe(sql<{ id: Id }>`
    select id from reports.invitations
    where organization_id = ${tx.actor.organizationId} and command_id = ${commandId}`)
  return row !== undefined
}

export async function insertInvitation(tx: Tx, one: NewInvitation): Promise<void> {
  const { channel, email, phone, name, consent } = one
  await tx.run(sql`
    insert into reports.invitations (organization_id, id, report_id, channel, email, phone, name, token_hash, expires_at, state,
      consent_version, consent_text, command_id)
    values (${tx.actor.organizationId}, ${one.id}, ${one.reportId}, ${channel}, ${email}, ${phone}, ${name}, ${one.tokenHash},
      ${one.expiresAt}, 'open', ${consent.version}, ${consent.text}, ${one.commandId}::uuid)`)
}

export async function closeInvitations(
  tx: Tx,
  reportId: Id,
  state: 'used' | 'withdrawn',
): Promise<void> {
  await tx.run(sql`
    update reports.invitations set state = ${state}
    where organization_id = ${tx.actor.organizationId} and report_id = ${reportId} and state = 'open'`)
}

export async function keepCode(tx: Tx, id: Id, codeHash: string): Promise<void> {
  await tx.run(sql`
    update reports.invitations
    set code_hash = ${codeHash}, code_sent_at = ${tx.now()}, codes_sent = codes_sent + 1, wrong_codes = 0
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}

export async function countWrongCode(tx: Tx, id: Id): Promise<void> {
  await tx.run(sql`
    update reports.invitations set wrong_codes = wrong_codes + 1
    where organization_id = ${tx.actor.organizationId} and id = ${id}`)
}
