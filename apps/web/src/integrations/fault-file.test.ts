import { expect, test } from 'vitest'
import { faultFile } from './fault-file.ts'

const expected = { fr: 'une date ; p. ex. « 21/11/2026 »', en: 'a date' }

test('the file has one line for each fault, opens in a spreadsheet and runs nothing there', () => {
  const faults = [
    { line: 3, column: 'Date', field: 'day', expected, got: '31/02/2026' },
    { line: 4, column: '', field: '', expected, got: '=cmd()|"x"' },
  ]
  expect(faultFile(faults, ['Ligne', 'Colonne', 'Attendu', 'Reçu'], 'fr')).toBe(
    '\uFEFFLigne;Colonne;Attendu;Reçu\r\n' +
      '3;Date;"une date ; p. ex. « 21/11/2026 »";31/02/2026\r\n' +
      '4;;"une date ; p. ex. « 21/11/2026 »";"\'=cmd()|""x"""\r\n',
  )
})
