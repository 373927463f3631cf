// Small drawings on a page: a chart of readings, a QR code, a pen's strokes.
import { encode } from 'uqr'
import type { Pdf } from './document.ts'
import { BAD, type Flow, LINE, SOFT } from './flow.ts'

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Series = {
  readonly label: string
  readonly low: number | null
  readonly high: number | null
  readonly points: readonly { readonly at: string; readonly value: number }[]
}

/** A line over time with the band of what is right behind it; points outside the band are red. */
export function drawChart(
  flow: Flow,
  box: Box,
  series: Series,
  say: { number: (value: number) => string; date: (at: string) => string },
): void {
  const { pdf } = flow
  const { points, low, high } = series
  const values = [
    ...points.map(({ value }) => value),
    ...[low, high].filter((bound) => bound !== null),
  ]
  const least = Math.min(...values)
  const most = Math.max(...values)
  const margin = (most - least || Math.abs(most) || 1) * 0.12
  const from = least - margin
  const span = most + margin - from
  const plot = { x: box.x + 34, y: box.y + 18, width: box.width - 44, height: box.height - 36 }
  const times = points.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const stretch = Math.max(...times) - first || 1
  const placeX = (at: string) =>
    points.length === 1
      ? plot.x + plot.width / 2
      : plot.x + ((Date.parse(at) - first) / stretch) * plot.width
  const placeY = (value: number) => plot.y + plot.height - ((value - from) / span) * plot.height
  flow.put(series.label, box.x, box.y, { size: 8.5, face: 'bold', width: box.width })
  const top = placeY(high ?? most + margin)
  const bottom = placeY(low ?? from)
  if (low !== null || high !== null) pdf.rect(plot.x, top, plot.width, bottom - top).fill('#e6f4ec')
  pdf.rect(plot.x, plot.y, plot.width, plot.height).lineWidth(0.5).stroke(LINE)
  for (const value of [most, least])
    flow.put(say.number(value), box.x, placeY(value) - 4, {
      size: 7,
      colour: SOFT,
      width: 30,
      align: 'right',
    })
  pdf.lineWidth(1.2).strokeColor(flow.colour)
  points.forEach(({ at, value }, index) => {
    if (index === 0) pdf.moveTo(placeX(at), placeY(value))
    else pdf.lineTo(placeX(at), placeY(value))
  })
  if (points.length > 1) pdf.stroke()
  for (const { at, value } of points) {
    const isBad = (low !== null && value < low) || (high !== null && value > high)
    pdf.circle(placeX(at), placeY(value), 2).fill(isBad ? BAD : flow.colour)
  }
  const dates = [points[0], points.length > 1 ? points.at(-1) : undefined]
  for (const [index, point] of dates.entries())
    if (point)
      flow.put(say.date(point.at), plot.x, plot.y + plot.height + 3, {
        size: 7,
        colour: SOFT,
        width: plot.width,
        align: index === 0 ? 'left' : 'right',
      })
}

export function drawCode(pdf: Pdf, text: string, { x, y, width }: Omit<Box, 'height'>): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const step = width / size
  pdf.fillColor('#000000')
  for (const [row, cells] of data.entries())
    for (const [column, isDark] of cells.entries())
      if (isDark) pdf.rect(x + column * step, y + row * step, step + 0.05, step + 0.05)
  pdf.fill()
}

/** Strokes in thousandths of the pad's width, drawn as large as the box allows. */
export function drawStrokes(
  pdf: Pdf,
  strokes: readonly (readonly (readonly [number, number, number])[])[],
  box: Box,
): void {
  const points = strokes.flat()
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  const scale = Math.min(
    box.width / Math.max(1, Math.max(...xs) - left),
    box.height / Math.max(1, Math.max(...ys) - top),
    0.35,
  )
  pdf.lineWidth(1.4).lineCap('round').lineJoin('round').strokeColor('#16233b')
  for (const stroke of strokes) {
    stroke.forEach(([x, y], index) => {
      const [px, py] = [box.x + (x - left) * scale, box.y + (y - top) * scale]
      if (index === 0) pdf.moveTo(px, py)
      else pdf.lineTo(px, py)
    })
    const [only] = stroke
    if (stroke.length === 1 && only)
      pdf.lineTo(box.x + (only[0] - left) * scale + 0.6, box.y + (only[1] - top) * scale)
    pdf.stroke()
  }
}
