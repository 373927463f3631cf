// Pure rules of identity: links of invitations, the state of one, who may give which role.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@regie/contract/kernel'
import type { Role } from '@regie/contract/roles'

/** What a letter's link points at. `sent` is the row's version: a letter sent again takes the place of the earlier. */
export type InvitationLink = {
  readonly organizationId: Id
  readonly invitationId: Id
  readonly version: number
}

/** How long an invitation waits for its answer. */
export const INVITATION_DAYS = 7

const uuidBytes = (id: Id): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const toUuid = (bytes: Buffer): Id =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const signature = (secret: string, payload: Buffer): Buffer =>
  createHmac('sha256', secret).update('regie invitation\n').update(payload).digest()

const PAYLOAD_BYTES = 36

/** The link's token needs no storage: it names the row and is signed with the secret of the installation. */
export function makeInvitationToken(secret: string, link: InvitationLink): string {
  const version = Buffer.alloc(4)
  version.writeUInt32BE(link.version)
  const payload = Buffer.concat([
    uuidBytes(link.organizationId),
    uuidBytes(link.invitationId),
    version,
  ])
  return Buffer.concat([payload, signature(secret, payload)]).toString('base64url')
}

/** Undefined when the token was not made by us. */
export function readInvitationToken(secret: string, token: string): InvitationLink | undefined {
  const bytes = Buffer.from(token, 'base64url')
  const payload = bytes.subarray(0, PAYLOAD_BYTES)
  const expected = signature(secret, payload)
  const given = bytes.subarray(PAYLOAD_BYTES)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return {
    organizationId: toUuid(payload.subarray(0, 16)),
    invitationId: toUuid(payload.subarray(16, 32)),
    version: payload.readUInt32BE(32),
  }
}

/** Ids a fact speaks of, found anywhere in its payload: what the audit trail can be searched by. */
export function subjectsOf(payload: unknown): Id[] {
  const found = new Set<Id>()
  const look = (value: unknown): void => {
    if (typeof value === 'string' && UUID.test(value)) found.add(value.toLowerCase())
    else if (Array.isArray(value)) for (const one of value) look(one)
    else if (value && typeof value === 'object') look(Object.values(value))
  }
  look(payload)
  return [...found]
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Only an owner makes, changes or shuts out an owner. */
export const touchesOwner = (...roles: readonly Role[]): boolean => roles.includes('owner')
