// What is asked of people when a seat is to change hands, and what the office hears of it, as shipped.
import { type Kind, visitVariables } from './message-kind.ts'

/** `long` is for e-mail and the inbox, `short` for SMS and push. */
export const reliefMessages = {
  offer_asked: {
    audience: 'technician',
    channels: ['push', 'sms', 'email'],
    urgent: false,
    minutes: null,
    variables: [...visitVariables, 'from', 'reason'],
    texts: {
      fr: {
        long: {
          subject: '{day} {time} : qui prend « {title} » ?',
          body: 'Bonjour {name},\n\n{from}\n{title}, {day} de {time} à {end}, {site}, {city}.\n{reason}\n\nPremier qualifié servi : {link}',
        },
        short:
          '{organization} : {title}, {day} {time}-{end}, {site}. Vous prenez ? Répondez OUI ou NON, ou {link}',
      },
      en: {
        long: {
          subject: '{day} {time}: who takes "{title}"?',
          body: 'Hello {name},\n\n{from}\n{title}, {day} from {time} to {end}, {site}, {city}.\n{reason}\n\nThe first who can has it: {link}',
        },
        short:
          '{organization}: {title}, {day} {time}-{end}, {site}. Will you take it? Answer YES or NO, or {link}',
      },
    },
  },
  offer_settled: {
    audience: 'technician',
    channels: ['push', 'sms', 'email'],
    urgent: false,
    minutes: null,
    variables: [...visitVariables, 'outcome'],
    texts: {
      fr: {
        long: {
          subject: '{title}, {day} : {outcome}',
          body: 'Bonjour {name},\n\n{title}, {day} à {time}, {site} : {outcome}\n\n{link}',
        },
        short: '{title}, {day} {time} : {outcome}',
      },
      en: {
        long: {
          subject: '{title}, {day}: {outcome}',
          body: 'Hello {name},\n\n{title}, {day} at {time}, {site}: {outcome}\n\n{link}',
        },
        short: '{title}, {day} {time}: {outcome}',
      },
    },
  },
  office_decision: {
    audience: 'office',
    channels: ['push', 'email'],
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'title', 'lines', 'link'],
    texts: {
      fr: {
        long: { subject: 'À décider : {title}', body: '{lines}\n\n{link}' },
        short: 'À décider : {title}',
      },
      en: {
        long: { subject: 'To decide: {title}', body: '{lines}\n\n{link}' },
        short: 'To decide: {title}',
      },
    },
  },
  office_alarm: {
    audience: 'office',
    channels: ['push', 'email', 'slack'],
    urgent: true,
    minutes: null,
    variables: ['name', 'organization', 'title', 'lines', 'link'],
    texts: {
      fr: {
        long: { subject: 'Alerte : {title}', body: '{lines}\n\n{link}' },
        short: 'Alerte : {title}',
      },
      en: {
        long: { subject: 'Alarm: {title}', body: '{lines}\n\n{link}' },
        short: 'Alarm: {title}',
      },
    },
  },
} as const satisfies Record<string, Kind>
