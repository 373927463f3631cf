// The visit as a calendar file (RFC 5545). Its id stays when it moves, so that a calendar moves it, too.

import type { Instant } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import { escapeText, foldLine, stamp } from '../planning/index.ts'
import type { Visit } from './store/visits.ts'

type Around = {
  readonly organization: string
  readonly preparations: string
  readonly link: string
  readonly now: Instant
  readonly language: Language
}

export function visitCalendar(visit: Visit, around: Around): Buffer {
  const { workOrderId, startsAt, endsAt, title, siteName, address, status } = visit
  const { organization, preparations, link, now } = around
  const isOn = startsAt !== null && endsAt !== null && status !== 'cancelled'
  const event = isOn
    ? [
        'BEGIN:VEVENT',
        `UID:visit-${workOrderId}@regie`,
        `SEQUENCE:${Math.floor(Date.parse(now) / 1000) % 2_147_483_647}`,
        `DTSTAMP:${stamp(now)}`,
        `DTSTART:${stamp(startsAt)}`,
        `DTEND:${stamp(endsAt)}`,
        `SUMMARY:${escapeText(`${organization} · ${title}`)}`,
        `DESCRIPTION:${escapeText([preparations, link].filter(Boolean).join('\n\n'))}`,
        `LOCATION:${escapeText([siteName, address].filter(Boolean).join(', '))}`,
        `URL:${link}`,
        'STATUS:CONFIRMED',
        'END:VEVENT',
      ]
    : []
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regie//Portal//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...event,
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(foldLine).join('\r\n')}\r\n`, 'utf8')
}
