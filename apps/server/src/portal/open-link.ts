// Who holds a link: let in for one visit, in the organisation that sent it, for as long as the link lives.
import { type Actor, program } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import { nameOf } from './store/guests.ts'
import { type FoundLink, findLink } from './store/links.ts'
import { idOfToken } from './tokens.ts'

export type Guest = { readonly link: FoundLink; readonly actor: Actor }

/** Refuses a link that is unknown, over or revoked; of one that was ours it says whom to ask. */
export async function openLink(services: Services, token: string): Promise<Guest> {
  const { database, secret, clock, work } = services
  const id = idOfToken(secret, 'visit', token)
  const link = id && (await findLink(database, id))
  if (!link) throw fail('link_expired')
  const actor = program(link.organizationId, link.name, link.timeZone)
  if (link.revokedAt !== null || Date.parse(link.expiresAt) <= clock())
    throw fail('link_expired', await work.read(actor, null, nameOf))
  return { link, actor }
}
