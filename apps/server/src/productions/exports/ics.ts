// A production as a calendar file (RFC 5545): one event a phase, times in UTC, so that every calendar shows the right hour.
import type { Production } from '@regie/contract/productions'
import type { Language } from '@regie/contract/roles'
import { escapeText, foldLine, stamp } from '../../planning/index.ts'
import { crewText, linesOf, type PhaseLine } from './lines.ts'
import { fileWords } from './words.ts'

type At = { readonly language: Language; readonly timeZone: string; readonly now: string }

export function writeTimelineIcs(production: Production, at: At): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regie//Production//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(production.project.name)}`,
    `X-WR-TIMEZONE:${at.timeZone}`,
    ...linesOf(production, at.language).flatMap((line) => eventOf(line, at)),
    'END:VCALENDAR',
  ]
  return Buffer.from(`${lines.map(foldLine).join('\r\n')}\r\n`, 'utf8')
}

function eventOf(line: PhaseLine, { language, now }: At): string[] {
  const words = fileWords[language]
  const { phase, name, department, stage, counts, after } = line
  const { covered, offered, uncovered } = counts
  const facts = [
    `${words.mission}: ${phase.reference}`,
    department && `${words.department}: ${department}`,
    after && `${words.after}: ${after}`,
    line.isCritical && words.critical,
    `${words.covered}: ${covered} · ${words.offered}: ${offered} · ${words.uncovered}: ${uncovered}`,
    phase.seats.length > 0 && `${words.crew}: ${crewText(line)}`,
  ].filter(Boolean)
  const place = [stage?.siteName, stage?.address.line, stage?.address.city].filter(Boolean)
  return [
    'BEGIN:VEVENT',
    `UID:${phase.id}@regie`,
    `SEQUENCE:${phase.version}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(phase.startsAt)}`,
    `DTEND:${stamp(phase.endsAt)}`,
    `SUMMARY:${escapeText([name, stage?.name].filter(Boolean).join(' · '))}`,
    `DESCRIPTION:${escapeText(facts.join('\n'))}`,
    `LOCATION:${escapeText(place.join(', '))}`,
    `STATUS:${uncovered > 0 ? 'TENTATIVE' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}
