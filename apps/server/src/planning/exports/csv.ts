// CSV as French Excel opens it by a double click: UTF-8 with BOM, `;` between cells, CRLF between lines.
import type { Language } from '@regie/contract/roles'
import type { Cell, Column } from './columns.ts'
import type { ExportedLine } from './visits.ts'

/** A cell that begins like this would be run as a formula by a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/

/** A text as one cell: never a formula, quoted where it must be. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const pad = (value: number): string => String(value).padStart(2, '0')

const writeCell = (cell: Cell, language: Language): string => {
  switch (cell.kind) {
    case 'text':
      return csvCell(cell.text)
    case 'number':
      return cell.value === null
        ? ''
        : language === 'fr'
          ? String(cell.value).replace('.', ',')
          : String(cell.value)
    case 'date':
      return language === 'fr'
        ? `${pad(cell.at.day)}/${pad(cell.at.month)}/${cell.at.year}`
        : cell.at.toPlainDate().toString()
    case 'time':
      return `${pad(cell.at.hour)}:${pad(cell.at.minute)}`
    default:
      return cell satisfies never
  }
}

export function writeCsv(
  columns: readonly Column[],
  exported: readonly ExportedLine[],
  language: Language,
): Uint8Array {
  const lines = [
    columns.map(({ title }) => csvCell(title)),
    ...exported.map((line) => columns.map(({ cell }) => writeCell(cell(line), language))),
  ]
  return Buffer.from(`\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`, 'utf8')
}
