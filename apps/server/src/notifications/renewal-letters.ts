// The warning before a contract is to be renewed: to who plans, once for each date.
import type { Contract } from '@regie/contract/contracts'
import type { Id, LocalDate } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { command } from '../platform/work.ts'
import { findContract } from '../work-orders/index.ts'
import { localDay, sayDate } from './moments.ts'
import { writeToOffice } from './office-letters.ts'
import { nameOfOrganization } from './store/people.ts'

type Told = { contractId: Id; renewsOn: LocalDate; publicUrl: string }

export const tellOfficeOfRenewal = command(
  'notifications.tell-office-of-renewal',
  { permission: 'notifications.read' },
  async (tx, { contractId, renewsOn, publicUrl }: Told): Promise<void> => {
    const { timeZone } = await nameOfOrganization(tx)
    const today = localDay(tx.now(), timeZone)
    const contract = await findContract(tx, contractId, today)
    // Renewed, ended or moved since: there is nothing to warn of, or another warning is on its way.
    if (!contract || contract.renewsOn !== renewsOn || contract.state === 'ended') return
    const days = (Date.parse(renewsOn) - Date.parse(today)) / 86_400_000
    await writeToOffice(tx, {
      kind: 'contract_renewal',
      target: { kind: 'contract', id: contractId },
      link: `${publicUrl}/contracts/${contractId}`,
      say: (language) => say(contract, language, days),
    })
  },
)

function say(contract: Contract, language: Language, days: number) {
  const { reference, name, clientName, seriesCount, openVisits, endsOn, renewsOn } = contract
  const words = sentences[language]
  const when = sayDate(renewsOn ?? '', language)
  const lines = [
    `${words.due(`${reference} ${name}`, when)} ${days < 0 ? words.past(-days) : words.ahead(days)}`,
    words.holds(seriesCount, openVisits),
    ...(endsOn === null ? [] : [words.ends(sayDate(endsOn, language))]),
  ]
  return { title: `${reference} ${name}`, client: clientName, when, lines: lines.join('\n') }
}

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count > 1 ? many : one}`

const sentences = {
  fr: {
    due: (contract: string, when: string) => `Le contrat ${contract} est à renouveler le ${when}`,
    ahead: (days: number) =>
      days === 0 ? ': aujourd’hui.' : `: dans ${plural(days, 'jour', 'jours')}.`,
    past: (days: number) => `: la date est passée depuis ${plural(days, 'jour', 'jours')}.`,
    holds: (series: number, visits: number) =>
      `${plural(series, 'série', 'séries')}, ${plural(visits, 'passage', 'passages')} encore à faire parmi ceux déjà créés.`,
    ends: (on: string) => `Sans renouvellement, il finit le ${on}.`,
  },
  en: {
    due: (contract: string, when: string) => `The contract ${contract} is to be renewed on ${when}`,
    ahead: (days: number) => (days === 0 ? ': today.' : `: in ${plural(days, 'day', 'days')}.`),
    past: (days: number) => `: that was ${plural(days, 'day', 'days')} ago.`,
    holds: (series: number, visits: number) =>
      `${plural(series, 'series', 'series')}, ${plural(visits, 'visit', 'visits')} still to be done among those already made.`,
    ends: (on: string) => `Unless renewed, it ends on ${on}.`,
  },
} as const satisfies Record<Language, unknown>
