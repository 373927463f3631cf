// A calendar file (RFC 5545): one event a visit, times in UTC, so that every calendar shows the right hour.
import type { Language } from '@regie/contract/roles'
import { stateOf } from './columns.ts'
import type { ExportedLine } from './visits.ts'
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

type Wall = {
  readonly language: Language
  readonly now: string
  /** A moment on the organisation's clock. */
  readonly time: (instant: string) => string
}

const factsOf = ({ work, bar, technician, pause, crew }: ExportedLine, at: Wall): string => {
  const { titles, states } = exportWords[at.language]
  return [
    technician && `${titles.technician}: ${technician.name}`,
    `${titles.title}: ${[work.title, work.positionName].filter(Boolean).join(' · ')}`,
    `${titles.client}: ${work.clientName}`,
    `${titles.reference}: ${work.reference}`,
    `${titles.state}: ${states[stateOf(bar)]}`,
    work.seats > 1 &&
      `${titles.crew}: ${work.seatsFilled}/${work.seats}${crew.length > 0 ? ` · ${crew.join(', ')}` : ''}`,
    work.attachments > 0 && `${titles.documents}: ${work.attachments}`,
    pause && `${titles.pause}: ${at.time(pause.startsAt)} – ${at.time(pause.endsAt)}`,
  ]
    .filter(Boolean)
    .join('\n')
}

const eventLines = (line: ExportedLine, at: Wall) => {
  const { work, bar, technician } = line
  const words = exportWords[at.language]
  const state = stateOf(bar)
  const place = [work.siteName, work.city].filter(Boolean).join(', ')
  return [
    'BEGIN:VEVENT',
    `UID:${bar?.id ?? work.positionId}@regie`,
    `SEQUENCE:${bar?.version ?? 0}`,
    `DTSTAMP:${stamp(at.now)}`,
    `DTSTART:${stamp(work.startsAt)}`,
    `DTEND:${stamp(work.endsAt)}`,
    `SUMMARY:${escapeText(`${technician?.name ?? words.states.open} · ${work.siteName}`)}`,
    `DESCRIPTION:${escapeText(factsOf(line, at))}`,
    `LOCATION:${escapeText(place)}`,
    ...(work.position ? [`GEO:${work.position.latitude};${work.position.longitude}`] : []),
    `CATEGORIES:${escapeText(work.priorityName || words.categories[work.category])}`,
    `STATUS:${state === 'draft' || state === 'open' ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

export function writeIcs(
  exported: readonly ExportedLine[],
  { language, timeZone, now }: { language: Language; timeZone: string; now: string },
): Uint8Array {
  const clock = new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone })
  const at = { language, now, time: (instant: string) => clock.format(Date.parse(instant)) }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regie//Planning//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${exportWords[language].calendar}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...exported.flatMap((line) => eventLines(line, at)),
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(foldLine).join('\r\n')}\r\n`, 'utf8')
}
