// Notices become messages: as the plan stands at this moment, in the person's language, for the channels that reach them.
import type { Id, Instant } from '@regie/contract/kernel'
import {
  fillText,
  type MessageChannel,
  type MessageKind,
  messageKinds,
} from '@regie/contract/messages'
import type {
  InboxTarget,
  MessageTemplate,
  NotificationSettings,
} from '@regie/contract/notifications'
import type { Assignment } from '@regie/contract/planning'
import { describeAssignments } from '../planning/index.ts'
import { command, type Tx } from '../platform/work.ts'
import { holdWaves } from '../relief/index.ts'
import { happened } from './events.ts'
import { ANSWER_DAYS, outsideQuietHours, reachableBy, ruleOf } from './model.ts'
import { momentsOf } from './moments.ts'
import { type Content, isOn, newsContent } from './news-content.ts'
import { type Offers, offerContent, readOffers } from './offer-content.ts'
import { isPoll, type Polls, pollContent, readPolls } from './poll-content.ts'
import { type Reviews, readReviews, reviewContent } from './review-content.ts'
import { readSheets, type Sheets, sheetContent } from './sheet-content.ts'
import { insertInboxItems, type NewInboxItem } from './store/inbox.ts'
import { makeLink } from './store/links.ts'
import { type Draft, insertMessages, type NewMessage } from './store/messages.ts'
import { claimDue, type Notice, settleNotices } from './store/notices.ts'
import { nameOfOrganization, type Person, readPeople } from './store/people.ts'
import { readSettings, readTemplates } from './store/settings.ts'

const PEOPLE_AT_ONCE = 200
const DAY_MS = 86_400_000

/** What every message of one batch is written with. */
type Desk = {
  readonly tx: Tx
  readonly settings: NotificationSettings
  readonly templates: readonly MessageTemplate[]
  readonly visits: ReadonlyMap<Id, Assignment>
  readonly offers: Offers
  readonly polls: Polls
  readonly sheets: Sheets
  readonly reviews: Reviews
  readonly organization: string
  readonly timeZone: string
  readonly publicUrl: string
}

type Writing = { publicUrl: string }

/** Writes what is due for some people; tells how many notices it took, 0 when none is left. */
export const writeMessages = command(
  'notifications.write-messages',
  { permission: 'notifications.read' },
  async (tx, { publicUrl }: Writing): Promise<number> => {
    const notices = await claimDue(tx, PEOPLE_AT_ONCE)
    if (notices.length === 0) return 0
    const people = await readPeople(tx, [
      ...new Set(notices.map(({ technicianId }) => technicianId)),
    ])
    const visits = await describeAssignments(
      tx,
      notices.flatMap(({ subjectId }) => subjectId ?? []),
    )
    const { name: organization, timeZone } = await nameOfOrganization(tx)
    const desk: Desk = {
      tx,
      settings: await readSettings(tx),
      templates: await readTemplates(tx),
      visits: new Map(visits.map((visit) => [visit.id, visit])),
      offers: await readOffers(tx, notices),
      polls: await readPolls(tx, notices),
      sheets: await readSheets(tx, notices, people),
      reviews: await readReviews(tx, notices),
      organization,
      timeZone,
      publicUrl,
    }
    const messages: NewMessage[] = []
    const inbox: NewInboxItem[] = []
    for (const [technicianId, own] of Map.groupBy(notices, (notice) => notice.technicianId)) {
      const person = people.get(technicianId)
      if (!person) continue
      for (const [kind, bundle] of Map.groupBy(own, bundleOf)) {
        const written = await write(desk, person, bundle, kind)
        if (!written) continue
        if (written.message) messages.push(written.message)
        if (person.memberId)
          inbox.push({ ...written.inbox, id: tx.newId(), memberId: person.memberId })
      }
    }
    if (messages.length > 0) await insertMessages(tx, messages)
    if (inbox.length > 0) await insertInboxItems(tx, inbox)
    for (const { memberId } of inbox)
      tx.emit(happened.inbox_changed({ memberId, technicianId: technicianOf(people, memberId) }))
    await settleNotices(
      tx,
      notices.map(({ id }) => id),
    )
    return notices.length
  },
)

const together: readonly MessageKind[] = ['call_sheet', 'production_review']

/** All news of a person is one message, and so is what is told of one call sheet or review; every reminder is one of its own. */
const bundleOf = ({ kind, id, subjectId }: Notice): string =>
  kind === 'assignment_news' ? kind : `${kind} ${together.includes(kind) ? subjectId : id}`

const technicianOf = (people: ReadonlyMap<Id, Person>, memberId: Id): Id | null =>
  [...people.values()].find((person) => person.memberId === memberId)?.technicianId ?? null

async function write(desk: Desk, person: Person, bundle: readonly Notice[], key: string) {
  const kind = (key.split(' ')[0] ?? key) as MessageKind
  const rule = ruleOf(desk.settings, kind)
  const content = rule.enabled ? contentOf(desk, person, bundle, kind) : undefined
  if (!content) return undefined
  const channels = reachableBy(rule, person)
  const link = await linkFor(desk, person, content, channels)
  const drafts = channels.map((channel) => draftFor(desk, person, content, channel, link))
  const shown = draftFor(desk, person, content, 'inbox', `${desk.publicUrl}/field/`)
  const [first, ...fallback] = drafts
  const message = first && {
    ...first,
    id: desk.tx.newId(),
    kind,
    technicianId: person.technicianId,
    recipientName: person.name,
    about: content.about,
    asks: isQuestion(content),
    askId: content.askId ?? null,
    pollId: content.pollId ?? null,
    target: targetOf(kind, content),
    fallback,
    notBefore: momentFor(desk, person, kind, content),
  }
  // Who is told in the morning is not overtaken in the night by those who come after.
  if (content.askId && message && message.notBefore > desk.tx.now())
    await holdWaves(desk.tx, content.askId, message.notBefore)
  const target = targetOf(kind, content)
  return { message, inbox: { kind, subject: shown.subject, body: shown.body, target } }
}

/** Somebody may answer it by SMS. */
const isQuestion = ({ kind, asks, askId, pollId }: Content): boolean =>
  asks.length > 0 || askId !== undefined || pollId !== undefined || kind === 'after_shift'

/** The one visit it is about; news of several opens the list of days. */
function targetOf(kind: MessageKind, content: Content): InboxTarget | null {
  const { about, pollId, projectId, reviewId } = content
  if (reviewId) return { kind: 'review', id: reviewId }
  if (projectId) return { kind: 'call_sheet', id: projectId }
  if (pollId) return { kind: 'poll', id: pollId }
  if (kind === 'after_shift') return { kind: 'shift', id: null }
  if (kind === 'offer_asked' || kind === 'offer_settled') return { kind: 'offer', id: null }
  const [only] = about
  return only?.startsAt && about.length === 1 ? { kind: 'assignment', id: only.assignmentId } : null
}

/** Quiet hours hold back what is not urgent; what starts soon and what cannot wait is. */
function momentFor(
  { tx, settings, timeZone }: Desk,
  { preferences }: Person,
  kind: MessageKind,
  { about, startsAt: asked, isUrgent = false }: Content,
): Instant {
  const now = tx.now()
  const later = outsideQuietHours(now, {
    quietFrom: preferences.quietFrom ?? settings.quietFrom,
    quietUntil: preferences.quietUntil ?? settings.quietUntil,
    timeZone,
  })
  const urgent = Date.parse(now) + settings.urgentHours * 3_600_000
  const starts = [...about.map(({ startsAt }) => startsAt), asked ?? null]
  const soon = starts.some((at) => at !== null && Date.parse(at) < urgent)
  return messageKinds[kind].urgent || isUrgent || soon ? now : later
}

/** Messages outside the product carry a link that works without an account, if there is something to answer or read. */
async function linkFor(
  { tx, publicUrl }: Desk,
  { technicianId, memberId }: Person,
  { asks, askId, pollId, projectId, reviewId, answerUntil }: Content,
  channels: readonly MessageChannel[],
): Promise<string> {
  // Whoever has an account signs in to sign.
  if (reviewId && memberId) return `${publicUrl}/field/reviews/${reviewId}`
  const askIds = askId ? [askId] : []
  const pollIds = pollId ? [pollId] : []
  const projectIds = projectId ? [projectId] : []
  const reviewIds = reviewId ? [reviewId] : []
  const shown = { assignmentIds: asks, askIds, pollIds, projectIds, reviewIds }
  const opened = Object.values(shown).flat().length
  if (opened === 0 || channels.every((channel) => channel === 'push')) return `${publicUrl}/field/`
  const lastDay = Math.max(Date.parse(tx.now()), answerUntil ? Date.parse(answerUntil) : 0)
  const expiresAt = new Date(lastDay + ANSWER_DAYS * DAY_MS).toISOString()
  return `${publicUrl}/a/${await makeLink(tx, technicianId, shown, expiresAt)}`
}

function draftFor(
  desk: Desk,
  person: Person,
  content: Content,
  channel: MessageChannel,
  link: string,
): Draft {
  const template = desk.templates.find(
    ({ kind, language }) => kind === content.kind && language === person.language,
  )
  const brief = channel === 'sms' || channel === 'push'
  const common = {
    name: person.name,
    organization: desk.organization,
    link: channel === 'push' ? '' : link,
  }
  const values = { ...content.values, ...(brief ? content.shortValues : {}), ...common }
  const body = brief ? template?.short : template?.body
  const addresses = {
    email: person.email,
    sms: person.mobile,
    push: 'push',
    slack: '',
    inbox: 'inbox',
  }
  return {
    channel,
    address: addresses[channel],
    subject: fillText(template?.subject ?? '', values).replace(/\s+/g, ' '),
    body: fillText(body ?? '', values),
  }
}

function contentOf(
  desk: Desk,
  person: Person,
  bundle: readonly Notice[],
  kind: MessageKind,
): Content | undefined {
  if (kind === 'assignment_news') return newsContent(desk, person, bundle)
  const moment = momentsOf(person.language, desk.timeZone)
  if (kind === 'offer_asked' || kind === 'offer_settled')
    return offerContent(desk.offers, person, { notice: bundle[0], kind, moment })
  if (kind === 'call_sheet')
    return sheetContent(desk.sheets, person, { notice: bundle[0], moment, now: desk.tx.now() })
  if (kind === 'production_review')
    return reviewContent(desk.reviews, person, { notice: bundle[0], moment })
  if (isPoll(kind)) return pollContent(desk.polls, person, { notice: bundle[0], moment })
  if (kind === 'after_shift')
    return { kind, values: { day: moment.day(desk.tx.now()) }, about: [], asks: [] }
  const visit = desk.visits.get(bundle[0]?.subjectId ?? '')
  if (!visit || visit.technicianId !== person.technicianId || !isOn(visit)) return undefined
  const { id: assignmentId, technicianId, startsAt, endsAt, title, siteName, city } = visit
  const values = {
    title,
    site: siteName,
    city,
    day: moment.day(startsAt),
    time: moment.time(startsAt),
    end: moment.time(endsAt),
  }
  return { kind, values, about: [{ assignmentId, technicianId, startsAt }], asks: [] }
}
