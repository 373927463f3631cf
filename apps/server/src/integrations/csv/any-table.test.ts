import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const letters = [...'abzàéÉœç 019', ';', ',', '\t', '|', '"', "'", '\n', '€']
const cell = fc
  .string({ unit: fc.constantFrom(...letters), maxLength: 12 })
  .map((text) => text.trim())
const filled = cell.filter((text) => text !== '')
const row = fc.tuple(filled, cell, cell)

const written = (text: string): string =>
  /[;,\t|"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

test('whatever a spreadsheet writes is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, separator, lineEnd, marked) => {
        const lines = [['Nom', 'Ville', 'Note'], ...rows]
        const text = lines.map((line) => line.map(written).join(separator)).join(lineEnd)
        const table = readTable(Buffer.from(`${marked ? '\uFEFF' : ''}${text}${lineEnd}`), {
          hasHeader: true,
        })
        expect(table.separator).toBe(separator)
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows)
      },
    ),
    { numRuns: 300, seed: 20_261_121 },
  )
})

test('the line of each row is that of an editor', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const text = ['Nom;Ville;Note', ...rows.map((cells) => cells.map(written).join(';'))].join(
        '\n',
      )
      let line = 2
      const expected = rows.map((cells) => {
        const begins = line
        line += 1 + cells.join('').split('\n').length - 1
        return begins
      })
      const table = readTable(Buffer.from(text), { hasHeader: true, separator: ';' })
      expect(table.rows.map((one) => one.line)).toEqual(expected)
    }),
    { numRuns: 200, seed: 20_261_121 },
  )
})
