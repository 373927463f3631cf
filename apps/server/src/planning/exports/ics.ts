// A calendar file (RFC 5545): one event a visit, times in UTC, so that every calendar shows the right hour.
import type { Language } from '@regie/contract/roles'
import type { ExportedVisit } from './visits.ts'
import { exportWords } from './words.ts'

export const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

const FOLD_BYTES = 74

/** Lines are at most 75 bytes; a letter of several bytes is never cut. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > FOLD_BYTES) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

export const stamp = (at: string): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')

const eventLines = ({ bar, technician }: ExportedVisit, now: string, language: Language) => {
  const words = exportWords[language]
  const isDraft = bar.state === 'offered' && bar.publishedAt === null
  const { titles } = words
  const facts = [
    `${titles.technician}: ${technician.name}`,
    `${titles.title}: ${[bar.title, bar.positionName].filter(Boolean).join(' · ')}`,
    `${titles.client}: ${bar.clientName}`,
    `${titles.reference}: ${bar.reference}`,
    `${titles.state}: ${words.states[isDraft ? 'draft' : bar.state]}`,
  ].join('\n')
  const place = [bar.siteName, bar.city].filter(Boolean).join(', ')
  return [
    'BEGIN:VEVENT',
    `UID:${bar.id}@regie`,
    `SEQUENCE:${bar.version}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(bar.startsAt)}`,
    `DTEND:${stamp(bar.endsAt)}`,
    `SUMMARY:${escapeText(`${technician.name} · ${bar.siteName}`)}`,
    `DESCRIPTION:${escapeText(facts)}`,
    `LOCATION:${escapeText(place)}`,
    ...(bar.position ? [`GEO:${bar.position.latitude};${bar.position.longitude}`] : []),
    `CATEGORIES:${escapeText(bar.priorityName || words.categories[bar.category])}`,
    `STATUS:${isDraft ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

export function writeIcs(
  visits: readonly ExportedVisit[],
  { language, timeZone, now }: { language: Language; timeZone: string; now: string },
): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regie//Planning//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${exportWords[language].calendar}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...visits.flatMap((visit) => eventLines(visit, now, language)),
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(foldLine).join('\r\n')}\r\n`, 'utf8')
}
