// Notifications: who is told what by which channel, what became of it, and what people prefer.
import { z } from 'zod'
import { endpoint, id, instant, localTime, page, pageQuery, text, version } from './kernel.ts'
import { messageChannel, messageKind } from './messages.ts'
import { language } from './roles.ts'

const tag = 'Notifications'

const channels = z
  .array(messageChannel)
  .max(5)
  .refine((all) => new Set(all).size === all.length)

const reminderMinutes = z.int().min(0).max(20_160)

/**
 * How one kind of message goes out. `channels` are tried in order until one works. `minutes`: how long before its
 * moment (kinds without a moment: null); `roles` say otherwise for seats whose label they begin.
 */
export const kindRule = z.object({
  kind: messageKind,
  enabled: z.boolean(),
  channels,
  minutes: reminderMinutes.nullable(),
  roles: z.array(z.object({ role: text(120), minutes: reminderMinutes })).max(50),
})
export type KindRule = z.infer<typeof kindRule>

const slackUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ })])

/**
 * `digestMinutes`: news within so long becomes one message; news of work that starts within `urgentHours` goes at once.
 * Quiet hours may run past midnight; equal times mean none.
 */
export const notificationSettings = z.object({
  version,
  digestMinutes: z.int().min(0).max(240),
  urgentHours: z.int().min(0).max(168),
  quietFrom: localTime,
  quietUntil: localTime,
  slackUrl,
  rules: z.array(kindRule),
})
export type NotificationSettings = z.infer<typeof notificationSettings>

/** What this installation can send with; the others are kept on the machine and shown in the log. */
export const channelState = z.object({ channel: messageChannel, connected: z.boolean() })

export const getNotificationSettings = endpoint({
  method: 'GET',
  path: '/api/notifications/settings',
  tag,
  summary: 'How and when messages go out, and which channels are connected',
  returns: notificationSettings.extend({ channels: z.array(channelState) }),
})
export const saveNotificationSettings = endpoint({
  method: 'PUT',
  path: '/api/notifications/settings',
  tag,
  summary: 'Change how and when messages go out',
  body: notificationSettings,
  returns: notificationSettings,
})

/** A text as the organisation says it; `custom` false: as shipped. `short` is for SMS and push. */
export const messageTemplate = z.object({
  kind: messageKind,
  language,
  version: z.int().min(0),
  custom: z.boolean(),
  subject: z.string(),
  body: z.string(),
  short: z.string(),
})
export type MessageTemplate = z.infer<typeof messageTemplate>

export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/notifications/templates',
  tag,
  summary: 'The texts of all kinds of messages in both languages',
  returns: z.array(messageTemplate),
})
const templateParams = z.object({ kind: messageKind, language })
export const saveTemplate = endpoint({
  method: 'PUT',
  path: '/api/notifications/templates/:kind/:language',
  tag,
  summary:
    'Change a text; variables that this kind does not know are refused. `version` 0: it was as shipped',
  params: templateParams,
  body: z.object({
    version: z.int().min(0),
    subject: text(200),
    body: text(5000),
    short: text(1000),
  }),
  returns: messageTemplate,
})
export const resetTemplate = endpoint({
  method: 'DELETE',
  path: '/api/notifications/templates/:kind/:language',
  tag,
  summary: 'Go back to the shipped text',
  params: templateParams,
  returns: messageTemplate,
})

/**
 * `handed_over`: the provider has it. `kept`: no provider is configured, the message stayed on this machine.
 * `overtaken`: the plan changed before it went out, so it did not.
 */
export const messageState = z.enum([
  'queued',
  'sending',
  'handed_over',
  'delivered',
  'failed',
  'overtaken',
  'kept',
])
export type MessageState = z.infer<typeof messageState>

export const message = z.object({
  id,
  kind: messageKind,
  channel: messageChannel,
  recipientName: z.string(),
  technicianId: id.nullable(),
  /** The visit of a client that it is about. */
  workOrderId: id.nullable(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  state: messageState,
  attempts: z.int(),
  error: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
  reply: z.object({ text: z.string(), at: instant }).nullable(),
})
export type Message = z.infer<typeof message>

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/notifications/messages',
  tag,
  summary: 'Every message and what became of it, the newest first',
  query: pageQuery.extend({
    kind: messageKind.optional(),
    channel: messageChannel.optional(),
    state: messageState.optional(),
    technicianId: id.optional(),
    workOrderId: id.optional(),
  }),
  returns: page(message),
})
export const retryMessage = endpoint({
  method: 'POST',
  path: '/api/notifications/messages/:messageId/retry',
  tag,
  summary: 'Send a failed message once more',
  params: z.object({ messageId: id }),
  returns: message,
})

/** What an item of the inbox is about, so that it can be opened; `id` null: there is one screen for all of them. */
export const inboxTarget = z.object({
  kind: z.enum([
    'assignment',
    'shift',
    'visit',
    'offer',
    'relief',
    'contract',
    'poll',
    'call_sheet',
    'review',
  ]),
  id: id.nullable(),
})
export type InboxTarget = z.infer<typeof inboxTarget>

export const inboxItem = z.object({
  id,
  kind: messageKind,
  subject: z.string(),
  body: z.string(),
  target: inboxTarget.nullable(),
  at: instant,
  readAt: instant.nullable(),
})
export type InboxItem = z.infer<typeof inboxItem>
export const listInbox = endpoint({
  method: 'GET',
  path: '/api/notifications/inbox',
  tag,
  summary: 'What I was told, the newest first',
  query: pageQuery,
  returns: page(inboxItem).extend({ unread: z.int() }),
})
export const readInbox = endpoint({
  method: 'POST',
  path: '/api/notifications/inbox/read',
  tag,
  summary: 'I have seen everything up to this moment, or these items',
  body: z.union([z.object({ until: instant }), z.object({ itemIds: z.array(id).min(1).max(100) })]),
  returns: z.object({ unread: z.int() }),
})

/**
 * Null fields follow the organisation. `off`: channels this person does not want. `kinds`: of these kinds, the channels
 * this person wants and in which order; none: the inbox only.
 */
export const preferences = z.object({
  version: z.int().min(0),
  language: language.nullable(),
  off: z.array(messageChannel).max(5),
  quietFrom: localTime.nullable(),
  quietUntil: localTime.nullable(),
  kinds: z
    .array(z.object({ kind: messageKind, channels }))
    .max(50)
    .default([]),
})
export type Preferences = z.infer<typeof preferences>

/** Preferences with what they choose from: the kinds that reach this person, and where each channel leads. */
export const ownPreferences = preferences.extend({
  kinds: z.array(z.object({ kind: messageKind, channels })),
  /** What the organisation sends to people like this one, and how. */
  rules: z.array(kindRule),
  quiet: z.object({ from: localTime, until: localTime }),
  /** Empty: there is none. `mobile` is E.164. `browsers`: how many are subscribed. */
  reach: z.object({ email: z.string(), mobile: z.string(), browsers: z.int() }),
})
export type OwnPreferences = z.infer<typeof ownPreferences>
export const getPreferences = endpoint({
  method: 'GET',
  path: '/api/notifications/preferences',
  tag,
  summary: 'How I wish to be told, and what there is to choose from',
  returns: ownPreferences,
})
export const savePreferences = endpoint({
  method: 'PUT',
  path: '/api/notifications/preferences',
  tag,
  summary: 'Change how I wish to be told',
  body: preferences,
  returns: ownPreferences,
})

/** How somebody without an account wishes to be told. Addresses are shown with most letters covered: a link may be forwarded. */
export const linkedPreferences = preferences
  .pick({ version: true, language: true, quietFrom: true, quietUntil: true })
  .extend({
    /** Those of the organisation, for who has none of their own. */
    quiet: z.object({ from: localTime, until: localTime }),
    email: z.object({ shown: z.string(), wanted: z.boolean() }).nullable(),
    sms: z.object({ shown: z.string(), wanted: z.boolean() }).nullable(),
  })
export type LinkedPreferences = z.infer<typeof linkedPreferences>

export const answerShift = endpoint({
  method: 'POST',
  path: '/api/notifications/shift-answer',
  tag,
  summary: 'How my last day of work went',
  body: z.object({ wentWell: z.boolean(), comment: z.string().trim().max(1000).default('') }),
  returns: z.object({ wentWell: z.boolean() }),
})

export const notificationEvents = {
  message_settled: z.object({
    messageId: id,
    kind: messageKind,
    channel: messageChannel,
    state: messageState,
    recipientName: z.string(),
  }),
  inbox_changed: z.object({ memberId: id, technicianId: id.nullable() }),
}
