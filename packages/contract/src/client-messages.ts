// What clients are told of their visits, and what the office is told of clients: the kinds of messages and their texts.
import type { Kind } from './message-kind.ts'

export const clientMessageKinds = [
  'visit_reminder',
  'visit_changed',
  'visit_cancelled',
  'visit_on_the_way',
  'visit_survey',
  'visit_report',
  'client_offer',
] as const
export type ClientMessageKind = (typeof clientMessageKinds)[number]

/** Kinds that reach the whole office: its inboxes, and Slack where it is connected. */
export const officeMessageKinds = ['client_word'] as const
export type OfficeMessageKind = (typeof officeMessageKinds)[number]

/** `time` to `until` is when somebody arrives, `end` when the work is to be over. */
const visit = [
  ...['name', 'organization', 'phone', 'title', 'site', 'city'],
  ...['day', 'time', 'until', 'end', 'preparations', 'link'],
] as const

const toClient = { audience: 'client', channels: ['email', 'sms'] } as const

export const clientKinds: Readonly<Record<ClientMessageKind | OfficeMessageKind, Kind>> = {
  visit_reminder: {
    ...toClient,
    everyChannel: true,
    urgent: false,
    minutes: { before: 'start', default: 2880 },
    variables: visit,
    texts: {
      fr: {
        long: {
          subject: '{organization} : votre rendez-vous {day}, entre {time} et {until}',
          body: 'Bonjour {name},\n\nNous passons {day}, entre {time} et {until} : {title}, {site}, {city}.\n\n{preparations}\n\nConfirmez, choisissez un autre créneau ou demandez à être rappelé :\n{link}\n\n{organization}\n{phone}',
        },
        short:
          '{organization} : {title} {day}, entre {time} et {until}. Confirmer ou déplacer : {link}',
      },
      en: {
        long: {
          subject: '{organization}: your appointment {day}, between {time} and {until}',
          body: 'Hello {name},\n\nWe come {day}, between {time} and {until}: {title}, {site}, {city}.\n\n{preparations}\n\nConfirm, choose another time or ask to be called:\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization}: {title} {day}, between {time} and {until}. Confirm or move: {link}',
      },
    },
  },
  visit_changed: {
    ...toClient,
    everyChannel: true,
    urgent: false,
    minutes: null,
    variables: [...visit, 'before'],
    texts: {
      fr: {
        long: {
          subject:
            '{organization} : votre rendez-vous est déplacé à {day}, entre {time} et {until}',
          body: 'Bonjour {name},\n\nVotre rendez-vous du {before} est déplacé : nous passons {day}, entre {time} et {until} ({title}, {site}, {city}).\n\n{preparations}\n\nConfirmez, choisissez un autre créneau ou demandez à être rappelé :\n{link}\n\n{organization}\n{phone}',
        },
        short:
          '{organization} : rendez-vous déplacé, {day} entre {time} et {until} (au lieu de {before}). {link}',
      },
      en: {
        long: {
          subject: '{organization}: your appointment moves to {day}, between {time} and {until}',
          body: 'Hello {name},\n\nYour appointment of {before} has moved: we come {day}, between {time} and {until} ({title}, {site}, {city}).\n\n{preparations}\n\nConfirm, choose another time or ask to be called:\n{link}\n\n{organization}\n{phone}',
        },
        short:
          '{organization}: appointment moved, {day} between {time} and {until} (instead of {before}). {link}',
      },
    },
  },
  visit_cancelled: {
    ...toClient,
    everyChannel: true,
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'phone', 'title', 'site', 'city', 'before', 'link'],
    texts: {
      fr: {
        long: {
          subject: '{organization} : le rendez-vous du {before} n’a pas lieu',
          body: 'Bonjour {name},\n\nNotre rendez-vous du {before} ({title}, {site}) n’a pas lieu. Si une autre date est fixée, vous en serez prévenu.\n\nVous pouvez demander à être rappelé :\n{link}\n\n{organization}\n{phone}',
        },
        short: "{organization} : le rendez-vous du {before} n'a pas lieu. {link}",
      },
      en: {
        long: {
          subject: '{organization}: the appointment of {before} does not take place',
          body: 'Hello {name},\n\nOur appointment of {before} ({title}, {site}) does not take place. You will be told when there is another date.\n\nYou may ask to be called:\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization}: the appointment of {before} does not take place. {link}',
      },
    },
  },
  visit_on_the_way: {
    audience: 'client',
    channels: ['sms', 'email'],
    urgent: true,
    minutes: null,
    variables: [...visit, 'technician', 'arrival'],
    texts: {
      fr: {
        long: {
          subject: '{organization} : {technician} est en route, arrivée vers {arrival}',
          body: 'Bonjour {name},\n\n{technician} est en route pour {title} et arrive vers {arrival}.\n\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization} : {technician} est en route, arrivée vers {arrival}. {link}',
      },
      en: {
        long: {
          subject: '{organization}: {technician} is on the way, arriving about {arrival}',
          body: 'Hello {name},\n\n{technician} is on the way for {title} and arrives about {arrival}.\n\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization}: {technician} is on the way, arriving about {arrival}. {link}',
      },
    },
  },
  visit_survey: {
    ...toClient,
    urgent: false,
    minutes: { after: 'end', default: 1440 },
    variables: ['name', 'organization', 'phone', 'title', 'site', 'city', 'day', 'link'],
    texts: {
      fr: {
        long: {
          subject: '{organization} : notre visite du {day} s’est-elle bien passée ?',
          body: 'Bonjour {name},\n\nNous sommes venus le {day} : {title}, {site}. Êtes-vous satisfait ? Une question, trente secondes :\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization} : notre visite du {day} vous a-t-elle satisfait ? {link}',
      },
      en: {
        long: {
          subject: '{organization}: did our visit of {day} go well?',
          body: 'Hello {name},\n\nWe came on {day}: {title}, {site}. Are you satisfied? One question, thirty seconds:\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization}: were you satisfied with our visit of {day}? {link}',
      },
    },
  },
  visit_report: {
    ...toClient,
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'phone', 'title', 'site', 'city', 'day', 'link'],
    texts: {
      fr: {
        long: {
          subject: '{organization} : le compte rendu de notre visite du {day}',
          body: 'Bonjour {name},\n\nLe compte rendu de {title} ({site}, {day}), avec ses photos, est ici :\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization} : le compte rendu de notre visite du {day} : {link}',
      },
      en: {
        long: {
          subject: '{organization}: the report of our visit of {day}',
          body: 'Hello {name},\n\nThe report of {title} ({site}, {day}), with its photos, is here:\n{link}\n\n{organization}\n{phone}',
        },
        short: '{organization}: the report of our visit of {day}: {link}',
      },
    },
  },
  client_offer: {
    ...toClient,
    marketing: true,
    urgent: false,
    minutes: null,
    variables: ['name', 'organization', 'phone', 'offer', 'unsubscribe'],
    texts: {
      fr: {
        long: {
          subject: 'Une nouvelle de {organization}',
          body: 'Bonjour {name},\n\n{offer}\n\n{organization}\n{phone}\n\nVous recevez ce message parce que vous l’avez souhaité. Ne plus en recevoir, en un geste : {unsubscribe}',
        },
        short: '{organization} : {offer} STOP : {unsubscribe}',
      },
      en: {
        long: {
          subject: 'News from {organization}',
          body: 'Hello {name},\n\n{offer}\n\n{organization}\n{phone}\n\nYou get this message because you asked for it. No more of them, with one tap: {unsubscribe}',
        },
        short: '{organization}: {offer} STOP: {unsubscribe}',
      },
    },
  },
  client_word: {
    audience: 'office',
    channels: ['slack'],
    urgent: true,
    minutes: null,
    variables: ['organization', 'client', 'title', 'site', 'day', 'time', 'word', 'link'],
    texts: {
      fr: {
        long: {
          subject: '{client} : {word}',
          body: '{client} — {word}\n{title}, {site}, {day} {time}\n{link}',
        },
        short: '{client} : {word} ({title}, {day} {time}). {link}',
      },
      en: {
        long: {
          subject: '{client}: {word}',
          body: '{client} — {word}\n{title}, {site}, {day} {time}\n{link}',
        },
        short: '{client}: {word} ({title}, {day} {time}). {link}',
      },
    },
  },
}
