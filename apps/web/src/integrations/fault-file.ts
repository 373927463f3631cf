// The list of faults as a file that spreadsheets open as it is.
import type { ImportFault } from '@regie/contract/integrations'
import type { Language } from '../lib/words.ts'

/** A cell that begins like a formula would be run by a spreadsheet: it is kept a text. */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const faultFile = (
  faults: readonly ImportFault[],
  heads: readonly string[],
  language: Language,
): string =>
  `\uFEFF${[
    heads,
    ...faults.map(({ line, column, expected, got }) => [
      String(line),
      column,
      expected[language],
      got,
    ]),
  ]
    .map((row) => row.map(cell).join(';'))
    .join('\r\n')}\r\n`

export const saveFile = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
