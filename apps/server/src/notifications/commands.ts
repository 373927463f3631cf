// What people change about being told: the organisation's rules and texts, one's own preferences, inbox and browsers.
import type { Id, Instant } from '@regie/contract/kernel'
import { type MessageKind, messageKinds, unknownVariables } from '@regie/contract/messages'
import type { Message, MessageTemplate, NotificationSettings } from '@regie/contract/notifications'
import type { Language } from '@regie/contract/roles'
import { fail, invalid } from '../platform/errors.ts'
import { expectCurrent, found } from '../platform/guards.ts'
import { command, type Tx } from '../platform/work.ts'
import { happened } from './events.ts'
import { sendDueOrder } from './queue.ts'
import { countUnread, forgetOwnBrowser, keepBrowser, markRead } from './store/inbox.ts'
import { findMessage, requeueMessage } from './store/messages.ts'
import {
  deleteTemplate,
  readSettings,
  readTemplates,
  writeSettings,
  writeTemplate,
} from './store/settings.ts'

const configure = { permission: 'notifications.configure' } as const
const own = { permission: 'notifications.own' } as const

export const saveSettings = command(
  'notifications.save-settings',
  configure,
  async (tx, next: NotificationSettings): Promise<NotificationSettings> => {
    const before = await readSettings(tx)
    expectCurrent(before.version === next.version && (await writeSettings(tx, next)), before)
    return await readSettings(tx)
  },
)

type TemplateChange = Omit<MessageTemplate, 'custom'>

export const saveTemplate = command(
  'notifications.save-template',
  configure,
  async (tx, next: TemplateChange): Promise<MessageTemplate> => {
    const faults = (['subject', 'body', 'short'] as const).flatMap((path) =>
      unknownVariables(next.kind, next[path]).map((name) => ({
        path,
        expected: messageKinds[next.kind].variables.map((one) => `{${one}}`).join(' '),
        got: `{${name}}`,
      })),
    )
    if (faults.length > 0) throw invalid(faults)
    expectCurrent(await writeTemplate(tx, next), await templateOf(tx, next.kind, next.language))
    return await templateOf(tx, next.kind, next.language)
  },
)

type TemplateKey = { kind: MessageKind; language: Language }

export const resetTemplate = command(
  'notifications.reset-template',
  configure,
  async (tx, { kind, language }: TemplateKey): Promise<MessageTemplate> => {
    await deleteTemplate(tx, kind, language)
    return await templateOf(tx, kind, language)
  },
)

const templateOf = async (
  tx: Tx,
  kind: MessageKind,
  language: Language,
): Promise<MessageTemplate> =>
  found(
    (await readTemplates(tx)).find((one) => one.kind === kind && one.language === language),
    'template',
  )

export const retryMessage = command(
  'notifications.retry-message',
  configure,
  async (tx, { messageId }: { messageId: Id }): Promise<Message> => {
    const message = found(await findMessage(tx, messageId), 'message')
    if ((await requeueMessage(tx, messageId)) === 0)
      throw fail('wrong_state', { state: message.state })
    await tx.enqueue(sendDueOrder, {}, { key: `${tx.actor.organizationId} now` })
    return found(await findMessage(tx, messageId), 'message')
  },
)

export const readInbox = command(
  'notifications.read-inbox',
  own,
  async (tx, seen: { until: Instant } | { itemIds: Id[] }): Promise<{ unread: number }> => {
    const { memberId, technicianId } = tx.actor
    // The same person's other screens lose their count, too.
    if ((await markRead(tx, seen)) > 0 && memberId)
      tx.emit(happened.inbox_changed({ memberId, technicianId }))
    return { unread: await countUnread(tx) }
  },
)

type Subscribing = { endpoint: string; keys: { p256dh: string; auth: string } }

export const subscribePush = command(
  'notifications.subscribe-push',
  own,
  async (tx, { endpoint, keys }: Subscribing): Promise<{ subscribed: true }> => {
    const { memberId } = tx.actor
    if (!memberId) throw fail('forbidden', { permission: 'notifications.own' })
    // Away from a machine of one's own, only the push services of browsers are called, and they speak https.
    if (tx.config.publicUrl?.startsWith('https:') && !endpoint.startsWith('https:'))
      throw invalid([{ path: 'endpoint', expected: 'https://…', got: endpoint.slice(0, 80) }])
    await keepBrowser(tx, memberId, { endpoint, ...keys })
    return { subscribed: true }
  },
)

/** One's own browsers only; one that was never known is as good as forgotten. */
export const unsubscribePush = command(
  'notifications.unsubscribe-push',
  own,
  async (tx, { endpoint }: { endpoint: string }): Promise<{ subscribed: false }> => {
    const { memberId } = tx.actor
    if (memberId) await forgetOwnBrowser(tx, memberId, endpoint)
    return { subscribed: false }
  },
)
