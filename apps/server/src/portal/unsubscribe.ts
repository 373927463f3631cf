// The way out of offers: a page for people, and the same address by POST for mailboxes (RFC 8058).
import type { ReturnOf } from '@regie/contract/kernel'
import type { unsubscribe as contract } from '@regie/contract/portal-visit'
import type { FastifyInstance } from 'fastify'
import { type Actor, program } from '../platform/actor.ts'
import { coveredAddress } from '../platform/covered-address.ts'
import { fail } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import type { Mounting } from '../platform/module.ts'
import type { Services } from '../platform/services.ts'
import { unsubscribe } from './commands/wishes.ts'
import { findAddress, findWishes } from './store/addresses.ts'
import { nameOf } from './store/guests.ts'
import { idOfToken } from './tokens.ts'

type Subscription = ReturnOf<typeof contract>

async function enter(
  { secret, database }: Services,
  token: string,
): Promise<{ addressId: string; actor: Actor }> {
  const id = idOfToken(secret, 'offers', token)
  const address = id && (await findAddress(database, id))
  if (!address) throw fail('link_expired')
  const { organizationId, addressId, timeZone } = address
  return { addressId, actor: program(organizationId, 'portal.unsubscribe', timeZone) }
}

export async function readUnsubscribe(services: Services, token: string): Promise<Subscription> {
  const { addressId, actor } = await enter(services, token)
  return await services.work.read(actor, null, async (tx) => {
    const wishes = found(await findWishes(tx, addressId), 'address')
    const { organization } = await nameOf(tx)
    return {
      ...{
        organization,
        address: coveredAddress(wishes.address),
        offers: wishes.offersSince !== null,
      },
      language: wishes.language ?? actor.language,
    }
  })
}

export async function takeUnsubscribe(services: Services, token: string): Promise<Subscription> {
  const { addressId, actor } = await enter(services, token)
  await services.work.act(actor, unsubscribe, { addressId })
  return await readUnsubscribe(services, token)
}

/** Mailboxes post to the very address that people open. */
export async function mountUnsubscribe(
  app: FastifyInstance,
  { services }: Mounting,
): Promise<void> {
  app.post<{ Params: { token: string } }>('/u/:token', async ({ params }, reply) => {
    await takeUnsubscribe(services, params.token)
    return await reply.code(204).send()
  })
}
