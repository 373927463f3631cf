// What is said of a call sheet, as it stands at this moment.
import type { SheetChange } from '@regie/contract/call-sheet-content'
import type { OwnSheet } from '@regie/contract/call-sheets'
import type { Id } from '@regie/contract/kernel'
import type { Language } from '@regie/contract/roles'
import type { Tx } from '../platform/work.ts'
import { formerSheetOf, sheetOf } from '../productions/index.ts'
import type { Moments } from './moments.ts'
import type { Content } from './news-content.ts'
import type { Notice } from './store/notices.ts'
import type { Person } from './store/people.ts'

type Told = {
  readonly sheet: OwnSheet | undefined
  /** The production, where they are no longer on it. */
  readonly former: { readonly name: string; readonly endsAt: string | null } | undefined
}
const nameOf = ({ subjectId, technicianId }: Pick<Notice, 'subjectId' | 'technicianId'>): string =>
  `${subjectId} ${technicianId}`

export type Sheets = ReadonlyMap<string, Told>

/** The sheets that some notices are about, in the words of their readers. */
export async function readSheets(
  tx: Tx,
  notices: readonly Notice[],
  people: ReadonlyMap<Id, Person>,
): Promise<Sheets> {
  const sheets = new Map<string, Told>()
  for (const notice of notices) {
    const { kind, subjectId, technicianId } = notice
    const person = people.get(technicianId)
    if (kind !== 'call_sheet' || !subjectId || !person || sheets.has(nameOf(notice))) continue
    const reader: Tx = { ...tx, actor: { ...tx.actor, language: person.language } }
    const sheet = await sheetOf(reader, subjectId, technicianId)
    const former = sheet ? undefined : await formerSheetOf(tx, subjectId, technicianId)
    sheets.set(nameOf(notice), { sheet, former })
  }
  return sheets
}

const MOST_LINES = 12

/** Undefined when there is nothing to tell any more: it was read meanwhile, or the show is over. */
export function sheetContent(
  sheets: Sheets,
  person: Person,
  { notice, moment, now }: { notice: Notice | undefined; moment: Moments; now: string },
): Content | undefined {
  const told = notice && sheets.get(nameOf(notice))
  const isPast = (at: string | null | undefined) => !at || Date.parse(at) <= Date.parse(now)
  const say = sayings[person.language]
  const base = { kind: 'call_sheet' as const, about: [], asks: [] }
  const { sheet, former } = told ?? {}
  if (former)
    return isPast(former.endsAt)
      ? undefined
      : { ...base, values: { production: former.name, title: say.off, lines: say.offText } }
  if (!sheet || sheet.readAt) return undefined
  const { duties } = sheet.content
  if (
    isPast(
      duties
        .map(({ endsAt }) => endsAt)
        .toSorted()
        .at(-1),
    )
  )
    return undefined
  const next = duties.find(({ endsAt }) => !isPast(endsAt))
  const { changes, note, number } = sheet
  const values = {
    ...{ production: sheet.projectName, note, number: String(number) },
    title: changes.length > 0 ? say.changed(changes.length) : say.ready,
    count: String(changes.length),
    lines: linesOf(changes, person.language),
    starts: next ? `${moment.day(next.startsAt)} ${moment.time(next.startsAt)}` : '',
  }
  const last = duties.at(-1)?.endsAt
  return {
    ...{ ...base, values, projectId: sheet.projectId },
    ...(next ? { startsAt: next.startsAt } : {}),
    ...(last ? { answerUntil: last } : {}),
  }
}

function linesOf(changes: readonly SheetChange[], language: Language): string {
  const { kinds, more } = sayings[language]
  const lines = changes
    .slice(0, MOST_LINES)
    .map(({ kind, was, now }) => `- ${kinds[kind]} : ${now || was}`)
  const rest = changes.length - lines.length
  return [...lines, ...(rest > 0 ? [more(rest)] : [])].join('\n')
}

const sayings = {
  fr: {
    ready: 'votre feuille de route',
    changed: (count: number) =>
      count > 1
        ? `${count} lignes changées sur votre feuille de route`
        : 'une ligne changée sur votre feuille de route',
    off: 'vous n’y êtes plus',
    offText: 'Vous n’êtes plus sur cette production : votre feuille de route ne vaut plus.',
    kinds: { added: 'Nouveau', changed: 'Modifié', removed: 'Retiré' },
    more: (count: number) => `- et ${count} de plus`,
  },
  en: {
    ready: 'your call sheet',
    changed: (count: number) =>
      count > 1
        ? `${count} lines changed on your call sheet`
        : 'one line changed on your call sheet',
    off: 'you are no longer on it',
    offText: 'You are no longer on this production: your call sheet no longer holds.',
    kinds: { added: 'New', changed: 'Changed', removed: 'Removed' },
    more: (count: number) => `- and ${count} more`,
  },
} as const satisfies Record<Language, unknown>
