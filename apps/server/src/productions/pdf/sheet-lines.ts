// One line of a call sheet on paper; those that changed are marked beside and in a word, never by colour alone.
import type { SheetLine } from '@regie/contract/call-sheet-text'
import type { PersonSheet } from '@regie/contract/call-sheets'
import { type Flow, LINE, SOFT } from '../../platform/pdf/flow.ts'
import { paperWords } from './sheet-words.ts'

/** The word beside a line that is another than before, by part and key. */
export type Marks = ReadonlyMap<string, string>

const nameOf = ({ part, key }: Pick<SheetLine, 'part' | 'key'>): string => `${part} ${key}`

export const marksOf = ({ changes, language }: PersonSheet): Marks =>
  new Map(changes.map((change) => [nameOf(change), paperWords[language].kinds[change.kind]]))

const AMBER = '#a15c00'
export const TIME = 86
const MARK = 54

/** With its time at the left, as a timeline has it. */
export const drawLine = (flow: Flow, line: SheetLine, marks: Marks): void =>
  draw(flow, line, { marks, indent: TIME })

export const drawPlain = (flow: Flow, line: SheetLine, marks: Marks): void =>
  draw(flow, line, { marks, indent: 0 })

type Look = { readonly marks: Marks; readonly indent: number }

function measure(flow: Flow, line: SheetLine, indent: number) {
  const width = flow.width - indent - MARK - 8
  const isText = line.part === 'safety' || line.part === 'notes'
  const title = { size: 9.5, face: isText ? 'regular' : 'bold', width } as const
  const small = { size: 8.5, colour: SOFT, width } as const
  const titleHeight = flow.heightOf(line.title, title)
  const heights = line.details.map((text) => flow.heightOf(text, small) + 1)
  const height = titleHeight + heights.reduce((sum, one) => sum + one, 0) + 9
  return { title, small, titleHeight, heights, height }
}

/** What is longer runs on over the next page. */
const TALLEST = 360

/** How much room a heading leaves for its first line, so that it never ends a page. */
export const firstHeight = (flow: Flow, line: SheetLine | undefined, indent = 0): number =>
  line ? Math.min(TALLEST, measure(flow, line, indent).height) : 0

function draw(flow: Flow, line: SheetLine, { marks, indent }: Look): void {
  const mark = marks.get(nameOf(line)) ?? ''
  const { title, small, titleHeight, heights, height } = measure(flow, line, indent)
  if (height > TALLEST) {
    runOn(flow, line, mark)
    return
  }
  flow.block(height, (y) => {
    if (mark) {
      flow.pdf.rect(flow.left - 7, y + 1, 3, height - 5).fill(AMBER)
      const place = flow.left + flow.width - MARK
      const style = { size: 7.5, face: 'bold', colour: AMBER, width: MARK, align: 'right' } as const
      flow.put(mark, place, y + 3, style)
    }
    if (indent)
      flow.put(line.time, flow.left, y + 2, { size: 9.5, face: 'bold', width: indent - 6 })
    flow.put(line.title, flow.left + indent, y + 2, title)
    let below = y + 2 + titleHeight + 1
    for (const [index, text] of line.details.entries()) {
      flow.put(text, flow.left + indent, below, small)
      below += heights[index] ?? 12
    }
    flow.pdf
      .moveTo(flow.left, y + height - 2)
      .lineTo(flow.left + flow.width, y + height - 2)
      .lineWidth(0.4)
      .stroke(LINE)
  })
}

function runOn(flow: Flow, { time, title, details }: SheetLine, mark: string): void {
  const head = [mark, time, title].filter(Boolean).join(' · ')
  flow.text(head, { face: details.length > 0 ? 'bold' : 'regular' })
  for (const text of details) flow.text(text, { size: 8.5, colour: SOFT })
  flow.space(6)
}
