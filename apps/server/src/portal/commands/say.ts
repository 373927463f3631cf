// What every answer of a client leads to: it is kept, stands in the log, and the office hears of it where somebody has to act.
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { keepClientReply, tellOffice } from '../../notifications/index.ts'
import type { Tx } from '../../platform/work.ts'
import { insertAnswer, type NewAnswer } from '../store/answers.ts'
import type { FoundLink } from '../store/links.ts'
import type { Visit } from '../store/visits.ts'
import { momentsOf, saidWords } from '../words.ts'

type Said = {
  readonly visit: Visit
  readonly answer: Omit<NewAnswer, 'workOrderId' | 'linkId' | 'name'>
  /** The office is to know at once. */
  readonly isNews: boolean
}

export async function say(
  tx: Tx,
  link: Pick<FoundLink, 'linkId' | 'name' | 'workOrderId'>,
  { visit, answer, isNews }: Said,
): Promise<void> {
  const { linkId, name, workOrderId } = link
  await insertAnswer(tx, { ...answer, linkId, name, workOrderId })
  await keepClientReply(tx, workOrderId, lineOf(tx, 'fr', answer))
  if (isNews)
    await tellOffice(tx, {
      workOrderId,
      values: { fr: newsOf(tx, 'fr', visit, answer), en: newsOf(tx, 'en', visit, answer) },
    })
}

function lineOf(tx: Tx, language: Language, answer: Said['answer']): string {
  const words = saidWords[language]
  const when = answer.startsAt ? momentsOf(language, tx.actor.timeZone).moment(answer.startsAt) : ''
  switch (answer.kind) {
    case 'confirmed':
      return words.confirmed
    case 'moved':
      return words.moved(when)
    case 'time_asked':
      return words.time_asked(when)
    case 'call_wanted':
      return answer.comment ? `${words.call_wanted} : ${answer.comment}` : words.call_wanted
    case 'rated':
      return words.rated(answer.stars ?? 0, answer.comment ?? '')
    default:
      return answer.kind satisfies never
  }
}

function newsOf(
  tx: Tx,
  language: Language,
  visit: Visit,
  answer: Said['answer'],
): Record<string, string> {
  const { day, time } = momentsOf(language, tx.actor.timeZone)
  const { clientName: client, title, siteName: site, startsAt } = visit
  return {
    ...{ client, title, site, word: lineOf(tx, language, answer) },
    day: startsAt ? day(startsAt) : '',
    time: startsAt ? time(startsAt) : '',
    link: '',
  }
}

/** Names of a visit for its events. */
export const namesOf = ({
  workOrderId,
  reference,
  clientName,
}: Visit): {
  workOrderId: Id
  reference: string
  clientName: string
} => ({ workOrderId, reference, clientName })
