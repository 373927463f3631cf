// What the office has to look at: to everybody in it by the means each chose, and to its Slack channel.
import type { Id } from '@regie/contract/kernel'
import { fillText, type MessageChannel, type MessageKind } from '@regie/contract/messages'
import type { InboxTarget } from '@regie/contract/notifications'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { happened } from './events.ts'
import { outsideQuietHours, reachableBy, ruleOf } from './model.ts'
import { sendDueOrder } from './queue.ts'
import { insertInboxItems } from './store/inbox.ts'
import { insertMessages, type NewMessage } from './store/messages.ts'
import {
  nameOfOrganization,
  type OfficeMember,
  officeMembers,
  readMembers,
} from './store/people.ts'
import { readSettings, readTemplates } from './store/settings.ts'

export type OfficeLetter = {
  readonly kind: Extract<MessageKind, 'office_decision' | 'office_alarm' | 'contract_renewal'>
  readonly target: InboxTarget | null
  /** Only these members; else everybody in it, and Slack. */
  readonly to?: readonly Id[]
  /** The whole address of what is to be looked at. */
  readonly link: string
  /** In the reader's language. */
  readonly say: (
    language: Language,
  ) => Readonly<Record<'title' | 'lines', string>> & Readonly<Record<string, string>>
}

/** One letter to each, one to Slack where the organisation has it. */
export async function writeToOffice(tx: Tx, letter: OfficeLetter): Promise<void> {
  const { kind, target, link, say, to } = letter
  const settings = await readSettings(tx)
  const rule = ruleOf(settings, kind)
  if (!rule.enabled) return
  const { name: organization, language, timeZone } = await nameOfOrganization(tx)
  const templates = await readTemplates(tx)
  const members = await readMembers(
    tx,
    to ?? (await officeMembers(tx)).map(({ memberId }) => memberId),
  )
  const textOf = (language: Language, channel: MessageChannel, name = '') => {
    const text = templates.find((one) => one.kind === kind && one.language === language)
    const values = { ...say(language), organization, name, link: channel === 'push' ? '' : link }
    return {
      subject: fillText(text?.subject ?? '', values).replace(/\s+/g, ' '),
      body: fillText((channel === 'push' ? text?.short : text?.body) ?? '', values),
    }
  }
  await insertInboxItems(
    tx,
    members.map(({ memberId, language, name }) => ({
      ...{ id: tx.newId(), memberId, kind, target, ...textOf(language, 'inbox', name) },
    })),
  )
  for (const { memberId } of members)
    tx.emit(happened.inbox_changed({ memberId, technicianId: null }))
  const base = { kind, target, technicianId: null, about: [], asks: false, notBefore: tx.now() }
  // The night's look at contracts wakes nobody.
  const whenCalm = ({ preferences }: OfficeMember) =>
    kind === 'contract_renewal'
      ? outsideQuietHours(tx.now(), {
          quietFrom: preferences.quietFrom ?? settings.quietFrom,
          quietUntil: preferences.quietUntil ?? settings.quietUntil,
          timeZone,
        })
      : tx.now()
  const messages = members.flatMap((member): NewMessage[] => {
    const [first, ...fallback] = reachableBy(rule, member).map((channel) => ({
      channel,
      address: addressOf(member, channel),
      ...textOf(member.language, channel, member.name),
    }))
    const { memberId, name: recipientName } = member
    const notBefore = whenCalm(member)
    return first
      ? [{ ...base, ...first, id: tx.newId(), memberId, recipientName, fallback, notBefore }]
      : []
  })
  const { slackUrl } = settings
  if (!to && slackUrl !== '' && rule.channels.includes('slack'))
    messages.push({
      ...{ ...base, ...textOf(language, 'slack'), id: tx.newId(), fallback: [] },
      ...{ channel: 'slack', address: slackUrl, recipientName: 'Slack' },
    })
  if (messages.length === 0) return
  await insertMessages(tx, messages)
  await tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` })
}

const addressOf = ({ email, mobile }: OfficeMember, channel: MessageChannel): string =>
  channel === 'email' ? email : channel === 'sms' ? mobile : 'push'

export const reliefPlace = (publicUrl: string, requestId: Id): string =>
  `${publicUrl}/relief?request=${requestId}`
