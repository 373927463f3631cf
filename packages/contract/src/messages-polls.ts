// What people are asked about their availability, as shipped.
import type { Kind } from './message-kind.ts'

const variables = [
  ...['name', 'organization', 'title', 'project', 'dates', 'period', 'count'],
  ...['deadline', 'message', 'link'],
] as const

/** `long` is for e-mail and the inbox, `short` for SMS and push. */
export const pollMessages = {
  poll_asked: {
    audience: 'technician',
    channels: ['push', 'email', 'sms'],
    urgent: false,
    minutes: null,
    variables,
    texts: {
      fr: {
        long: {
          subject: '{title} : êtes-vous disponible ?',
          body: 'Bonjour {name},\n\n{message}\n\n{title} {project}\n{dates}\n\nRépondez en quelques gestes, avant le {deadline} : {link}\n\n{organization}',
        },
        short:
          '{organization} : {title}, {period}. Disponible ? Répondez OUI (tout) ou NON (rien), ou par date : {link}',
      },
      en: {
        long: {
          subject: '{title}: are you available?',
          body: 'Hello {name},\n\n{message}\n\n{title} {project}\n{dates}\n\nAnswer with a few taps, before {deadline}: {link}\n\n{organization}',
        },
        short:
          '{organization}: {title}, {period}. Available? Answer YES (all) or NO (none), or by date: {link}',
      },
    },
  },
  poll_reminded: {
    audience: 'technician',
    channels: ['push', 'sms', 'email'],
    urgent: false,
    minutes: null,
    variables,
    texts: {
      fr: {
        long: {
          subject: 'Rappel : {title}, votre réponse avant le {deadline}',
          body: 'Bonjour {name},\n\nNous n’avons pas encore votre réponse.\n\n{title} {project}\n{dates}\n\nRépondez avant le {deadline} : {link}\n\n{organization}',
        },
        short:
          'Rappel {organization} : {title}, {period}. Répondez OUI (tout) ou NON (rien), ou par date : {link}',
      },
      en: {
        long: {
          subject: 'Reminder: {title}, your answer before {deadline}',
          body: 'Hello {name},\n\nWe do not have your answer yet.\n\n{title} {project}\n{dates}\n\nAnswer before {deadline}: {link}\n\n{organization}',
        },
        short:
          'Reminder from {organization}: {title}, {period}. Answer YES (all) or NO (none), or by date: {link}',
      },
    },
  },
} as const satisfies Record<string, Kind>
