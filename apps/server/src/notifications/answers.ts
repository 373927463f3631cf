// Yes or no without an account: by the link of a message, or by answering the SMS. Looking never changes anything.

import type { AnswerPage } from '@regie/contract/answer-links'
import type { Id } from '@regie/contract/kernel'
import type { Assignment } from '@regie/contract/planning'
import type { PollAnswer } from '@regie/contract/polls'
import type { Language } from '@regie/contract/roles'
import { readReply } from '@regie/contract/sms'
import { acceptAssignment, declineAssignment, describeAssignments } from '../planning/index.ts'
import { type Actor, program } from '../platform/actor.ts'
import { fail, Refusal } from '../platform/errors.ts'
import { found } from '../platform/guards.ts'
import { toMobile } from '../platform/phone.ts'
import type { Services } from '../platform/services.ts'
import { command, type Tx } from '../platform/work.ts'
import { answerPoll, ownPollsOf } from '../polls/index.ts'
import { ownReviews, sheetOf } from '../productions/index.ts'
import { answerAsk, describeAsks, findAsks } from '../relief/index.ts'
import { answerShift } from './answer-shift.ts'
import { ANSWER_DAYS } from './model.ts'
import { sayAll } from './poll-answers.ts'
import { linkedPreferences } from './preferences.ts'
import { type FoundLink, findLink, findQuestion } from './store/links.ts'
import { askedVisits, keepReply } from './store/messages.ts'
import { nameOfOrganization, type Person, readPeople } from './store/people.ts'

const DAY_MS = 86_400_000

export async function openLink({ database, clock }: Services, token: string): Promise<FoundLink> {
  const link = await findLink(database, token)
  if (!link || Date.parse(link.expiresAt) <= clock()) throw fail('link_expired')
  return link
}

/** The page behind a link. */
export async function readAnswerPage(services: Services, token: string): Promise<AnswerPage> {
  const link = await openLink(services, token)
  const reader = program(link.organizationId, 'notifications.read-answer-page', link.timeZone)
  return await services.work.read(reader, null, (tx) => pageOf(tx, link))
}

async function pageOf(tx: Tx, link: FoundLink): Promise<AnswerPage> {
  const { technicianId, assignmentIds, askIds, pollIds, projectIds, reviewIds } = link
  const { expiresAt, timeZone } = link
  const person = (await readPeople(tx, [technicianId])).get(technicianId)
  if (!person) throw fail('link_expired')
  const offers = await describeAsks(tx, await findAsks(tx, askIds))
  const polls = await ownPollsOf(tx, technicianId, { pollIds, linkedAt: link.createdAt })
  const reader: Tx = { ...tx, actor: { ...tx.actor, language: person.language } }
  const sheets = await Promise.all(projectIds.map((id) => sheetOf(reader, id, technicianId)))
  const own = { ...tx, actor: actorFor(link, person) }
  const reviews = await reviewsOf(own, reviewIds)
  // Its only question is no longer put to them: the link is revoked.
  const others = assignmentIds.length + askIds.length + projectIds.length
  const isRevoked = polls.length + reviews.length + others === 0
  if (pollIds.length + reviewIds.length > 0 && isRevoked) throw fail('link_expired')
  const visits = new Map(
    (await describeAssignments(tx, assignmentIds)).map((visit) => [visit.id, visit]),
  )
  return {
    organization: (await nameOfOrganization(tx)).name,
    name: person.name,
    language: person.language,
    timeZone,
    expiresAt,
    polls,
    sheets: sheets.filter((sheet) => sheet !== undefined),
    reviews,
    preferences: await linkedPreferences(own),
    offers: offers.filter(({ endsAt }) => Date.parse(endsAt) > Date.parse(tx.now())),
    visits: assignmentIds
      .flatMap((id) => visits.get(id) ?? [])
      .filter(({ endsAt }) => Date.parse(endsAt) > Date.parse(tx.now()))
      .map((visit) => ({
        assignmentId: visit.id,
        title: visit.title,
        siteName: visit.siteName,
        city: visit.city,
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        state: answerState(visit, technicianId),
      }))
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  }
}

/** Those of the link that the reader is still a chief in. */
async function reviewsOf(own: Tx, reviewIds: readonly Id[]): Promise<AnswerPage['reviews']> {
  if (reviewIds.length === 0) return []
  const { items } = await ownReviews(own)
  return items.filter(({ projectId }) => reviewIds.includes(projectId))
}

function answerState(
  { state, technicianId, publishedAt }: Assignment,
  asked: Id,
): AnswerPage['visits'][number]['state'] {
  if (technicianId !== asked || publishedAt === null || state === 'withdrawn') return 'gone'
  return state === 'offered' || state === 'declined' ? state : 'accepted'
}

type Answer = { assignmentId: Id; answer: 'yes' | 'no'; reason: string }

/** Answers one visit of the link. The same answer again changes nothing; a visit that is gone is said to be. */
export async function answerByLink(
  services: Services,
  token: string,
  { assignmentId, answer, reason }: Answer,
): Promise<AnswerPage> {
  const link = await openLink(services, token)
  if (!link.assignmentIds.includes(assignmentId)) throw fail('not_found', { what: 'assignment' })
  const person = await personOf(services, link)
  await answerVisit(services, actorFor(link, person), { assignmentId, answer, reason })
  return await readAnswerPage(services, token)
}

type OfferAnswer = { askId: Id; answer: 'yes' | 'no' }

/** Takes a seat by link, or not. What somebody else was quicker for is shown as gone. */
export async function answerOfferByLink(
  services: Services,
  token: string,
  { askId, answer }: OfferAnswer,
): Promise<AnswerPage> {
  const link = await openLink(services, token)
  if (!link.askIds.includes(askId)) throw fail('not_found', { what: 'request' })
  const actor = actorFor(link, await personOf(services, link))
  await answerOffer(services, actor, { askId, answer })
  return await readAnswerPage(services, token)
}

type PollAnswers = { pollId: Id; answers: readonly PollAnswer[] }

/** Says when one can work, by link. A poll that is over says so. */
export async function answerPollByLink(
  services: Services,
  token: string,
  given: PollAnswers,
): Promise<AnswerPage> {
  const link = await openLink(services, token)
  if (!link.pollIds.includes(given.pollId)) throw fail('not_found', { what: 'poll' })
  // One that is revoked says so, and answers nothing.
  await readAnswerPage(services, token)
  const actor = actorFor(link, await personOf(services, link))
  await services.work.act(actor, answerPoll, given)
  return await readAnswerPage(services, token)
}

/** `unable`: a rule is against it by now. */
async function answerOffer(
  { work }: Services,
  actor: Actor,
  answer: OfferAnswer,
): Promise<'done' | 'waiting' | 'gone' | 'unable'> {
  try {
    const { state, requestState } = await work.act(actor, answerAsk, answer)
    return state === 'yes' && requestState === 'to_approve' ? 'waiting' : 'done'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'rule_broken' || error.code === 'slot_taken') return 'unable'
    if (error.code === 'offer_gone' || error.code === 'wrong_state') return 'gone'
    throw error
  }
}

export async function personOf(
  { work }: Services,
  {
    organizationId,
    timeZone,
    technicianId,
  }: Pick<FoundLink, 'organizationId' | 'timeZone' | 'technicianId'>,
): Promise<Person> {
  const people = await work.read(
    program(organizationId, 'notifications.answer', timeZone),
    null,
    (tx) => readPeople(tx, [technicianId]),
  )
  return found(people.get(technicianId), 'technician')
}

export const actorFor = (
  { organizationId, timeZone }: { organizationId: Id; timeZone: string },
  { technicianId, memberId, name, language }: Person,
): Actor => ({
  organizationId,
  memberId,
  name,
  role: 'technician',
  technicianId,
  language,
  timeZone,
})

/** What became of an answer. */
type Answered = 'done' | 'already' | 'gone'

async function answerVisit(
  { work }: Services,
  actor: Actor,
  { assignmentId, answer, reason }: Answer,
): Promise<Answered> {
  const [visit] = await work.read(actor, null, (tx) => describeAssignments(tx, [assignmentId]))
  const state = visit ? answerState(visit, actor.technicianId ?? '') : 'gone'
  if (!visit || state === 'gone') return 'gone'
  if (state === (answer === 'yes' ? 'accepted' : 'declined')) return 'already'
  const { version } = visit
  try {
    if (answer === 'yes') await work.act(actor, acceptAssignment, { assignmentId, version })
    else
      await work.act(actor, declineAssignment, {
        assignmentId,
        version,
        reason: reason || declinedWithoutReason[actor.language],
      })
    return 'done'
  } catch (error) {
    // Answered, moved or given away in the same moment: what stands now is shown.
    if (
      error instanceof Refusal &&
      (error.code === 'wrong_state' || error.code === 'stale_version')
    )
      return 'gone'
    throw error
  }
}

const declinedWithoutReason = {
  fr: 'Refusé par lien ou SMS, sans raison',
  en: 'Declined by link or SMS, no reason given',
}

const keepSmsReply = command(
  'notifications.keep-reply',
  { permission: 'notifications.own' },
  async (tx, { messageId, text }: { messageId: Id; text: string }) =>
    keepReply(tx, messageId, text.slice(0, 500)),
)

const sayings = {
  fr: {
    yes: (count: number) =>
      count > 1 ? `Merci, ${count} interventions acceptées.` : "Merci, c'est noté : accepté.",
    no: (count: number) =>
      count > 1
        ? `C'est noté : ${count} interventions refusées.`
        : "C'est noté : refusé. Le planning en est informé.",
    gone: 'Cette intervention a changé entre-temps : voyez votre planning.',
    unclear: 'Nous n’avons pas compris. Répondez OUI ou NON.',
    shift: 'Merci de votre réponse.',
    offer: {
      yes: 'Merci, c’est à vous.',
      no: 'C’est noté, merci.',
      waiting: 'Merci. Le bureau doit encore approuver.',
      gone: 'C’est déjà pourvu, merci : vous n’êtes pas engagé.',
      unable: 'Votre planning ne le permet plus : appelez le bureau.',
    },
  },
  en: {
    yes: (count: number) =>
      count > 1 ? `Thank you, ${count} visits accepted.` : 'Thank you, accepted.',
    no: (count: number) =>
      count > 1 ? `Noted: ${count} visits declined.` : 'Noted: declined. The planners know.',
    gone: 'This visit has changed in the meantime: see your plan.',
    unclear: 'We did not understand. Answer YES or NO.',
    shift: 'Thank you for your answer.',
    offer: {
      yes: 'Thank you, it is yours.',
      no: 'Noted, thank you.',
      waiting: 'Thank you. The office has to approve it yet.',
      gone: 'Somebody has it already, thank you: you are not committed.',
      unable: 'Your plan does not allow it any more: call the office.',
    },
  },
} as const satisfies Record<Language, unknown>

/**
 * Reads what somebody answered to the last question sent to their number; tells what to answer, undefined for a number
 * that nobody asked anything: a stranger gets no word from us.
 */
export async function answerBySms(
  services: Services,
  { from, text }: { from: string; text: string },
): Promise<string | undefined> {
  const { work, database, clock, log } = services
  const number = toMobile(from)
  const since = new Date(clock() - ANSWER_DAYS * DAY_MS).toISOString()
  const question = number ? await findQuestion(database, number, since) : undefined
  if (!question) {
    log.warn({ from: from.slice(-4) }, 'an SMS came from a number that was asked nothing')
    return undefined
  }
  const reader = program(question.organizationId, 'notifications.answer-by-sms', question.timeZone)
  const asked = await work.read(reader, null, (tx) => askedVisits(tx, question.messageId))
  if (!asked?.technicianId) return undefined
  const person = await personOf(services, { ...question, technicianId: asked.technicianId })
  const actor = actorFor(question, person)
  await work.act(actor, keepSmsReply, { messageId: question.messageId, text })
  const say = sayings[person.language]
  const reply = readReply(text)
  if (!reply) return say.unclear
  if (asked.kind === 'after_shift') {
    await work.act(actor, answerShift, { wentWell: reply === 'yes', comment: '' })
    return say.shift
  }
  if (asked.askId !== null) {
    const outcome = await answerOffer(services, actor, { askId: asked.askId, answer: reply })
    return outcome === 'done' ? say.offer[reply] : say.offer[outcome]
  }
  if (asked.pollId !== null) return await sayAll(services, actor, asked.pollId, reply)
  const ids = asked.about.flatMap(({ assignmentId, startsAt }) => (startsAt ? [assignmentId] : []))
  const outcomes: Answered[] = []
  for (const assignmentId of ids)
    outcomes.push(
      await answerVisit(services, actor, { assignmentId, answer: reply, reason: text.trim() }),
    )
  const count = outcomes.filter((one) => one !== 'gone').length
  return count > 0 ? say[reply](count) : say.gone
}
