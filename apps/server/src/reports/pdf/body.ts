// The report proper: introduction, what was asked, what was done, readings, parts, times, how it ended.
import type { ContentForm, ContentRow, ReportContent } from '@regie/contract/report-content'
import { drawChart, drawStrokes } from '../../platform/pdf/drawings.ts'
import { BAD, type Cell, SOFT } from '../../platform/pdf/flow.ts'
import { dateLine } from './cover.ts'
import type { Paper } from './paper.ts'

export function drawBody(paper: Paper): void {
  const {
    flow,
    evidence: { content },
  } = paper
  flow.newPage()
  drawBeginning(paper)
  drawText(paper, 'workDone')
  drawText(paper, 'results')
  drawText(paper, 'anomalies')
  for (const form of content.forms) drawForm(paper, form)
  drawCharts(paper)
  drawParts(paper)
  drawTimes(paper)
  drawText(paper, 'remarks')
  drawEnding(paper)
}

function drawText(
  { flow, words, evidence: { content } }: Paper,
  key: keyof ReportContent['texts'],
): void {
  const text = content.texts[key]
  if (!text) return
  flow.heading(words[key])
  flow.text(text)
}

function drawBeginning(paper: Paper): void {
  const {
    flow,
    words,
    evidence: { content },
  } = paper
  const names = content.technicians.map(({ name }) => name)
  const who =
    names.length > 1
      ? `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}`
      : (names[0] ?? '')
  flow.heading(words.introduction)
  flow.text(
    words.introductionText(content.workOrder.title, content.site.name, dateLine(paper), who),
  )
  if (content.mission) {
    flow.subheading(words.mission)
    flow.text(content.mission)
  }
  if (content.constraints?.length) {
    flow.subheading(words.constraints)
    flow.text(content.constraints.map((line) => `•  ${line}`).join('\n'))
  }
  if (content.site.access) {
    flow.subheading(words.access)
    flow.text(content.site.access)
  }
  if (content.documents?.length) {
    flow.subheading(words.documents)
    flow.text(content.documents.map((name) => `•  ${name}`).join('\n'))
  }
  drawHistory(paper)
  drawText(paper, 'context')
  drawText(paper, 'objectives')
  drawText(paper, 'methods')
  if (content.equipment.length) {
    flow.subheading(words.equipment)
    flow.text(content.equipment.map((one) => `•  ${quantity(paper, one)} ${one.label}`).join('\n'))
  }
}

function drawHistory({ flow, words, say, evidence: { content } }: Paper): void {
  if (!content.history?.length) return
  flow.subheading(words.history, 60)
  flow.table(
    [
      { title: words.date, share: 2 },
      { title: words.columns.label, share: 4 },
      { title: words.columns.technician, share: 3 },
      { title: words.outcome, share: 5 },
    ],
    content.history.map(({ at, reference, title, technicians, outcome, summary }) => [
      say.short(at),
      `${title}\n${reference}`,
      technicians.join(', '),
      [outcome ? words.outcomes[outcome] : '', summary].filter(Boolean).join(' : '),
    ]),
  )
}

const quantity = ({ say }: Paper, { quantity, unit }: { quantity: number; unit: string }): string =>
  `${say.number(quantity)}${unit ? ` ${unit}` : ' ×'}`

function drawForm(paper: Paper, form: ContentForm): void {
  const { flow, words } = paper
  flow.heading(form.asset ? `${form.title}${words.colon}${form.asset}` : form.title, 90)
  const hasRange = form.sections.some(({ rows }) => rows.some(({ range }) => range !== ''))
  for (const section of form.sections) {
    const plain = section.rows.filter(({ columns, strokes }) => !columns.length && !strokes.length)
    if (section.rows.length === 0) continue
    flow.subheading(section.title)
    if (plain.length)
      flow.table(
        [
          { title: words.columns.what, share: 5 },
          { title: words.columns.value, share: 3 },
          ...(hasRange ? [{ title: words.columns.range, share: 2 }] : []),
          { title: words.columns.advice, share: 5 },
        ],
        plain.map((row) => rowCells(paper, row, hasRange)),
      )
    for (const row of section.rows) drawSpecial(paper, row)
  }
}

function rowCells({ words, evidence }: Paper, row: ContentRow, hasRange: boolean): Cell[] {
  const { photos } = evidence.content
  const shown = photos.flatMap(({ id }, index) =>
    row.photoIds.includes(id) ? [words.photo(index + 1)] : [],
  )
  const text = shown.length ? shown.join(', ') : row.value
  const value: Cell = row.flag
    ? { text: `${text}  ${mark[row.flag]}`, colour: BAD, face: 'bold' }
    : text
  const advice: Cell = { text: row.advice, colour: row.flag ? BAD : SOFT }
  return [row.label, value, ...(hasRange ? [row.range] : []), advice]
}
const mark = { low: '↓', high: '↑', unexpected: '!' } as const

function drawSpecial({ flow, words }: Paper, row: ContentRow): void {
  if (row.columns.length) {
    flow.ensure(100)
    flow.text(row.label, { size: 8.5, face: 'bold' })
    flow.table(
      row.columns.map((title) => ({ title, share: 1 })),
      row.rows,
    )
  }
  if (row.strokes.length)
    flow.block(74, (y) => {
      flow.put(`${row.label}${words.colon}${row.value}`, flow.left, y, { size: 8.5, face: 'bold' })
      drawStrokes(flow.pdf, row.strokes, { x: flow.left + 4, y: y + 18, width: 170, height: 46 })
    })
}

function drawCharts(paper: Paper): void {
  const {
    flow,
    words,
    say,
    evidence: { content },
  } = paper
  if (content.charts.length === 0) return
  flow.heading(words.charts, 120)
  const width = (flow.width - 20) / 2
  for (let index = 0; index < content.charts.length; index += 2)
    flow.block(118, (y) => {
      for (const [place, chart] of content.charts.slice(index, index + 2).entries())
        drawChart(
          flow,
          { x: flow.left + place * (width + 20), y, width, height: 108 },
          { ...chart, label: chart.unit ? `${chart.label} (${chart.unit})` : chart.label },
          { number: say.number, date: say.short },
        )
    })
}

function drawParts(paper: Paper): void {
  const {
    flow,
    words,
    evidence: { content },
  } = paper
  if (content.parts.length === 0) return
  flow.heading(words.parts, 60)
  flow.table(
    [
      { title: words.columns.label, share: 5 },
      { title: words.columns.quantity, share: 1, align: 'right' },
    ],
    content.parts.map((part) => [part.label, quantity(paper, part)]),
  )
}

function drawTimes(paper: Paper): void {
  const {
    flow,
    words,
    say,
    evidence: { content },
  } = paper
  const rows = content.technicians.flatMap(({ name, stretches }) =>
    stretches.map(({ activity, from, until }): Cell[] => [
      name,
      words.activities[activity],
      `${say.short(from)} ${say.time(from)}`,
      `${say.short(until)} ${say.time(until)}`,
      say.duration((Date.parse(until) - Date.parse(from)) / 1000),
    ]),
  )
  const { planned } = content
  if (rows.length === 0 && !planned) return
  flow.heading(words.times, 60)
  if (planned)
    flow.text(
      `${words.planned}${words.colon}${say.short(planned.from)} ${say.time(planned.from)} – ${say.time(planned.until)}`,
      { colour: SOFT },
    )
  if (rows.length)
    flow.table(
      [
        { title: words.columns.technician, share: 4 },
        { title: words.columns.activity, share: 2 },
        { title: words.columns.from, share: 3 },
        { title: words.columns.until, share: 3 },
        { title: words.columns.duration, share: 2, align: 'right' },
      ],
      rows,
    )
  for (const { name, workSeconds, travelSeconds } of content.technicians)
    flow.text(
      `${name}${words.colon}${words.total(say.duration(workSeconds), say.duration(travelSeconds))}`,
      {
        face: 'bold',
      },
    )
}

function drawEnding(paper: Paper): void {
  const {
    flow,
    words,
    say,
    evidence: { content },
  } = paper
  flow.heading(words.ending, 50)
  flow.text(words.outcomes[content.outcome.kind], { face: 'bold' })
  flow.facts([
    [words.endingReason, content.outcome.reason],
    [
      words.followUp,
      [content.outcome.followUp, content.outcome.isFollowUpOpened ? words.followUpOpened : '']
        .filter(Boolean)
        .join(' '),
    ],
  ])
  if (content.recommendations.length) {
    const hasPrice = content.recommendations.some(({ priceCents }) => priceCents !== null)
    flow.subheading(words.recommendations, 60)
    flow.table(
      [
        { title: words.columns.label, share: 6 },
        { title: words.columns.quantity, share: 2, align: 'right' },
        ...(hasPrice ? [{ title: words.columns.price, share: 2, align: 'right' as const }] : []),
      ],
      content.recommendations.map(({ label, quantity, priceCents }) => [
        label,
        say.number(quantity),
        ...(hasPrice ? [priceCents === null ? '' : say.money(priceCents)] : []),
      ]),
    )
  }
  if (content.priceConditions) {
    flow.subheading(words.prices)
    flow.text(content.priceConditions)
  }
}
