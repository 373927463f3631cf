import type { Bar, Board, BoardTechnician, OpenSeat } from '@regie/contract/planning'
import { expect, test } from 'vitest'
import { groupRows, type Sources } from './grouped-rows.ts'
import { seatOfOpen } from './open-bars.ts'
import { putAssignment } from './patch-board.ts'

const work = {
  workOrderId: 'w',
  reference: 'FEST-T01',
  title: 'Montage',
  siteId: 'scene',
  siteName: 'Grande Scène',
  clientId: 'c',
  clientName: 'Festival',
  city: 'Lyon',
  projectId: 'p',
  projectName: 'Été',
  colour: '#123456',
  icon: 'flag',
  category: 'one_off',
  seats: 4,
  seatsFilled: 2,
  attachments: 0,
  startsAt: '2026-11-23T08:00:00.000Z',
  endsAt: '2026-11-23T12:00:00.000Z',
}

const held = (id: string, technicianId: string, state: string) =>
  ({
    ...work,
    id,
    version: 1,
    positionId: `seat-${id}`,
    positionName: `Son ${id}`,
    technicianId,
    technicianName: technicianId,
    state,
    publishedAt: '2026-11-20T08:00:00.000Z',
    override: null,
    unseen: null,
    travelSecondsBefore: null,
    travelSecondsAfter: null,
  }) as unknown as Bar

const seat = (id: string, positionName: string) =>
  ({ ...work, positionId: id, positionName }) as unknown as OpenSeat

const technicians = [
  { id: 'ana', name: 'Ana', team: '', skills: [], shifts: [], absences: [], pending: [], days: [] },
]
const sources: Sources = {
  technicians: technicians as unknown as BoardTechnician[],
  bars: [held('1', 'ana', 'accepted'), held('2', 'bob', 'offered')],
  openSeats: [seat('seat-3', 'Son 3'), seat('seat-4', 'Lumière')],
  grouping: 'technician',
  folded: new Set(),
}

test('among people a crew with holes is one bar in a row of its own, with all its seats', () => {
  const { rows, bars, open, heads } = groupRows(sources)
  expect(rows.map(({ id }) => id)).toEqual(['=seats', 'ana'])
  expect(heads.get('=seats')).toEqual({ kind: 'seats', open: 2, works: 1 })
  const hole = bars.find(({ state }) => state === 'open')
  expect(hole).toMatchObject({
    id: 'open:w',
    rowId: '=seats',
    title: 'Grande Scène',
    detail: 'Son 3, Lumière · Festival',
    crew: { seats: ['covered', 'offered', 'uncovered', 'uncovered'], whole: 'uncovered' },
  })
  // Filling it fills the first of its seats.
  expect(open.get('open:w') && seatOfOpen(open.get('open:w') as never).positionId).toBe('seat-3')
  expect(groupRows(sources).bars.find(({ state }) => state === 'open')).toBe(hole)
})

test('in rows of work each hole stands among its crew; without holes there is no such row', () => {
  const { rows, bars, heads } = groupRows({ ...sources, grouping: 'site' })
  expect(rows.map(({ id }) => id)).toEqual(['=scene'])
  // Bob is filtered out: his seat is held all the same.
  expect(bars.map(({ id, title, workId }) => [id, title, workId])).toEqual([
    ['1', 'ana', 'w'],
    ['open:seat-3', 'Son 3', 'w'],
    ['open:seat-4', 'Lumière', 'w'],
  ])
  expect(heads.get('=scene')).toMatchObject({ visits: 1, open: 2 })
  expect(groupRows({ ...sources, openSeats: [] }).rows.map(({ id }) => id)).toEqual(['ana'])
})

test('a crew nobody is on yet has a row at its site', () => {
  const { rows, bars } = groupRows({ ...sources, bars: [], grouping: 'project' })
  expect(rows.map(({ id, name }) => [id, name])).toEqual([['=p', 'Été']])
  expect(bars.map(({ crew }) => crew?.whole)).toEqual(['uncovered', 'uncovered'])
})

test('who leaves a crew leaves a hole at the hour they had', () => {
  const board = {
    from: '2026-11-23T00:00:00.000Z',
    until: '2026-11-24T00:00:00.000Z',
    bars: sources.bars,
    openSeats: sources.openSeats,
  } as unknown as Board
  const [first] = sources.bars as [Bar]
  const after = putAssignment(board, { ...first, version: 2, state: 'withdrawn' })
  expect(after.openSeats.map(({ positionId }) => positionId)).toEqual([
    'seat-3',
    'seat-4',
    'seat-1',
  ])
  expect(after.openSeats.at(-1)).toMatchObject({ startsAt: first.startsAt })
})
