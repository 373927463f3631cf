// The kinds of messages, what each may say, and how it is said when an organisation has not changed it.
import { z } from 'zod'
import type { Language } from './roles.ts'

/** `inbox` is the bell inside the product; `slack` tells a channel of the organisation, not a person. */
export const messageChannel = z.enum(['email', 'sms', 'push', 'slack', 'inbox'])
export type MessageChannel = z.infer<typeof messageChannel>

export const messageKind = z.enum([
  'assignment_news',
  'start_reminder',
  'checkout_reminder',
  'after_shift',
])
export type MessageKind = z.infer<typeof messageKind>

/** What a message writes itself with. A subject is for e-mail and push only. */
export type MessageText = { readonly subject: string; readonly body: string }

type Kind = {
  /** Tried in this order until one works; the inbox is written besides. */
  readonly channels: readonly MessageChannel[]
  /** Goes out at any hour, in quiet hours too. */
  readonly urgent: boolean
  /** Whose moment the minutes count from, and how many by default; positive is before it. */
  readonly minutes: { readonly before: 'start' | 'end'; readonly default: number } | null
  /** Names that `{…}` may stand for in this kind. */
  readonly variables: readonly string[]
  readonly texts: Readonly<Record<Language, { long: MessageText; short: string }>>
}

const visit = [
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

/** Every kind of message. `long` is for e-mail and the inbox, `short` for SMS and push. */
export const messageKinds: Readonly<Record<MessageKind, Kind>> = {
  assignment_news: {
    channels: ['push', 'email', 'sms'],
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'count', 'lines', 'link'],
    texts: {
      fr: {
        long: {
          subject: '{organization} : votre planning change ({count})',
          body: 'Bonjour {name},\n\n{lines}\n\nPour accepter ou refuser : {link}',
        },
        short: '{organization} : {lines}\nRépondez OUI ou NON, ou {link}',
      },
      en: {
        long: {
          subject: '{organization}: your plan changes ({count})',
          body: 'Hello {name},\n\n{lines}\n\nTo accept or decline: {link}',
        },
        short: '{organization}: {lines}\nAnswer YES or NO, or {link}',
      },
    },
  },
  start_reminder: {
    channels: ['push', 'sms', 'email'],
    urgent: true,
    minutes: { before: 'start', default: 30 },
    variables: visit,
    texts: {
      fr: {
        long: {
          subject: '{time} : {title}',
          body: 'Bonjour {name},\n\n{title} commence à {time}, {site}, {city}.\n\n{link}',
        },
        short: '{time} {title}, {site} {city}. {link}',
      },
      en: {
        long: {
          subject: '{time}: {title}',
          body: 'Hello {name},\n\n{title} starts at {time}, {site}, {city}.\n\n{link}',
        },
        short: '{time} {title}, {site} {city}. {link}',
      },
    },
  },
  checkout_reminder: {
    channels: ['push', 'sms'],
    urgent: true,
    minutes: { before: 'end', default: 5 },
    variables: visit,
    texts: {
      fr: {
        long: {
          subject: 'Fin prévue à {end}',
          body: 'Bonjour {name},\n\n{title} finit à {end}. Pensez à pointer la fin : {link}',
        },
        short: '{title} finit à {end} : pensez à pointer la fin. {link}',
      },
      en: {
        long: {
          subject: 'Planned end at {end}',
          body: 'Hello {name},\n\n{title} ends at {end}. Remember to check out: {link}',
        },
        short: '{title} ends at {end}: remember to check out. {link}',
      },
    },
  },
  after_shift: {
    channels: ['push', 'sms', 'email'],
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'day', 'link'],
    texts: {
      fr: {
        long: {
          subject: "Tout s'est bien passé ?",
          body: "Bonjour {name},\n\nVotre journée du {day} : tout s'est bien passé ? Oui ou Non, en un geste : {link}",
        },
        short: "{organization} : tout s'est bien passé ? Répondez OUI ou NON. {link}",
      },
      en: {
        long: {
          subject: 'Did all go well?',
          body: 'Hello {name},\n\nYour day of {day}: did all go well? Yes or No, with one tap: {link}',
        },
        short: '{organization}: did all go well? Answer YES or NO. {link}',
      },
    },
  },
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
