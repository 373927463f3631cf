// Call sheets on paper: one after the other, each from a page of its own, in the language of its reader.
import type { SheetPart } from '@regie/contract/call-sheet-content'
import { type Reader, sheetClock, sheetDays, sheetLines } from '@regie/contract/call-sheet-text'
import { sheetWords } from '@regie/contract/call-sheet-words'
import type { PersonSheet } from '@regie/contract/call-sheets'
import type { Id } from '@regie/contract/kernel'
import { collect, MARGIN, openPdf, PAGE } from '../../platform/pdf/document.ts'
import { drawCode } from '../../platform/pdf/drawings.ts'
import { Flow, SOFT } from '../../platform/pdf/flow.ts'
import type { Picture } from '../../platform/pdf/pictures.ts'
import { drawLine, drawPlain, firstHeight, type Marks, marksOf, TIME } from './sheet-lines.ts'
import { drawPlan } from './sheet-plan.ts'
import { paperWords } from './sheet-words.ts'

const COLOUR = '#1d4f91'

type Wanted = {
  /** At least one, of one production. */
  readonly sheets: readonly PersonSheet[]
  readonly organization: { readonly name: string; readonly timeZone: string }
  /** Where the sheet can be read on a phone. */
  readonly phoneUrl: string
  readonly at: Date
  /** Plans of stages by their files; one that cannot be read any more is left out. */
  readonly plans: ReadonlyMap<Id, Picture>
}

export async function writeSheets(wanted: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets, organization, at } = wanted
  const [first] = sheets
  const language = first?.language ?? 'fr'
  const title = [sheetWords[language].title, first?.projectName].filter(Boolean).join(' · ')
  const pdf = openPdf({ title, author: organization.name, language, at })
  const whole = collect(pdf)
  const flow = new Flow(pdf, COLOUR)
  const starts: number[] = []
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) flow.newPage()
    starts.push(pdf.bufferedPageRange().count)
    drawSheet(flow, sheet, wanted)
  }
  flow.foot((page, pages) => {
    const index = starts.findLastIndex((start) => start <= page)
    const sheet = sheets[index]
    if (!sheet) return ['', '']
    const [start = 1, end = pages + 1] = [starts[index], starts[index + 1]]
    const { title: kind, version } = sheetWords[sheet.language]
    const words = paperWords[sheet.language]
    const number = sheet.number === null ? words.preview : version(sheet.number)
    return [
      [organization.name, sheet.projectCode, `${kind}, ${sheet.name}`, number].join(' · '),
      words.page(page - start + 1, end - start),
    ]
  })
  pdf.end()
  return await whole
}

function drawSheet(flow: Flow, sheet: PersonSheet, wanted: Wanted): void {
  const reader: Reader = {
    language: sheet.language,
    timeZone: wanted.organization.timeZone,
  }
  const marks = marksOf(sheet)
  drawHead(flow, sheet, wanted)
  drawNews(flow, sheet)
  drawTimeline(flow, sheet, { reader, marks })
  for (const part of ['lodging', 'places', 'contacts', 'safety', 'notes', 'documents'] as const)
    drawPart(flow, sheet, { part, reader, marks })
  for (const { name, plan } of sheet.content.places) {
    const picture = plan && wanted.plans.get(plan.fileId)
    if (picture) drawPlan(flow, { name, plan, picture, language: sheet.language })
  }
  drawGone(flow, sheet)
}

const CODE = 74

function drawHead(flow: Flow, sheet: PersonSheet, { organization, phoneUrl }: Wanted): void {
  const { pdf } = flow
  const words = paperWords[sheet.language]
  const { title, version } = sheetWords[sheet.language]
  const clock = sheetClock({ language: sheet.language, timeZone: organization.timeZone })
  const width = flow.width - CODE - 28
  pdf.rect(0, 0, PAGE.width, 6).fill(flow.colour)
  const line = (text: string, style: Parameters<Flow['put']>[3]) => {
    if (text === '') return
    flow.put(text, MARGIN, flow.y, { width, ...style })
    flow.y += flow.heightOf(text, { width, ...style }) + 2
  }
  const top = flow.y
  line(organization.name, { size: 9, colour: SOFT })
  line(title, { size: 10.5, face: 'bold', colour: flow.colour })
  line(sheet.name, { size: sheet.name.length > 40 ? 15 : 20, face: 'bold' })
  line([sheet.projectName, sheet.projectCode, sheet.clientName].filter(Boolean).join(' · '), {
    size: 10.5,
  })
  const published =
    sheet.number === null || sheet.publishedAt === null
      ? words.preview
      : `${version(sheet.number)}, ${words.published(clock.moment(sheet.publishedAt), sheet.publishedBy)}`
  line(published, { size: 8.5, colour: SOFT })
  const x = MARGIN + flow.width - CODE
  drawCode(pdf, phoneUrl, { x, y: top, width: CODE })
  const beside = { size: 6.5, colour: SOFT, width: CODE + 16, align: 'center' } as const
  flow.put(words.phone, x - 8, top + CODE + 4, beside)
  pdf.link(x, top, CODE, CODE, phoneUrl)
  flow.y = Math.max(flow.y, top + CODE + 24)
  flow.rule()
}

/** What the planner says of this version, and how many lines are another than before. */
function drawNews(flow: Flow, sheet: PersonSheet): void {
  const words = paperWords[sheet.language]
  const isOlder = sheet.number !== null && sheet.since !== null && sheet.since < sheet.number
  const news = isOlder
    ? words.unchanged(sheet.since ?? 1)
    : sheet.changes.length > 0
      ? words.changed(sheet.changes.length)
      : ''
  if (news) flow.text(news, { face: 'bold', size: 9 })
  if (sheet.note) flow.text(sheet.note)
  if (news || sheet.note) flow.space(2)
}

type Drawing = { readonly reader: Reader; readonly marks: Marks }

function drawTimeline(flow: Flow, sheet: PersonSheet, { reader, marks }: Drawing): void {
  const days = sheetDays(sheet.content, reader)
  if (days.length === 0) return
  const clock = sheetClock(reader)
  flow.heading(paperWords[sheet.language].timeline, 20 + firstHeight(flow, days[0]?.lines[0], TIME))
  for (const { date, lines } of days) {
    flow.subheading(clock.longDate(date), firstHeight(flow, lines[0], TIME))
    for (const line of lines) drawLine(flow, line, marks)
    flow.space(6)
  }
}

type Part = Drawing & { readonly part: SheetPart }

function drawPart(flow: Flow, sheet: PersonSheet, { part, reader, marks }: Part): void {
  const lines = sheetLines(sheet.content, part, reader)
  if (lines.length === 0) return
  flow.heading(sheetWords[reader.language].parts[part], firstHeight(flow, lines[0]))
  for (const line of lines) drawPlain(flow, line, marks)
}

/** Lines that went have no place of their own any more. */
function drawGone(flow: Flow, { changes, language }: PersonSheet): void {
  const gone = changes.filter(({ kind }) => kind === 'removed')
  if (gone.length === 0) return
  flow.heading(paperWords[language].removed, 20)
  for (const { was } of gone) flow.text(`– ${was}`, { colour: SOFT })
}
