// The front door for what clients and the office are told: other modules say what is so, here it is put into words,
// channels and the queue.
import type { ClientMessageKind } from '@regie/contract/client-messages'
import type { Id, Instant } from '@regie/contract/kernel'
import { fillText, type MessageChannel, messageKinds } from '@regie/contract/messages'
import type { MessageTemplate, NotificationSettings } from '@regie/contract/notifications'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { happened } from './events.ts'
import { legalHours, outsideQuietHours, reachableBy, ruleOf } from './model.ts'
import { sendDueOrder } from './queue.ts'
import { insertInboxItems } from './store/inbox.ts'
import { insertMessages, type NewMessage } from './store/messages.ts'
import { nameOfOrganization, officeMembers } from './store/people.ts'
import { readSettings, readTemplates } from './store/settings.ts'

export type ClientRecipient = {
  readonly name: string
  readonly email: string
  /** E.164, or empty. */
  readonly mobile: string
  readonly language: Language
  /** Channels that this person does not want. */
  readonly off: readonly MessageChannel[]
}

export type ClientLetter = {
  readonly kind: ClientMessageKind
  readonly to: ClientRecipient
  readonly workOrderId: Id | null
  /** The hour it tells of: it does not go out once the visit stands otherwise. */
  readonly visitStartsAt: Instant | null
  /** What the text's variables stand for; name and organisation are filled in here. */
  readonly values: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Not held back by quiet hours: the visit begins before they end. */
  readonly isUrgent?: boolean
}

type Desk = {
  readonly tx: Tx
  readonly settings: NotificationSettings
  readonly templates: readonly MessageTemplate[]
  readonly organization: string
  readonly timeZone: string
}

const openDesk = async (tx: Tx): Promise<Desk> => {
  const { name: organization, timeZone } = await nameOfOrganization(tx)
  const [settings, templates] = [await readSettings(tx), await readTemplates(tx)]
  return { tx, settings, templates, organization, timeZone }
}

/** Puts letters into the queue; says by which channels each goes, none when nothing reaches the person. */
export async function queueForClients(
  tx: Tx,
  letters: readonly ClientLetter[],
): Promise<MessageChannel[][]> {
  if (letters.length === 0) return []
  const desk = await openDesk(tx)
  const messages: NewMessage[] = []
  const channels = letters.map((letter) => {
    const written = write(desk, letter)
    messages.push(...written)
    return written.map(({ channel }) => channel)
  })
  if (messages.length > 0) {
    await insertMessages(tx, messages)
    await tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` })
  }
  return channels
}

function write(desk: Desk, letter: ClientLetter): NewMessage[] {
  const { tx, settings } = desk
  const { kind, to, workOrderId, visitStartsAt, headers = null } = letter
  const rule = ruleOf(settings, kind)
  if (!rule.enabled) return []
  const drafts = reachableBy(rule, {
    ...to,
    browsers: 0,
    preferences: { off: [...to.off], kinds: [] },
  }).map((channel) => ({
    channel,
    address: channel === 'sms' ? to.mobile : to.email,
    ...textOf(desk, letter, channel),
  }))
  const shared = {
    ...{ kind, technicianId: null, recipientName: to.name, about: [], asks: false },
    ...{ workOrderId, visitStartsAt, headers, notBefore: momentFor(desk, letter) },
  }
  const [first, ...fallback] = drafts
  if (!first) return []
  return messageKinds[kind].everyChannel
    ? drafts.map((draft) => ({ ...shared, ...draft, id: tx.newId(), fallback: [] }))
    : [{ ...shared, ...first, id: tx.newId(), fallback }]
}

function textOf(
  { templates, organization }: Desk,
  { kind, to, values }: ClientLetter,
  channel: MessageChannel,
): { subject: string; body: string } {
  const text = templates.find((one) => one.kind === kind && one.language === to.language)
  const filled = { ...values, name: to.name, organization }
  const body = channel === 'sms' ? text?.short : text?.body
  return {
    subject: fillText(text?.subject ?? '', filled).replace(/\s+/g, ' '),
    body: fillText(body ?? '', filled),
  }
}

/** Nobody's night is disturbed for what can wait; advertising keeps to its hours by law, whatever the house says. */
function momentFor({ tx, settings, timeZone }: Desk, { kind, isUrgent }: ClientLetter): Instant {
  const { urgent, marketing } = messageKinds[kind]
  if (urgent || isUrgent) return tx.now()
  const calm = outsideQuietHours(tx.now(), { ...settings, timeZone })
  return marketing ? legalHours(calm, timeZone) : calm
}

export type OfficeNews = {
  /** The visit it is about. */
  readonly workOrderId: Id | null
  readonly values: Readonly<Record<Language, Readonly<Record<string, string>>>>
}

/** Tells everybody at the office in their inbox, and on Slack where it is connected. */
export async function tellOffice(tx: Tx, { values, workOrderId }: OfficeNews): Promise<void> {
  const target = { kind: 'visit' as const, id: workOrderId }
  const desk = await openDesk(tx)
  const rule = ruleOf(desk.settings, 'client_word')
  if (!rule.enabled) return
  const members = await officeMembers(tx)
  const inLanguage = (language: Language) => {
    const text = desk.templates.find(
      (one) => one.kind === 'client_word' && one.language === language,
    )
    const filled = { ...values[language], organization: desk.organization }
    return {
      subject: fillText(text?.subject ?? '', filled).replace(/\s+/g, ' '),
      body: fillText(text?.body ?? '', filled),
    }
  }
  if (members.length > 0)
    await insertInboxItems(
      tx,
      members.map(({ memberId, language }) => ({
        ...{ id: tx.newId(), memberId, kind: 'client_word' as const, target },
        ...inLanguage(language),
      })),
    )
  for (const { memberId } of members)
    tx.emit(happened.inbox_changed({ memberId, technicianId: null }))
  const { slackUrl } = desk.settings
  if (slackUrl === '' || !rule.channels.includes('slack')) return
  await insertMessages(tx, [
    {
      ...{ id: tx.newId(), kind: 'client_word', technicianId: null, recipientName: 'Slack' },
      ...{ about: [], asks: false, fallback: [], channel: 'slack', address: slackUrl },
      ...{ ...inLanguage(tx.actor.language), notBefore: tx.now() },
    },
  ])
  await tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` })
}
