// What people who do the work are told of the plan, as shipped.
import { type Kind, visitVariables } from './message-kind.ts'

/** `long` is for e-mail and the inbox, `short` for SMS and push. */
export const planMessages = {
  assignment_news: {
    audience: 'technician',
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
    audience: 'technician',
    channels: ['push', 'sms', 'email'],
    urgent: true,
    minutes: { before: 'start', default: 30 },
    variables: visitVariables,
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
    audience: 'technician',
    channels: ['push', 'sms'],
    urgent: true,
    minutes: { before: 'end', default: 5 },
    variables: visitVariables,
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
    audience: 'technician',
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
} as const satisfies Record<string, Kind>
