// Exported files are read back by the readers people have: a CSV parser, a workbook reader, a calendar library.

import type { ExportQuestion } from '@regie/contract/board-exports'
import { siteDraft } from '@regie/contract/clients'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { createSite as addSite } from '../../clients/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { at, plannedCompany } from '../../testing/planned-company.ts'
import { member, useWork } from '../../testing/work.ts'
import { csvFile, icsFile, xlsxFile } from './files.ts'
import { foldLine } from './ics.ts'

const testing = useWork({ queue: true })
const { act, read } = testing

const day = (more: Partial<ExportQuestion> = {}): ExportQuestion => ({
  from: at('00:00'),
  until: at('00:00', '2026-11-24'),
  rows: 'technician',
  ...more,
})

const tableOf = async (actor: Actor, question: ExportQuestion) => {
  const { content } = await read(actor, (tx) => csvFile(tx, question))
  const text = Buffer.from(content).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  return parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
}

/** Two people, a visit each; one at a site whose name is a formula with everything that breaks a file. */
async function busyDay() {
  const company = await plannedCompany(testing)
  const { planner, client, hire, order, assign, skill } = company
  const evil = await act(
    planner,
    addSite,
    siteDraft.parse({
      clientId: client.id,
      name: '=HYPERLINK("http://x";"Bassin; «été»")',
      address: { line: '1 rue', postcode: '97410', city: 'Saint-Pierre', country: 'FR' },
      position: { latitude: 48.86, longitude: 2.36 },
    }),
  )
  const ana = await hire('Ana', { team: 'Nord' })
  const bob = await hire('Bob', { team: 'Sud', skills: [{ skillId: skill.id, level: 2 }] })
  await assign(await order({ title: 'Contrôle' }), bob.id, at('09:00'))
  await assign(await order({ title: '+33 à rappeler', siteId: evil.id }), ana.id, at('14:30'))
  return { ...company, ana, bob }
}

test('the CSV opens in French Excel: BOM, semicolons, local times, and nothing runs as a formula', async () => {
  const { planner } = await busyDay()
  const rows = await tableOf(planner, day())
  expect(rows.map((row) => [row.Technicien, row.Date, row.Début, row.Fin])).toEqual([
    ['Ana', '23/11/2026', '14:30', '15:15'],
    ['Bob', '23/11/2026', '09:00', '09:45'],
  ])
  expect(rows[0]).toMatchObject({
    Site: `'=HYPERLINK("http://x";"Bassin; «été»")`,
    Intervention: "'+33 à rappeler",
    Secteur: '974',
    Équipe: 'Nord',
    Priorité: 'Régulier',
    État: 'Brouillon',
    'Début (avec décalage UTC)': '2026-11-23T14:30+01:00',
  })
})

test('files keep to the filters and the order of the screen', async () => {
  const { planner, bob } = await busyDay()
  const who = async (more: Partial<ExportQuestion>) =>
    (await tableOf(planner, day(more))).map((row) => row.Technicien)
  expect(await who({ technician: 'BO' })).toEqual([bob.name])
  expect(await who({ team: 'Nord' })).toEqual(['Ana'])
  expect(await who({ territory: '974' })).toEqual(['Ana'])
  expect(await who({ state: 'accepted' })).toEqual([])
  expect(await who({ state: 'draft', rows: 'site' })).toEqual(['Ana', 'Bob'])
})

test('on the night the clocks go back the two 02:30 are told apart', async () => {
  const { planner, hire, order, assign } = await plannedCompany(testing)
  const night = await hire('Nuit', { weeklyShifts: [{ weekday: 6, start: '22:00', end: '06:00' }] })
  await assign(await order(), night.id, '2026-10-25T02:10:00+02:00')
  await assign(await order(), night.id, '2026-10-25T02:10:00+01:00')
  const range = { from: '2026-10-24T00:00:00+02:00', until: '2026-10-26T00:00:00+01:00' }
  const rows = await tableOf(planner, day(range))
  expect(rows.map((row) => [row.Début, row['Début (avec décalage UTC)']])).toEqual([
    ['02:10', '2026-10-25T02:10+02:00'],
    ['02:10', '2026-10-25T02:10+01:00'],
  ])
  const { content } = await read(planner, (tx) => icsFile(tx, day(range)))
  const events = eventsOf(content)
  expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual([
    '2026-10-25T00:10:00.000Z',
    '2026-10-25T01:10:00.000Z',
  ])
})

const eventsOf = (content: Uint8Array) =>
  new ICAL.Component(ICAL.parse(Buffer.from(content).toString('utf8')))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

test('the workbook has real dates and numbers, and texts that stay texts', async () => {
  const { planner } = await busyDay()
  const { name, content } = await read(planner, (tx) => xlsxFile(tx, day()))
  expect(name).toBe('Planning 2026-11-23.xlsx')
  const sheets = await readWorkbook(Buffer.from(content))
  const [visits, load] = sheets.map(({ data }) => data)
  const [head, first, second] = visits ?? []
  const cell = (row: typeof head, title: string) => row?.[head?.indexOf(title) ?? -1]
  expect(cell(first, 'Site')).toBe('=HYPERLINK("http://x";"Bassin; «été»")')
  expect(cell(first, 'Date')).toEqual(new Date('2026-11-23T00:00:00Z'))
  expect(cell(second, 'Durée (min)')).toBe(45)
  // A part of a day is a time of day for whoever reads the sheet.
  expect(cell(second, 'Début')).toEqual(new Date('1899-12-30T09:00:00Z'))
  expect(load?.map((row) => row[0])).toEqual(['Technicien', 'Ana', 'Bob'])
  expect(load?.[1]?.[4]).toBe(10)
})

test('the calendar says who goes where in UTC, long and foreign texts included', async () => {
  const { planner } = await busyDay()
  const { content, type } = await read(planner, (tx) => icsFile(tx, day()))
  expect(type).toContain('text/calendar')
  const [ana] = eventsOf(content)
  expect(ana?.startDate.toJSDate().toISOString()).toBe('2026-11-23T13:30:00.000Z')
  expect(ana?.summary).toBe('Ana · =HYPERLINK("http://x";"Bassin; «été»")')
  expect(ana?.location).toContain('Saint-Pierre')
  for (const line of Buffer.from(content).toString('utf8').split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(foldLine(`SUMMARY:${'é'.repeat(100)}`).replaceAll('\r\n ', '')).toBe(
    `SUMMARY:${'é'.repeat(100)}`,
  )
})

test('files tell the crew seat by seat, what nobody has, and the breaks of the day', async () => {
  const { planner, hire, order, assign } = await plannedCompany(testing)
  const ana = await hire('Ana')
  const seat = { skills: [], certificationKindIds: [], mandatory: true, positionIds: [] }
  const positions = [
    { ...seat, label: 'Son', headcount: 1 },
    { ...seat, label: 'Lumière', headcount: 1 },
  ]
  const long = { durationMinutes: 200 }
  await assign(await order({ title: 'Montage', positions, ...long }), ana.id, at('09:00'))
  await assign(await order({ title: 'Réglages', ...long }), ana.id, at('14:00'))
  const rows = await tableOf(planner, day())
  expect(
    rows.map((row) => [
      row.Technicien,
      row.Intervention,
      row.État,
      row.Postes,
      row.Pourvus,
      row['Équipe sur place'],
      row['Pause avant (min)'],
    ]),
  ).toEqual([
    ['', 'Montage', 'À pourvoir', '2', '1', 'Ana (Son), – (Lumière)', ''],
    ['Ana', 'Montage', 'Brouillon', '2', '1', 'Ana (Son), – (Lumière)', ''],
    ['Ana', 'Réglages', 'Brouillon', '', '', '', '20'],
  ])
  const { content } = await read(planner, (tx) => xlsxFile(tx, day()))
  const breaks = (await readWorkbook(Buffer.from(content)))[2]
  expect(breaks?.sheet).toBe('Pauses')
  expect(breaks?.data.slice(1).map((row) => [row[0], row[4], row[5]])).toEqual([
    ['Ana', 20, 'Pause'],
  ])
  const events = eventsOf((await read(planner, (tx) => icsFile(tx, day()))).content)
  expect(events.map(({ summary }) => summary)).toEqual([
    'À pourvoir · Piscine Éclair',
    'Ana · Piscine Éclair',
    'Ana · Piscine Éclair',
  ])
  expect(events[1]?.description).toContain('Équipe sur place: 1/2 · Ana (Son), – (Lumière)')
  expect(events[2]?.description).toMatch(/Pause avant: \d\d:\d\d – \d\d:\d\d/)
})

test('another organisation takes nothing of this one away', async () => {
  await busyDay()
  expect(await tableOf(member('planner'), day())).toEqual([])
})
