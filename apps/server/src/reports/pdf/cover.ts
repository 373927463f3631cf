// The first page: what, for whom, where, when, by whom, how it ended, and how to verify it.
import type { ReportContent } from '@regie/contract/report-content'
import { MARGIN, PAGE } from '../../platform/pdf/document.ts'
import { drawCode } from '../../platform/pdf/drawings.ts'
import { BAD, type Flow, GOOD, SOFT } from '../../platform/pdf/flow.ts'
import type { Paper } from './paper.ts'

const BAND = 210
const tones = { completed: GOOD, to_continue: '#a15c00', abandoned: BAD } as const

export function drawCover(paper: Paper): void {
  const { flow, words, evidence } = paper
  const { content, signature } = evidence
  drawBand(paper)
  flow.y = BAND + 34
  drawMarks(paper)
  const address = [
    content.site.address.line,
    `${content.site.address.postcode} ${content.site.address.city}`.trim(),
  ]
  flow.facts([
    [
      words.client,
      [content.client.name, content.client.siret && `SIRET ${content.client.siret}`]
        .filter(Boolean)
        .join('\n'),
    ],
    [words.site, [content.site.name, ...address].filter(Boolean).join('\n')],
    [words.reference, content.workOrder.reference],
    [words.orderReference, content.workOrder.orderReference ?? ''],
    [words.date, dateLine(paper)],
    [words.technicians, content.technicians.map(({ name }) => name).join(', ')],
    [words.nature, content.workOrder.nature],
    [
      words.assets,
      content.assets
        .map(({ name, details }) => (details ? `${name} (${details})` : name))
        .join('\n'),
    ],
    [
      words.contact,
      [content.contact.name, content.contact.phone, content.contact.email]
        .filter(Boolean)
        .join(' · '),
    ],
  ])
  if (content.amends) {
    flow.space(4)
    flow.text(words.amends(content.amends.number), { face: 'bold' })
    flow.text(`${words.reason}${words.colon}${content.amends.reason}`)
  }
  drawProof(paper, signature.signedAt ?? signature.serverAt)
}

function drawBand({ flow, brand, words, evidence: { content } }: Paper): void {
  const { pdf } = flow
  pdf.rect(0, 0, PAGE.width, BAND).fill(brand.colour)
  const on = isLight(brand.colour) ? '#16202e' : '#ffffff'
  if (brand.logo) {
    const scale = Math.min(150 / brand.logo.width, 54 / brand.logo.height)
    const [width, height] = [brand.logo.width * scale, brand.logo.height * scale]
    pdf.roundedRect(MARGIN - 8, 34, width + 16, height + 16, 6).fill('#ffffff')
    pdf.image(brand.logo.bytes, MARGIN, 42, { width, height })
    drawCompany(flow, content.organization, { x: MARGIN + width + 24, colour: on, size: 12 })
  } else drawCompany(flow, content.organization, { x: MARGIN, colour: on, size: 15 })
  const kind =
    content.number > 1 ? `${words.title} · ${words.amendment(content.number)}` : words.title
  flow.put(kind, MARGIN, BAND - 92, { size: 11, colour: on })
  const size = content.workOrder.title.length > 60 ? 17 : 22
  flow.put(content.workOrder.title, MARGIN, BAND - 72, {
    size,
    face: 'bold',
    colour: on,
    width: flow.width,
  })
}

/** Who did the work, by name and as the law wants it named. */
function drawCompany(
  flow: Flow,
  { name, details = '' }: ReportContent['organization'],
  { x, colour, size }: { x: number; colour: string; size: number },
): void {
  const width = MARGIN + flow.width - x
  flow.put(name, x, 42, { size, face: 'bold', colour, width })
  const style = { size: 7.5, colour, width }
  const lines = details.split('\n').slice(0, 6)
  flow.put(lines.join('\n'), x, 42 + size + 6, style)
}

/** Whether dark letters read better on a colour. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  )
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150
}

function drawMarks({ flow, words, evidence: { content, signature } }: Paper): void {
  const { pdf } = flow
  const accepted = signature.acceptance?.kind ?? 'none'
  const marks = [
    {
      name: words.outcome,
      text: words.outcomes[content.outcome.kind],
      colour: tones[content.outcome.kind],
    },
    {
      name: words.acceptance,
      text: words.acceptances[accepted],
      colour: accepted === 'without_reserves' ? GOOD : accepted === 'refused' ? BAD : '#a15c00',
    },
  ]
  const width = (flow.width - 16) / 2
  for (const [index, { name, text, colour }] of marks.entries()) {
    const x = MARGIN + index * (width + 16)
    pdf.roundedRect(x, flow.y, width, 44, 6).lineWidth(0.8).stroke(colour)
    pdf.rect(x, flow.y + 8, 3, 28).fill(colour)
    flow.put(name, x + 14, flow.y + 8, { size: 7.5, colour: SOFT, width: width - 20 })
    flow.put(text, x + 14, flow.y + 20, { size: 11.5, face: 'bold', colour, width: width - 20 })
  }
  flow.y += 62
}

/** The days of the work really done, or those planned. */
export function dateLine({ say, words, evidence: { content } }: Paper): string {
  const stretches = content.technicians.flatMap((technician) => technician.stretches)
  const froms = stretches.map(({ from }) => from).sort()
  const untils = stretches.map(({ until }) => until).sort()
  const from = froms[0] ?? content.planned?.from
  const until = untils.at(-1) ?? content.planned?.until
  if (!from || !until) return ''
  const [first, last] = [say.day(from), say.day(until)]
  return first === last ? first : `${first} ${words.to} ${last}`
}

function drawProof({ flow, words, say, evidence }: Paper, at: string): void {
  const side = 84
  const top = flow.bottom - side - 24
  const { pdf } = flow
  pdf.roundedRect(MARGIN, top, flow.width, side + 24, 8).fill('#f5f7fa')
  drawCode(pdf, evidence.verifyAt, { x: MARGIN + 12, y: top + 12, width: side })
  const x = MARGIN + side + 28
  const width = flow.width - side - 40
  flow.put(words.proof, x, top + 10, { face: 'bold', width })
  flow.put(words.proofText, x, top + 24, { size: 7.5, colour: SOFT, width })
  flow.put(`${words.contentHash}${words.colon}${evidence.contentHash}`, x, top + 66, {
    size: 6.6,
    width,
  })
  flow.put(words.signedAt(say.moment(at)), x, top + 77, { size: 6.6, width })
  flow.put(evidence.verifyAt, x, top + 88, { size: 6.6, width })
}
