// The shape of a kind of message: whom it is for, how it goes out, and its shipped texts.
import type { MessageChannel } from './message-channel.ts'
import type { Language } from './roles.ts'

/** What a message writes itself with. A subject is for e-mail and push only. */
export type MessageText = { readonly subject: string; readonly body: string }

/** One kind of message. */
export type Kind = {
  /** Who is told: people who do the work, those who plan it, or those it is done for. */
  readonly audience: 'technician' | 'office' | 'client'
  /** Goes out by each of its channels, not by the first that works. */
  readonly everyChannel?: boolean
  /** Only to those who asked for it, in legal hours, and with a way out in every message. */
  readonly marketing?: boolean
  /** Tried in this order until one works; the inbox is written besides. */
  readonly channels: readonly MessageChannel[]
  /** Goes out at any hour, in quiet hours too. */
  readonly urgent: boolean
  /** Which moment the minutes count from, to which side of it, and how many by default. */
  readonly minutes:
    | { readonly before: 'start' | 'end'; readonly default: number }
    | { readonly after: 'end'; readonly default: number }
    | null
  /** Names that `{…}` may stand for in this kind. */
  readonly variables: readonly string[]
  readonly texts: Readonly<Record<Language, { long: MessageText; short: string }>>
}

/** What can be said of one visit. */
export const visitVariables = [
  'name',
  'organization',
  'title',
  'site',
  'city',
  'day',
  'time',
  'end',
  'link',
] as const
