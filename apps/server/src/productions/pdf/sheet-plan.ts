// The plan of a stage on a call sheet, with a mark where its reader works.
import type { SheetPlan } from '@regie/contract/call-sheet-content'
import type { Language } from '@regie/contract/roles'
import { type Flow, LINE } from '../../platform/pdf/flow.ts'
import type { Picture } from '../../platform/pdf/pictures.ts'
import { paperWords } from './sheet-words.ts'

const TALLEST = 380
const MARK = '#c2255c'

type Drawing = {
  /** Of the stage. */
  readonly name: string
  readonly plan: SheetPlan
  readonly picture: Picture
  readonly language: Language
}

export function drawPlan(flow: Flow, { name, plan, picture, language }: Drawing): void {
  const words = paperWords[language]
  const scale = Math.min(flow.width / picture.width, TALLEST / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  flow.heading(words.plan(name), height + 8)
  flow.block(height + 10, (y) => {
    flow.pdf.image(picture.bytes, flow.left, y, { width, height })
    flow.pdf.rect(flow.left, y, width, height).lineWidth(0.6).stroke(LINE)
    for (const spot of plan.spots) {
      const [x, top] = [flow.left + spot.x * width, y + spot.y * height]
      flow.pdf.circle(x, top, 6).lineWidth(2).fillAndStroke(MARK, '#ffffff')
      const said = [words.you, spot.label].filter(Boolean).join(' · ')
      flow.style({ size: 8, face: 'bold' })
      const room = Math.min(140, flow.pdf.widthOfString(flow.clean(said)) + 2)
      const beside = x + 16 + room > flow.left + width ? x - 10 - room : x + 10
      flow.pdf.roundedRect(beside - 3, top - 8, room + 6, 15, 3).fill('#ffffff')
      flow.put(said, beside, top - 5, { size: 8, face: 'bold', colour: MARK, width: room })
    }
  })
}
