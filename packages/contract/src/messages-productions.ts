// What people are told of their call sheet and of the reviews they are chiefs in, as shipped.
import type { Kind } from './message-kind.ts'

/** `long` is for e-mail and the inbox, `short` for SMS and push. */
export const productionMessages = {
  call_sheet: {
    audience: 'technician',
    channels: ['push', 'email', 'sms'],
    urgent: false,
    minutes: null,
    variables: [
      ...['name', 'organization', 'production', 'number', 'title', 'lines', 'count'],
      ...['note', 'starts', 'link'],
    ],
    texts: {
      fr: {
        long: {
          subject: '{production} : {title}',
          body: 'Bonjour {name},\n\n{note}\n\n{lines}\n\nPremier rendez-vous : {starts}\n\nVotre feuille de route, version {number} : {link}\n\n{organization}',
        },
        short: '{organization} : {production}, {title} (version {number}). {link}',
      },
      en: {
        long: {
          subject: '{production}: {title}',
          body: 'Hello {name},\n\n{note}\n\n{lines}\n\nFirst call: {starts}\n\nYour call sheet, version {number}: {link}\n\n{organization}',
        },
        short: '{organization}: {production}, {title} (version {number}). {link}',
      },
    },
  },
  production_review: {
    audience: 'technician',
    channels: ['push', 'email', 'sms'],
    urgent: false,
    minutes: null,
    variables: [
      ...['name', 'organization', 'production', 'departments', 'title', 'lines', 'count'],
      ...['reason', 'deadline', 'link'],
    ],
    texts: {
      fr: {
        long: {
          subject: '{production} ({departments}) : {title}',
          body: 'Bonjour {name},\n\n{reason}\n\n{lines}\n\n{link}\n\n{organization}',
        },
        short: '{organization} : {production} ({departments}), {title}. {link}',
      },
      en: {
        long: {
          subject: '{production} ({departments}): {title}',
          body: 'Hello {name},\n\n{reason}\n\n{lines}\n\n{link}\n\n{organization}',
        },
        short: '{organization}: {production} ({departments}), {title}. {link}',
      },
    },
  },
} as const satisfies Record<string, Kind>
