// What the office is told of a search: written as it stands when it is told.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { command } from '../platform/work.ts'
import { asksOf, findSearch, type Search } from '../relief/index.ts'
import { type Moments, momentsOf } from './moments.ts'
import { reliefPlace, writeToOffice } from './office-letters.ts'
import { nameOfOrganization } from './store/people.ts'

export type Why = 'deadline' | 'nobody_left' | 'unanswered' | 'approve' | 'emergency' | 'proposed'

type Alarm = { requestId: Id; why: Why; publicUrl: string }

export const tellOfficeOfSearch = command(
  'notifications.tell-office-of-search',
  { permission: 'notifications.read' },
  async (tx, { requestId, why, publicUrl }: Alarm): Promise<void> => {
    const search = await findSearch(tx, requestId)
    if (!search || isStale(search, why)) return
    const asked = (await asksOf(tx, [requestId])).length
    const { timeZone } = await nameOfOrganization(tx)
    await writeToOffice(tx, {
      kind: why === 'approve' || why === 'proposed' ? 'office_decision' : 'office_alarm',
      target: { kind: 'relief', id: requestId },
      link: reliefPlace(publicUrl, requestId),
      say: (language) =>
        say(search, { why, asked, language, moment: momentsOf(language, timeZone) }),
    })
  },
)

/** What was settled before anybody could be told of it. */
const isStale = ({ state }: Search, why: Why): boolean =>
  why === 'deadline'
    ? state === 'settled' || state === 'cancelled'
    : why !== 'emergency' && state !== 'asking' && state !== 'to_approve' && state !== 'proposed'

type Telling = {
  readonly why: Why
  readonly asked: number
  readonly language: Language
  readonly moment: Moments
}

function say(search: Search, { why, asked, language, moment }: Telling) {
  const { title, siteName, city, positionName, startsAt, endsAt, fromName, takerName, state } =
    search
  const words = sentences[language]
  const names = { from: fromName ?? '', taker: takerName ?? '', asked }
  const what = why === 'deadline' && state === 'expired' ? 'expired' : why
  const seat = positionName ? ` (${positionName})` : ''
  const when =
    search.kind === 'emergency'
      ? ''
      : ` · ${moment.day(startsAt)} ${moment.time(startsAt)}–${moment.time(endsAt)}`
  return {
    title: `${title}${seat}, ${siteName}`,
    lines: `${words[what](names)}\n${title}${seat} · ${siteName}${city ? `, ${city}` : ''}${when}`,
  }
}

type Names = { readonly from: string; readonly taker: string; readonly asked: number }

const sentences: Readonly<
  Record<Language, Readonly<Record<Why | 'expired', (names: Names) => string>>>
> = {
  fr: {
    deadline: ({ asked }) =>
      `Personne n’a encore pris ce poste (${asked} demandes), et la limite est atteinte.`,
    expired: ({ from, asked }) =>
      from
        ? `Personne n’a pris le créneau de ${from} (${asked} demandes) : la demande a pris fin.`
        : 'Personne n’a pris ce poste : la demande a pris fin.',
    nobody_left: ({ asked }) => `Plus personne à demander : ${asked} demandes, aucun oui.`,
    unanswered: ({ asked }) => `Urgence sans réponse (${asked} demandes).`,
    approve: ({ from, taker }) =>
      `${taker} reprend le créneau de ${from || 'ce poste'}. À vous d’approuver.`,
    emergency: ({ asked }) =>
      `Urgence : ${asked} ${asked > 1 ? 'techniciens sont appelés' : 'technicien est appelé'}, les plus proches d’abord.`,
    proposed: ({ from }) =>
      `${from || 'Le technicien'} ne peut pas. Des remplaçants sont proposés.`,
  },
  en: {
    deadline: ({ asked }) =>
      `Nobody has taken this seat yet (${asked} asked), and the limit is reached.`,
    expired: ({ from, asked }) =>
      from
        ? `Nobody took the slot of ${from} (${asked} asked): the request has ended.`
        : 'Nobody took this seat: the request has ended.',
    nobody_left: ({ asked }) => `Nobody is left to ask: ${asked} asked, no yes.`,
    unanswered: ({ asked }) => `Emergency without an answer (${asked} asked).`,
    approve: ({ from, taker }) => `${taker} takes over from ${from || 'nobody'}. Yours to approve.`,
    emergency: ({ asked }) =>
      `Emergency: ${asked} ${asked > 1 ? 'technicians are' : 'technician is'} called, the nearest first.`,
    proposed: ({ from }) => `${from || 'The technician'} cannot come. Replacements are proposed.`,
  },
}
