// Writes down a document from top to bottom: what belongs together is not torn apart by the end of a page.
import { type Face, FOOT, MARGIN, PAGE, type Pdf } from './document.ts'

export type Style = {
  readonly size?: number
  readonly face?: Face
  readonly colour?: string
  readonly indent?: number
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
}
export type Column = {
  readonly title: string
  /** Share of the width. */
  readonly share: number
  readonly align?: 'left' | 'right'
}
export type Cell =
  | string
  | { readonly text: string; readonly colour?: string; readonly face?: Face }

export const INK = '#1b2330'
export const SOFT = '#5b6675'
export const LINE = '#d9dee6'
export const BAD = '#b42318'
export const GOOD = '#0f7a4f'

/** Less than this of a paragraph does not begin at the foot of a page. */
const LEAST_TEXT = 48

type HasGlyphs = { font: { hasGlyphForCodePoint(code: number): boolean } }

export class Flow {
  readonly pdf: Pdf
  readonly colour: string
  y = MARGIN
  readonly left = MARGIN
  readonly width = PAGE.width - 2 * MARGIN
  readonly #signs = new Map<string, string>()

  constructor(pdf: Pdf, colour: string) {
    this.pdf = pdf
    this.colour = colour
    this.newPage()
  }

  get bottom(): number {
    return PAGE.height - MARGIN - FOOT
  }

  newPage(): void {
    this.pdf.addPage()
    this.y = MARGIN
  }

  /** A new page unless this much still fits. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > MARGIN) this.newPage()
  }

  space(height: number): void {
    this.y = Math.min(this.bottom, this.y + height)
  }

  /** A sign the fonts do not have is shown as a box; signs that only steer are left out. */
  clean(given: string): string {
    // A word as long as a page would be measured letter by letter: it is broken where a line ends anyhow.
    const text = given.replaceAll(/\S{80}/g, '$& ')
    if (/^[\x20-\x7e\u00a0-\u00ff]*$/.test(text)) return text
    return [...text].map((sign) => this.#sign(sign)).join('')
  }

  #sign(sign: string): string {
    const before = this.#signs.get(sign)
    if (before !== undefined) return before
    this.pdf.font('regular')
    const { font } = (this.pdf as unknown as { _font: HasGlyphs })._font
    const written =
      sign === '\n'
        ? sign
        : /[\t\u202f\u2009]/.test(sign)
          ? '\u00a0'
          : /\p{C}|\p{Variation_Selector}/u.test(sign)
            ? ''
            : font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
              ? sign
              : '□'
    this.#signs.set(sign, written)
    return written
  }

  style({ size = 9.5, face = 'regular', colour = INK }: Style = {}): void {
    this.pdf.font(face).fontSize(size).fillColor(colour)
  }

  heightOf(text: string, style: Style = {}): number {
    this.style(style)
    return this.pdf.heightOfString(this.clean(text) || ' ', {
      width: this.#room(style),
      lineGap: 1.5,
    })
  }

  #room({ width, indent = 0 }: Style): number {
    return width ?? this.width - indent
  }

  /** Text at a place, without moving on. */
  put(text: string, x: number, y: number, style: Style = {}): void {
    const clean = this.clean(text)
    this.style(style)
    this.pdf.text(clean, x, y, {
      width: this.#room(style),
      align: style.align ?? 'left',
      lineGap: 1.5,
      // The cursor is ours: a page never begins by itself.
      height: PAGE.height,
    })
  }

  /** A text of any length, paragraph by paragraph, over as many pages as it takes. */
  text(text: string, style: Style = {}): void {
    for (const paragraph of text.split('\n')) {
      if (paragraph.trim() === '') {
        this.space(4)
        continue
      }
      for (let rest = this.clean(paragraph).trim(); rest !== ''; ) {
        const piece = this.#fitting(rest, style)
        this.put(piece, this.left + (style.indent ?? 0), this.y, style)
        this.y += this.heightOf(piece, style) + 2
        rest = rest.slice(piece.length).trimStart()
        if (rest !== '') this.newPage()
      }
    }
  }

  /** As many words as this page still holds; on a new page where that were a line or two. */
  #fitting(paragraph: string, style: Style): string {
    const fits = (text: string) => this.heightOf(text, style) <= this.bottom - this.y
    if (fits(paragraph)) return paragraph
    if (this.bottom - this.y < LEAST_TEXT) {
      this.newPage()
      return this.#fitting(paragraph, style)
    }
    const ends = [...paragraph.matchAll(/(?<=\S)\s|$/g)].map(({ index }) => index)
    let [few, many] = [0, ends.length - 1]
    while (few + 1 < many) {
      const middle = (few + many) >> 1
      if (fits(paragraph.slice(0, ends[middle]))) few = middle
      else many = middle
    }
    return paragraph.slice(0, ends[few])
  }

  heading(text: string, keepWith = 60): void {
    this.ensure(26 + keepWith)
    if (this.y > MARGIN) this.space(12)
    this.pdf.rect(this.left, this.y + 1, 3, 15).fill(this.colour)
    this.put(text, this.left + 11, this.y, { size: 12.5, face: 'bold' })
    this.y += 24
  }

  subheading(text: string, keepWith = 34): void {
    this.ensure(18 + keepWith)
    this.put(text, this.left, this.y + 3, { size: 10, face: 'bold', colour: this.colour })
    this.y += 20
  }

  /** Pairs of a name and what it is, in two columns; those without a value are left out. */
  facts(pairs: readonly (readonly [string, string])[]): void {
    const shown = pairs.filter(([, value]) => value !== '')
    const column = (this.width - 20) / 2
    for (let index = 0; index < shown.length; index += 2) {
      const row = shown.slice(index, index + 2)
      const heights = row.map(([, value]) => this.heightOf(value, { width: column }))
      const height = 12 + Math.max(...heights)
      this.ensure(height)
      for (const [place, [name, value]] of row.entries()) {
        const x = this.left + place * (column + 20)
        this.put(name, x, this.y, { size: 7.5, colour: SOFT, width: column })
        this.put(value, x, this.y + 11, { width: column })
      }
      this.y += height + 5
    }
  }

  rule(): void {
    this.pdf
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(0.6)
      .stroke(LINE)
    this.y += 5
  }

  /** Rows under their heads, which come again on each page; a row is never torn. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    const all = columns.reduce((sum, { share }) => sum + share, 0)
    const widths = columns.map(({ share }) => (this.width * share) / all)
    const head = () => {
      this.pdf.rect(this.left, this.y, this.width, 17).fill('#f1f4f8')
      this.#row(
        columns.map(({ title }) => ({ text: title, face: 'bold', colour: SOFT })),
        columns,
        widths,
        8,
      )
      this.y += 17
    }
    this.ensure(50)
    head()
    for (const row of rows) {
      const height =
        7 +
        Math.max(...row.map((cell, index) => this.#cellHeight(cell, (widths[index] ?? 40) - 10)))
      if (this.y + height > this.bottom) {
        this.newPage()
        head()
      }
      this.#row(row, columns, widths, 9)
      this.y += height
      this.pdf
        .moveTo(this.left, this.y)
        .lineTo(this.left + this.width, this.y)
        .lineWidth(0.4)
        .stroke(LINE)
    }
    this.y += 8
  }

  #cellHeight(cell: Cell, width: number): number {
    const { text, face = 'regular' } = typeof cell === 'string' ? { text: cell } : cell
    return this.heightOf(text, { size: 9, face, width })
  }

  #row(
    cells: readonly Cell[],
    columns: readonly Column[],
    widths: readonly number[],
    size: number,
  ): void {
    let x = this.left
    for (const [index, cell] of cells.entries()) {
      const { text, ...look } = typeof cell === 'string' ? { text: cell } : cell
      const width = widths[index] ?? 40
      this.put(text, x + 5, this.y + 4, {
        size,
        width: width - 10,
        align: columns[index]?.align ?? 'left',
        ...look,
      })
      x += width
    }
  }

  /** Draws something of a known height that may not be torn. */
  block(height: number, draw: (y: number) => void): void {
    this.ensure(height)
    draw(this.y)
    this.y += height
  }

  /** Lines at the foot of every page, once all are written. */
  foot(line: (page: number, pages: number) => readonly [left: string, right: string]): void {
    const { start, count } = this.pdf.bufferedPageRange()
    for (let index = 0; index < count; index++) {
      this.pdf.switchToPage(start + index)
      const y = PAGE.height - MARGIN - 8
      this.pdf
        .moveTo(this.left, y - 8)
        .lineTo(this.left + this.width, y - 8)
        .lineWidth(0.5)
        .stroke(LINE)
      const [left, right] = line(index + 1, count)
      // Below the margin pdfkit would begin another page.
      this.pdf.page.margins.bottom = 0
      this.put(left, this.left, y, { size: 7.5, colour: SOFT, width: this.width - 90 })
      this.put(right, this.left + this.width - 90, y, {
        size: 7.5,
        colour: SOFT,
        width: 90,
        align: 'right',
      })
    }
  }
}
