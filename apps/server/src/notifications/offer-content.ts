// What is said of a seat that is to change hands, as the search stands at this moment.
import type { Id } from '@regie/contract/kernel'
import type { OwnAsk } from '@regie/contract/own-relief'
import type { ReliefState } from '@regie/contract/relief'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { describeAsks, findAsks, findSearch, type Search } from '../relief/index.ts'
import type { Moments } from './moments.ts'
import type { Notice } from './store/notices.ts'
import type { Person } from './store/people.ts'

export type Offers = {
  readonly asks: ReadonlyMap<Id, OwnAsk>
  readonly searches: ReadonlyMap<Id, Search>
}

/** The asks and searches that some notices are about. */
export async function readOffers(tx: Tx, notices: readonly Notice[]): Promise<Offers> {
  const ids = notices.flatMap(({ kind, subjectId }) =>
    kind.startsWith('offer_') && subjectId ? [subjectId] : [],
  )
  const searches = new Map<Id, Search>()
  if (ids.length === 0) return { asks: new Map(), searches }
  const asks = await describeAsks(tx, await findAsks(tx, ids))
  for (const id of ids.filter((one) => asks.every((ask) => ask.id !== one))) {
    const search = await findSearch(tx, id)
    if (search) searches.set(id, search)
  }
  return { asks: new Map(asks.map((ask) => [ask.id, ask])), searches }
}

type Telling = {
  readonly notice: Notice | undefined
  readonly kind: 'offer_asked' | 'offer_settled'
  readonly moment: Moments
}

/** Undefined when there is nothing to say any more: what is settled is not asked. */
export function offerContent(
  { asks, searches }: Offers,
  { technicianId, language }: Person,
  { notice, kind, moment }: Telling,
) {
  const ask = asks.get(notice?.subjectId ?? '')
  const search = searches.get(notice?.subjectId ?? '')
  const slot = ask ?? search
  if (!slot) return undefined
  const say = words[language]
  const values = {
    title: slot.positionName ? `${slot.title} (${slot.positionName})` : slot.title,
    site: slot.siteName,
    city: slot.city,
    day: moment.day(slot.startsAt),
    time: moment.time(slot.startsAt),
    end: moment.time(slot.endsAt),
  }
  if (kind === 'offer_settled') {
    const outcome = ask ? say.missed[ask.requestState] : outcomeFor(search, technicianId, language)
    const { startsAt } = slot
    return outcome
      ? { kind, values: { ...values, outcome }, about: [], asks: [], startsAt }
      : undefined
  }
  if (!ask?.open || ask.state !== 'asked') return undefined
  const from = ask.from ? say.from(ask.from) : ask.kind === 'emergency' ? say.emergency : say.open
  const back = ask.inReturn
    ? say.inReturn(
        `${ask.inReturn.title}, ${moment.day(ask.inReturn.startsAt)} ${moment.time(ask.inReturn.startsAt)}`,
      )
    : ''
  const reason = [back, ask.reason].filter((part) => part !== '').join(' ')
  return {
    ...{ kind, values: { ...values, from, reason }, about: [], asks: [], askId: ask.id },
    startsAt: slot.startsAt,
    isUrgent: ask.kind === 'emergency',
  }
}

/** What became of it, for whoever gave it away and for whoever had said yes. */
function outcomeFor(
  search: Search | undefined,
  technicianId: Id,
  language: Language,
): string | undefined {
  if (!search) return undefined
  const say = words[language]
  if (technicianId === search.takerId)
    return search.state === 'refused' ? say.notApproved : undefined
  return say.given(search.state, search.takerName ?? '')
}

const words = {
  fr: {
    from: (name: string) => `${name} cède ce créneau :`,
    open: 'Un poste est à reprendre :',
    emergency: 'Urgence, vous êtes parmi les plus proches :',
    inReturn: (what: string) => `En échange de : ${what}.`,
    notApproved: 'le bureau n’a pas approuvé l’échange.',
    missed: {
      settled: 'c’est pourvu, merci.',
      refused: 'la demande a pris fin, merci.',
      expired: 'la demande a pris fin, merci.',
      cancelled: 'la demande est annulée, merci.',
    } as Partial<Record<ReliefState, string>>,
    given: (state: ReliefState, taker: string): string | undefined =>
      ({
        settled: `${taker} prend votre créneau.`,
        refused: 'le bureau n’a pas approuvé : le créneau reste à vous.',
        expired: 'personne ne l’a pris : le créneau reste à vous.',
        cancelled: 'la demande est annulée : voyez votre planning.',
      })[state as 'settled'],
  },
  en: {
    from: (name: string) => `${name} gives this slot away:`,
    open: 'A seat is to be taken over:',
    emergency: 'Emergency, you are among the nearest:',
    inReturn: (what: string) => `In return for: ${what}.`,
    notApproved: 'the office did not approve the swap.',
    missed: {
      settled: 'somebody has it, thank you.',
      refused: 'the request has ended, thank you.',
      expired: 'the request has ended, thank you.',
      cancelled: 'the request was cancelled, thank you.',
    } as Partial<Record<ReliefState, string>>,
    given: (state: ReliefState, taker: string): string | undefined =>
      ({
        settled: `${taker} takes your slot.`,
        refused: 'the office did not approve: the slot stays yours.',
        expired: 'nobody took it: the slot stays yours.',
        cancelled: 'the request was cancelled: see your plan.',
      })[state as 'settled'],
  },
}
