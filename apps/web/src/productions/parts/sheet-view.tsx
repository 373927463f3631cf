import type { SheetChange, SheetContent, SheetPart } from '@regie/contract/call-sheet-content'
import {
  type Reader,
  type SheetLine,
  sheetClock,
  sheetDays,
  sheetLines,
} from '@regie/contract/call-sheet-text'
import { sheetWords } from '@regie/contract/call-sheet-words'
import type { PersonSheet } from '@regie/contract/call-sheets'
import { Mail, Navigation, Phone } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useLanguage, useWords } from '../../lib/language.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Note } from '../../ui/note.tsx'
import { sheetViewWords } from '../sheet-words.ts'
import { SheetLineRow } from './sheet-line.tsx'

export type SheetDocumentLine = SheetContent['documents'][number]
type Props = {
  readonly sheet: PersonSheet
  /** Of the production: the reader may be anywhere. */
  readonly timeZone: string
  /** Where the way to a place is shown; null: nowhere. */
  readonly directions?: (place: SheetContent['places'][number]) => string | null
  /** Shows the plan of a stage that has one. */
  readonly plan: (place: PlanPlace) => ReactNode
  readonly documents: (some: readonly SheetDocumentLine[]) => ReactNode
}
/** A place of a call sheet with its plan. */
export type PlanPlace = SheetContent['places'][number] & {
  readonly plan: NonNullable<SheetContent['places'][number]['plan']>
}
type Marks = ReadonlyMap<string, SheetChange>

const PARTS = ['lodging', 'places', 'contacts', 'safety', 'notes'] as const
const nameOf = ({ part, key }: { part: SheetPart; key: string }) => `${part} ${key}`

/** A call sheet as its person reads it: day by day, then where, whom to ask, what to mind. */
export const SheetView = ({ sheet, timeZone, directions, plan, documents }: Props) => {
  const words = useWords(sheetViewWords)
  const { language } = useLanguage()
  const reader: Reader = useMemo(() => ({ language, timeZone }), [language, timeZone])
  const { content, changes } = sheet
  const days = useMemo(() => sheetDays(content, reader), [content, reader])
  const marks: Marks = new Map(changes.map((change) => [nameOf(change), change]))
  const clock = sheetClock(reader)
  const titles = sheetWords[language].parts
  return (
    <div className="flex flex-col gap-5">
      <News sheet={sheet} />
      {days.map(({ date, lines }) => (
        <section key={date}>
          <h3 className="mb-1 font-semibold first-letter:uppercase">{clock.longDate(date)}</h3>
          <ul className="divide-y divide-line/60">
            {lines.map((line) => (
              <SheetLineRow
                key={nameOf(line)}
                isTimed
                line={line}
                change={marks.get(nameOf(line))}
              />
            ))}
          </ul>
        </section>
      ))}
      {PARTS.map((part) => (
        <Part key={part} title={titles[part]} lines={sheetLines(content, part, reader)}>
          {(line) => (
            <SheetLineRow key={line.key} line={line} change={marks.get(nameOf(line))}>
              <Reach content={content} line={line} directions={directions} />
              {part === 'places' && planned(content, line.key).map(plan)}
            </SheetLineRow>
          )}
        </Part>
      ))}
      {content.documents.length > 0 && (
        <section>
          <h3 className="mb-1.5 font-semibold">{titles.documents}</h3>
          {documents(content.documents)}
        </section>
      )}
      <Gone title={words.gone} changes={changes} />
    </div>
  )
}

const planned = ({ places }: SheetContent, key: string): PlanPlace[] =>
  places.flatMap((place) =>
    place.key === key && place.plan ? [{ ...place, plan: place.plan }] : [],
  )

type PartProps = {
  readonly title: string
  readonly lines: readonly SheetLine[]
  readonly children: (line: SheetLine) => ReactNode
}

const Part = ({ title, lines, children }: PartProps) =>
  lines.length > 0 && (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="divide-y divide-line/60">{lines.map(children)}</ul>
    </section>
  )

/** What is new in this version, and what the planner says of it. */
const News = ({ sheet: { number, since, changes, note } }: { sheet: PersonSheet }) => {
  const words = useWords(sheetViewWords)
  const isOlder = number !== null && since !== null && since < number
  return (
    <>
      {changes.length > 0 && <Note title={words.changed(changes.length)} />}
      {isOlder && changes.length === 0 && <p className="text-ink-2">{words.since(since)}</p>}
      {note && <p className="whitespace-pre-wrap break-words">{note}</p>}
    </>
  )
}

/** Lines that went have no place of their own any more. */
const Gone = ({ title, changes }: { title: string; changes: readonly SheetChange[] }) => {
  const gone = changes.filter(({ kind }) => kind === 'removed')
  return (
    gone.length > 0 && (
      <section>
        <h3 className="mb-1 font-semibold">{title}</h3>
        <ul className="list-disc pl-5 text-ink-2">
          {gone.map((change) => (
            <li key={nameOf(change)} className="break-words line-through">
              {change.was}
            </li>
          ))}
        </ul>
      </section>
    )
  )
}

type ReachProps = {
  readonly content: SheetContent
  readonly line: SheetLine
  readonly directions: Props['directions']
}

/** One tap to call, to write, to get there. */
const Reach = ({ content, line: { part, key }, directions }: ReachProps) => {
  const words = useWords(sheetViewWords)
  const small = `${buttonClass({ size: 'small' })} print:hidden`
  if (part === 'places') {
    const place = content.places.find((one) => one.key === key)
    const href = place && directions?.(place)
    if (!href) return null
    return (
      <p className="mt-1.5">
        <a className={small} href={href} target="_blank" rel="noreferrer">
          <Navigation aria-hidden className="size-4" />
          {words.navigate(place.name)}
        </a>
      </p>
    )
  }
  const lines = part === 'contacts' ? content.contacts : part === 'lodging' ? content.lodging : []
  const found = lines.find((one) => one.key === key)
  const email = found && 'email' in found ? found.email : ''
  if (!found || (!found.phone && !email)) return null
  return (
    <p className="mt-1.5 flex flex-wrap gap-2">
      {found.phone && (
        <a className={small} href={`tel:${found.phone}`}>
          <Phone aria-hidden className="size-4" />
          {words.call(found.name)}
        </a>
      )}
      {email && (
        <a className={small} href={`mailto:${email}`}>
          <Mail aria-hidden className="size-4" />
          {words.write(found.name)}
        </a>
      )}
    </p>
  )
}
