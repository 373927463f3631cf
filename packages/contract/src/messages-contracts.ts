// What the office hears of contracts, as shipped.
import type { Kind } from './message-kind.ts'

/** `when` is the day of the renewal; `lines` says how far it is, what stands in the contract and what is still planned. */
export const contractMessages = {
  contract_renewal: {
    audience: 'office',
    channels: ['email'],
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'title', 'client', 'when', 'lines', 'link'],
    texts: {
      fr: {
        long: {
          subject: 'À renouveler le {when} : {title} ({client})',
          body: 'Bonjour {name},\n\n{lines}\n\n{link}',
        },
        short: 'À renouveler le {when} : {title} ({client})',
      },
      en: {
        long: {
          subject: 'To renew on {when}: {title} ({client})',
          body: 'Hello {name},\n\n{lines}\n\n{link}',
        },
        short: 'To renew on {when}: {title} ({client})',
      },
    },
  },
} as const satisfies Record<string, Kind>
