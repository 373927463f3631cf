import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../platform/errors.ts'
import { MAX_LINES, readTable } from './read-table.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const windows = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1')
const refusalOf = (bytes: Uint8Array): { code: string; reason: string } => {
  try {
    readTable(bytes)
  } catch (error) {
    const { code, details } = error as Refusal
    return { code, reason: String(details.reason) }
  }
  throw new Error('it was read')
}

const french = 'Nom;Prénom;Ville\r\nLévêque;Zoé;Orléans\r\nÉté;Noël;Besançon\r\n'

describe('encoding', () => {
  test.each([
    ['UTF-8', utf8(french), 'utf-8'],
    [
      'UTF-8 with a byte-order mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(french)]),
      'utf-8',
    ],
    ['Windows-1252', windows(french), 'windows-1252'],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(french, 'utf16le')]),
      'utf-16le',
    ],
    ['UTF-16 without a mark', Buffer.from(french, 'utf16le'), 'utf-16le'],
    [
      'big-endian UTF-16',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(french, 'utf16le').swap16()]),
      'utf-16be',
    ],
    [
      'an old Mac',
      Buffer.from(
        [...french].map(
          (c) => ({ é: 0x8e, ê: 0x90, ë: 0x91, É: 0x83, ç: 0x8d })[c] ?? c.charCodeAt(0),
        ),
      ),
      'macintosh',
    ],
  ])('%s is recognised and its accents are right', (_, bytes, encoding) => {
    const table = readTable(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.columns.map(({ header }) => header)).toEqual(['Nom', 'Prénom', 'Ville'])
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Lévêque', 'Zoé', 'Orléans'],
      ['Été', 'Noël', 'Besançon'],
    ])
  })

  test('the euro sign of Windows is the euro sign', () => {
    expect(readTable(windows('prix;été\n3 €;x\n')).rows[0]?.cells[0]).toBe('3 €')
  })

  test('one broken byte does not turn a UTF-8 file into another one', () => {
    const bytes = Buffer.concat([utf8('é;è\nà;ù\nï;ô\nç;é\n'), Buffer.from([0xe9]), utf8(';x\n')])
    const table = readTable(bytes)
    expect(table.encoding).toBe('utf-8')
    expect(table.rows.at(-1)?.cells[0]).toBe('\uFFFD')
  })

  test('a chosen encoding wins over the detected one', () => {
    expect(readTable(utf8('é;b\n1;2\n'), { encoding: 'windows-1252' }).columns[0]?.header).toBe(
      'Ã©',
    )
  })
})

describe('separator', () => {
  test.each([
    [';', 'nom;lat;lon\nA;48,86;2,35\nB;48,87;2,36\n'],
    [',', 'name,lat,lon\nA,48.86,2.35\n"B, bis",48.87,2.36\n'],
    ['\t', 'nom\tlat\tadresse\nA\t48,86\t1, rue X\n'],
    ['|', 'nom|lat|lon\nA|48,86|2,35\n'],
    [';', 'Nom, prénom;tél;note\nA, B;01;"x; y, z, w"\nC, D;02;\n'],
    [',', 'a,b\n"1;2;3;4;5","x;y"\n"1;2;3","q"\n'],
  ])('%j is found', (separator, text) => {
    expect(readTable(utf8(text)).separator).toBe(separator)
  })

  test("Excel's first line sep= names it and is no data", () => {
    const table = readTable(utf8('sep=,\nnom,ville\nA;B,C\n'))
    expect(table.separator).toBe(',')
    expect(table.rows).toEqual([{ line: 3, cells: ['A;B', 'C'] }])
  })
})

describe('lines', () => {
  test('are numbered as an editor does, with newlines inside quotes and empty lines', () => {
    const table = readTable(
      utf8('nom;note\r\n\r\nA;"un\r\ndeux\r\ntrois"\r\nB;x\r\n;\r\nC;"dit ""oui"""\r\nD;fin'),
    )
    expect(table.rows).toEqual([
      { line: 3, cells: ['A', 'un\ndeux\ntrois'] },
      { line: 6, cells: ['B', 'x'] },
      { line: 8, cells: ['C', 'dit "oui"'] },
      { line: 9, cells: ['D', 'fin'] },
    ])
  })

  test('may end as on Unix, Windows and old Macs in one file', () => {
    expect(readTable(utf8('a;b\r\n1;2\n3;4\r5;6')).rows.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  test('with too few columns are kept as they are, to be told later', () => {
    expect(readTable(utf8('a;b;c\n1;2\n1;2;3\n')).rows[0]?.cells).toEqual(['1', '2'])
  })

  test('above the table, such as a title, are passed over', () => {
    const table = readTable(utf8('Export du 21/11/2026;;;\n\nnom;ville;cp;tel\nA;B;C;D\n'))
    expect(table.columns.map(({ header }) => header)).toEqual(['nom', 'ville', 'cp', 'tel'])
    expect(table.rows[0]?.line).toBe(4)
  })

  test('no header is noticed when the first line holds numbers', () => {
    const table = readTable(utf8('A;48,8;2,3\nB;48,9;2,4\n'))
    expect(table.hasHeader).toBe(false)
    expect(table.columns.map(({ header }) => header)).toEqual(['Col. A', 'Col. B', 'Col. C'])
    expect(table.rows).toHaveLength(2)
  })

  test(`beyond ${MAX_LINES} are refused with the limit`, () => {
    const text = `a;b\n${'1;2\n'.repeat(MAX_LINES + 1)}`
    expect(refusalOf(utf8(text)).code).toBe('too_large')
  })
})

describe('what is no CSV is refused with its name', () => {
  const zip = (inside: string) => Buffer.concat([Buffer.from('504b0304', 'hex'), utf8(inside)])
  test.each([
    ['PDF', utf8('%PDF-1.7\n%âãÏÓ')],
    ['image PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['Excel (.xlsx)', zip('....[Content_Types].xml ... xl/workbook.xml')],
    ['Excel (.xls)', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['LibreOffice (.ods)', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['page HTML', utf8('\n<!DOCTYPE html><html><table></table></html>')],
    ['JSON', utf8('[{"a": 1}]')],
    ['vide / empty', utf8('')],
    ['vide / empty', utf8('\uFEFF \r\n\r\n')],
    ['binaire / binary', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) % 256))],
    [
      'guillemet jamais refermé, ligne 3 / quote never closed, line 3',
      utf8('a;b\n1;2\n3;"x\n4;5\n'),
    ],
  ])('%s', (reason, bytes) => {
    expect(refusalOf(bytes)).toEqual({ code: 'unreadable_file', reason })
  })
})

test('the real file of Paris is read whole', () => {
  const table = readTable(readFileSync(new URL('../../demo/data/facilities.csv', import.meta.url)))
  expect(table).toMatchObject({ encoding: 'utf-8', separator: ',', hasHeader: true })
  expect(table.rows).toHaveLength(547)
  expect(table.columns).toHaveLength(10)
  expect(table.columns[1]?.samples[0]).toBe('Gymnase Suzanne Berlioux')
})
