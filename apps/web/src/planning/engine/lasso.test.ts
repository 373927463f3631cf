import { expect, it } from 'vitest'
import { makeDays } from './days.ts'
import { barsWithin } from './lasso.ts'
import { type BoardBar, HOUR, MINUTE } from './model.ts'
import { Motions } from './motions.ts'
import { groupByRow, stackRows } from './rows.ts'
import { makeTimeScale, xOf } from './time-scale.ts'

const bar = (id: string, from: number, ms: number): BoardBar => ({
  id,
  rowId: 'r',
  from,
  until: from + ms,
  title: id,
  detail: '',
  colour: '#2563eb',
  pattern: 'plain',
  state: 'accepted',
  locked: false,
  overridden: false,
  clientConfirmed: false,
  unseen: false,
  still: false,
  travelMinutes: null,
  travelAfterMinutes: null,
  workId: id,
  crew: null,
  icon: 'flag',
  attachments: 0,
})

const rows = [{ id: 'r', name: 'Ana', work: [], absences: [] }]

/** Two weeks around a change of the clocks. */
const board = (date: string, bars: readonly BoardBar[]) => {
  const days = makeDays(date, 14, 'Europe/Paris')
  const scale = makeTimeScale(days, 20 / HOUR)
  const stack = stackRows(rows, groupByRow(bars), { density: 'normal', leastMs: 0 })
  return { scale, stack, days }
}

it.each([
  ['the short night of spring', '2027-03-22', '2027-03-27T22:00:00Z'],
  ['the long night of autumn', '2026-10-19', '2026-10-24T22:00:00Z'],
])('a bar across midnight and %s is found where it is drawn', (_, date, evening) => {
  const night = bar('night', Date.parse(evening), 8 * HOUR)
  const { scale, stack } = board(date, [night])
  const x = xOf(scale, night.from + 4 * HOUR)
  const found = barsWithin(scale, stack, { left: x, right: x + 2, top: 0, bottom: 40 })
  expect(found.map(({ id }) => id)).toEqual(['night'])
})

it('thirty visits at once in one row are all rounded up, with one of a minute and one of two weeks', () => {
  const start = Date.parse('2026-11-02T08:00:00Z')
  const crowd = Array.from({ length: 30 }, (_, rank) => bar(`c${rank}`, start, HOUR))
  const all = [...crowd, bar('minute', start, MINUTE), bar('weeks', start, 14 * 24 * HOUR)]
  const { scale, stack } = board('2026-11-02', all)
  const left = xOf(scale, start - HOUR)
  const area = { left, right: xOf(scale, start + 2 * HOUR), top: 0, bottom: stack.height }
  expect(barsWithin(scale, stack, area)).toHaveLength(32)
  const later = xOf(scale, start + 5 * 24 * HOUR)
  const only = barsWithin(scale, stack, { ...area, left: later, right: later + 10 })
  expect(only.map(({ id }) => id)).toEqual(['weeks'])
})

it('what a colleague moved glides to its place, and is then at rest', () => {
  const motions = new Motions()
  const from = { rowId: 'r', from: 0, until: HOUR }
  motions.begin('a', from, 1_000)
  expect(motions.glide('a', 1_000)?.left).toBe(1)
  expect(motions.glide('a', 1_130)?.left).toBeLessThan(0.5)
  expect(motions.glide('a', 2_000)).toBeNull()
  expect(motions.isAlive(1_500)).toBe(true)
  expect(motions.isAlive(9_000)).toBe(false)
})
