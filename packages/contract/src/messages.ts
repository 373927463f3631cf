// The kinds of messages, what each may say, and how it is said when an organisation has not changed it.
import { z } from 'zod'
import { clientKinds, clientMessageKinds, officeMessageKinds } from './client-messages.ts'
import type { Kind } from './message-kind.ts'
import { contractMessages } from './messages-contracts.ts'
import { planMessages } from './messages-plan.ts'
import { pollMessages } from './messages-polls.ts'
import { productionMessages } from './messages-productions.ts'
import { reliefMessages } from './messages-relief.ts'

export { type MessageChannel, messageChannel } from './message-channel.ts'

export const messageKind = z.enum([
  'assignment_news',
  'start_reminder',
  'checkout_reminder',
  'after_shift',
  'offer_asked',
  'offer_settled',
  'poll_asked',
  'poll_reminded',
  'call_sheet',
  'production_review',
  'office_decision',
  'office_alarm',
  'contract_renewal',
  ...clientMessageKinds,
  ...officeMessageKinds,
])
export type MessageKind = z.infer<typeof messageKind>

/** Every kind of message, what it may say and how it is said unless an organisation changed it. */
export const messageKinds: Readonly<Record<MessageKind, Kind>> = {
  ...planMessages,
  ...reliefMessages,
  ...contractMessages,
  ...pollMessages,
  ...productionMessages,
  ...clientKinds,
}

const named = /\{([^{}]*)\}/g

/** Names in braces that this kind of message does not know, and braces without a partner. */
export function unknownVariables(kind: MessageKind, text: string): string[] {
  const known = messageKinds[kind].variables
  const unknown = [...text.matchAll(named)]
    .map(([, name]) => name ?? '')
    .filter((name) => !known.includes(name))
  return /[{}]/.test(text.replace(named, '')) ? [...unknown, '{ }'] : unknown
}

/** The text with every `{name}` replaced; what has no value leaves nothing behind. */
export const fillText = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .replace(named, (_, name: string) => values[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
