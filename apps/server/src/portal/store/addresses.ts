// SQL of portal.addresses: what the holder of an address wishes, and whether they said yes to offers.
import type { Id, Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { Database } from '../../platform/db/database.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

export type Wishes = {
  readonly id: Id
  readonly address: string
  readonly name: string
  readonly language: Language | null
  readonly isWanted: boolean
  readonly offersSince: Instant | null
}

const columns = sql`id, address, name, language, is_wanted as "isWanted", offers_since as "offersSince"`

export async function wishesOf(
  tx: Tx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Wishes>> {
  const rows = await tx.rows(sql<Wishes>`
    select ${columns} from portal.addresses
    where organization_id = ${tx.actor.organizationId} and address = any(${[...addresses]}::text[])`)
  return new Map(rows.map((row) => [row.address, row]))
}

type Wish = {
  readonly address: string
  readonly name: string
  readonly language: Language
  readonly isWanted: boolean
  readonly offers: boolean
  readonly linkId: Id
  /** The sentence that was said yes to. */
  readonly words: string
}

/** A yes to offers keeps its moment; a no ends it, and its moment is kept, too. */
export const saveWish = (tx: Tx, wish: Wish): Promise<number> =>
  tx.run(sql`
    insert into portal.addresses as known (organization_id, id, address, name, language, is_wanted, spoke_by, offers_since, offers_words)
    values (${tx.actor.organizationId}, ${tx.newId()}, ${wish.address}, ${wish.name}, ${wish.language}, ${wish.isWanted}, ${wish.linkId},
      case when ${wish.offers} then ${tx.now()}::timestamptz end, case when ${wish.offers} then ${wish.words} else '' end)
    on conflict (organization_id, address) do update
    set name = excluded.name, language = excluded.language, is_wanted = excluded.is_wanted, spoke_by = excluded.spoke_by,
      offers_since = case when ${wish.offers} then coalesce(known.offers_since, excluded.offers_since) end,
      offers_words = case when ${wish.offers} and known.offers_since is null then excluded.offers_words else known.offers_words end,
      offers_ended_at = case when ${wish.offers} then null when known.offers_since is not null then ${tx.now()} else known.offers_ended_at end`)

/** Of everything the same person said yes with: who leaves by e-mail wants no SMS either. */
export const endOffers = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`
    update portal.addresses as address set offers_since = null, offers_ended_at = ${tx.now()}
    where address.organization_id = ${tx.actor.organizationId} and address.offers_since is not null
      and (address.id = ${id} or address.spoke_by = (
        select left_by.spoke_by from portal.addresses as left_by
        where left_by.organization_id = ${tx.actor.organizationId} and left_by.id = ${id}))`)

export const findWishes = (tx: Tx, id: Id): Promise<Wishes | undefined> =>
  tx.maybe(sql<Wishes>`
    select ${columns} from portal.addresses where organization_id = ${tx.actor.organizationId} and id = ${id}`)

/** Everybody who said yes, by address. */
export const offerReaders = (tx: Tx): Promise<Wishes[]> =>
  tx.rows(sql<Wishes>`
    select ${columns} from portal.addresses
    where organization_id = ${tx.actor.organizationId} and offers_since is not null order by address`)

export async function findAddress(
  database: Database,
  id: Id,
): Promise<{ organizationId: Id; addressId: Id; timeZone: string } | undefined> {
  const [address] = await database.ask(sql<{
    organizationId: Id
    addressId: Id
    timeZone: string
  }>`
    select organization_id as "organizationId", address_id as "addressId", time_zone as "timeZone" from portal.find_address(${id})`)
  return address
}
