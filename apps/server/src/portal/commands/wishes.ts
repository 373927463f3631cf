// How clients wish to be written to. A yes to offers is theirs alone to give, and theirs to end with one tap.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { command } from '../../platform/work.ts'
import { endOffers, saveWish } from '../store/addresses.ts'
import type { FoundLink } from '../store/links.ts'
import { consentWords } from '../words.ts'

const may = { permission: 'portal.write' } as const

type Wishes = {
  readonly link: FoundLink
  readonly language: Language
  readonly email: boolean
  readonly sms: boolean
  readonly offers: boolean
}

export const saveWishes = command('portal.save-wishes', may, async (tx, wishes: Wishes) => {
  const { link, language, offers } = wishes
  const shared = {
    ...{ name: link.name, linkId: link.linkId, language, offers },
    words: consentWords[language],
  }
  if (link.email !== '')
    await saveWish(tx, { ...shared, address: link.email, isWanted: wishes.email })
  if (link.mobile !== '')
    await saveWish(tx, { ...shared, address: link.mobile, isWanted: wishes.sms })
})

/** Done already is done. */
export const unsubscribe = command(
  'portal.unsubscribe',
  may,
  (tx, { addressId }: { addressId: Id }) => endOffers(tx, addressId),
)
