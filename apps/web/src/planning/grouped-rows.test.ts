import type { Bar, BoardTechnician } from '@regie/contract/planning'
import { expect, test } from 'vitest'
import { backlogLines } from './backlog-lines.ts'
import { firstDayOf, keptOf, openingOf, plainView, shifted } from './board-view.ts'
import { technicianOfRow } from './engine/row-id.ts'
import { barsOf } from './from-contract.ts'
import { groupRows } from './grouped-rows.ts'
import { citiesOf, toursOf } from './map/tours.ts'
import { shareOf, weekNumber } from './month-days.ts'

const technician = (id: string, team: string, skills: readonly string[]): BoardTechnician => ({
  id,
  name: id,
  kind: 'employee',
  archived: false,
  team,
  skills: skills.map((skill) => ({ id: skill, name: skill, level: 1 })),
  home: { latitude: 48, longitude: 2 },
  shifts: [],
  absences: [],
  pending: [],
  days: [{ date: '2026-11-23', plannedMinutes: 60, capacityMinutes: 600 }],
})

const bar = (id: string, technicianId: string, siteId: string): Bar =>
  ({
    id,
    technicianId,
    technicianName: technicianId,
    siteId,
    siteName: siteId,
    city: 'Lyon',
    clientId: 'c',
    clientName: 'Ville',
    projectId: null,
    projectName: '',
    positionName: '',
    title: 'Contrôle',
    colour: '#123456',
    category: 'recurrent',
    state: 'offered',
    publishedAt: null,
    locked: false,
    startsAt: '2026-11-23T08:00:00.000Z',
    endsAt: '2026-11-23T09:00:00.000Z',
    position: { latitude: 49, longitude: 3 },
    travelSecondsBefore: null,
  }) as unknown as Bar

const technicians = [technician('ana', 'Nord', ['eau']), technician('bob', '', ['eau', 'son'])]
const bars = [bar('1', 'ana', 'bassin'), bar('2', 'bob', 'salle')]
const folded = new Set<string>()
const ids = (grouping: Parameters<typeof groupRows>[0]['grouping'], keys = folded) =>
  groupRows({ technicians, bars, openSeats: [], grouping, folded: keys }).rows.map(({ id }) => id)

test('rows are people, people under headings, or the work', () => {
  expect(ids('technician')).toEqual(['ana', 'bob'])
  expect(ids('team')).toEqual(['#Nord', 'ana', '#', 'bob'])
  expect(ids('skill')).toEqual(['#eau', 'eau/ana', 'eau/bob', '#son', 'son/bob'])
  expect(ids('site')).toEqual(['=bassin', '=salle'])
  expect(ids('team', new Set(['Nord']))).toEqual(['#Nord', '#', 'bob'])
})

test('a row knows whom it assigns: nobody for headings and work', () => {
  expect(['ana', 'eau/ana', '#Nord', '=bassin'].map(technicianOfRow)).toEqual([
    'ana',
    'ana',
    null,
    null,
  ])
})

test('somebody under two skills has the same visits in both rows, and the very same objects again', () => {
  const once = groupRows({ technicians, bars, openSeats: [], grouping: 'skill', folded })
  expect(once.bars.map(({ id, rowId }) => `${rowId} ${id}`)).toEqual([
    'eau/ana 1',
    'eau/bob 2',
    'son/bob 2',
  ])
  const again = groupRows({ technicians, bars, openSeats: [], grouping: 'skill', folded })
  expect(again.bars.every((one, rank) => one === once.bars[rank])).toBe(true)
  expect(again.rows.every((one, rank) => one === once.rows[rank])).toBe(true)
})

test('bars in rows of work name who goes there', () => {
  const { bars: shown, heads } = groupRows({
    technicians,
    bars,
    openSeats: [],
    grouping: 'client',
    folded,
  })
  expect(shown.map(({ title, rowId }) => [rowId, title])).toEqual([
    ['=c', 'ana'],
    ['=c', 'bob'],
  ])
  expect(heads.get('=c')).toMatchObject({ kind: 'work', visits: 2, minutes: 120 })
})

test('a view keeps what is not as usual and opens on the present days', () => {
  const view = { ...plainView, view: 'week' as const, rows: 'team' as const, date: '2026-11-23' }
  const kept = keptOf({ ...view, territory: '75' })
  expect(kept).toEqual({ view: 'week', rows: 'team', territory: '75' })
  expect(openingOf(kept, 'k')).toMatchObject({
    rows: 'team',
    territory: '75',
    kept: 'k',
    map: false,
  })
  expect(openingOf(kept, 'k')).not.toHaveProperty('date', '2026-11-23')
})

test('a month is six weeks from a Monday, and turns month by month over the year', () => {
  const view = { view: 'month' as const, date: '2027-01-31' }
  expect(firstDayOf(view, '2026-11-22')).toBe('2026-12-28')
  expect(shifted(view, '2026-11-22', -1)).toBe('2026-12-01')
  expect(shifted(view, '2026-11-22', 12)).toBe('2028-01-01')
  expect(weekNumber('2026-12-28')).toBe(53)
  expect(weekNumber('2027-01-04')).toBe(1)
  expect(shareOf({ plannedMinutes: 0, capacityMinutes: 0, visits: 0 })).toBeNull()
})

test('a tour leads from home through the stops and home again; cities are the middle of their sites', () => {
  const day = { from: Date.parse('2026-11-23T00:00Z'), until: Date.parse('2026-11-24T00:00Z') }
  const [ana] = toursOf(technicians, bars, day)
  expect(ana?.line).toEqual([
    [48, 2],
    [49, 3],
    [48, 2],
  ])
  expect(toursOf(technicians, bars, { from: day.until, until: day.until + 1 })).toEqual([])
  expect(
    citiesOf(
      [
        { city: 'Lyon', at: [45, 4] },
        { city: 'Lyon', at: [47, 6] },
        { city: '', at: [0, 0] },
      ],
      5,
    ),
  ).toEqual([{ name: 'Lyon', at: [46, 5] }])
})

test('a heading stands before the first of its group, with the count of all that wait', () => {
  const item = (workOrderId: string, key: string) =>
    ({ workOrderId, group: { key, name: key } }) as Parameters<typeof backlogLines>[0][number]
  const lines = backlogLines(
    [item('a', 'x'), item('b', 'x'), item('c', 'y')],
    [{ key: 'x', name: 'X', count: 12 }],
  )
  expect(lines.map(({ key }) => key)).toEqual(['#x', 'a', 'b', '#y', 'c'])
  expect(lines[0]).toMatchObject({ group: { count: 12 } })
})

test('each bar of a crew tells how all its seats stand, and the same crew is the very same bar', () => {
  const seat = (id: string, who: string, state: string) =>
    ({ ...bar(id, who, 'scene'), workOrderId: 'w', seats: 3, seatsFilled: 2, state }) as Bar
  const crew = [seat('1', 'ana', 'accepted'), seat('2', 'bob', 'offered')]
  const [first] = barsOf(crew)
  expect(first?.crew).toEqual({
    seats: ['covered', 'offered', 'uncovered'],
    whole: 'uncovered',
  })
  expect(barsOf(crew)[0]).toBe(first)
  expect(barsOf([...crew, seat('3', 'ana', 'started')])[0]?.crew?.whole).toBe('offered')
})
