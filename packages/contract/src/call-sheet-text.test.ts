import { describe, expect, test } from 'vitest'
import { emptySheet, isSameSheet, sheetChanges } from './call-sheet-changes.ts'
import type { SheetContent } from './call-sheet-content.ts'
import { sheetDays } from './call-sheet-text.ts'

const paris = { language: 'fr', timeZone: 'Europe/Paris' } as const
const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`

const show: SheetContent['duties'][number] = {
  ...{ key: id(1), workOrderId: id(2), reference: 'PROJ-T01', role: 'Son', kind: 'show', name: '' },
  ...{ department: 'sound', stageId: id(3), stageName: 'Grande scène', withWhom: [] },
  ...{ startsAt: '2027-03-27T20:00:00Z', endsAt: '2027-03-28T01:30:00Z' },
}
const bus: SheetContent['transport'][number] = {
  ...{ key: id(4), means: 'Minibus', from: 'Dépôt', to: 'Zénith', note: '', withWhom: [] },
  ...{ departsAt: '2027-03-27T06:00:00Z', arrivesAt: null },
}
const hotel: SheetContent['lodging'][number] = {
  ...{ key: id(5), name: 'Hôtel', address: '', phone: '+33320000000', note: '' },
  ...{ from: '2027-03-27', until: '2027-03-29', withWhom: [] },
}
const sheet: SheetContent = { ...emptySheet, duties: [show], transport: [bus], lodging: [hotel] }

describe('the timeline of a call sheet', () => {
  test('has each day in its order, nights last, over the night when clocks change', () => {
    const days = sheetDays(sheet, paris)
    expect(
      days.map(({ date, lines }) => [date, lines.map(({ time, title }) => [time, title])]),
    ).toEqual([
      [
        '2027-03-27',
        [
          ['07:00', 'Dépôt → Zénith'],
          ['21:00 – 03:30', 'Son · Exploitation'],
          ['', 'Nuit : Hôtel'],
        ],
      ],
      ['2027-03-28', [['', 'Nuit : Hôtel']]],
    ])
  })

  test('does not name a coach full of people one by one', () => {
    const withWhom = Array.from({ length: 30 }, (_, index) => `Personne ${index}`)
    const [day] = sheetDays({ ...emptySheet, transport: [{ ...bus, withWhom }] }, paris)
    expect(day?.lines[0]?.details.at(-1)).toMatch(
      /^Avec : Personne 0, .*Personne 11 et 18 de plus$/,
    )
  })
})

describe('what changed between two call sheets', () => {
  test('is told line by line, in the language of the reader', () => {
    const later = { ...show, startsAt: '2027-03-27T21:00:00Z' }
    const changes = sheetChanges(
      sheet,
      { ...sheet, duties: [later], transport: [] },
      {
        ...paris,
        language: 'en',
      },
    )
    expect(
      changes.map(({ part, kind, was, now }) => [part, kind, was.slice(0, 24), now.slice(0, 24)]),
    ).toEqual([
      ['duties', 'changed', 'Sat 27 Mar 21:00 – 03:30', 'Sat 27 Mar 22:00 – 03:30'],
      ['transport', 'removed', 'Sat 27 Mar 07:00 · Dépôt', ''],
    ])
  })

  test('the order of lines is no change', () => {
    const two = { ...bus, key: id(6) }
    const [a, b] = [
      { ...sheet, transport: [bus, two] },
      { ...sheet, transport: [two, bus] },
    ]
    expect(isSameSheet(a, b)).toBe(true)
    expect(isSameSheet(a, sheet)).toBe(false)
  })
})
