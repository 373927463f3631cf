import { expect, it } from 'vitest'
import { makeDays } from './days.ts'
import { IDLE } from './drag.ts'
import { areasChanged, type Frame } from './frame-diff.ts'
import type { BoardBar, BoardRow } from './model.ts'
import { Motions } from './motions.ts'
import { NO_OVERLAYS } from './overlays.ts'
import { paperTheme } from './palette.ts'
import { groupByRow, stackRows } from './rows.ts'
import { makeTimeScale } from './time-scale.ts'

const days = makeDays('2026-03-29', 1, 'Europe/Paris')
const start = days[0]?.from ?? 0
const HOUR = 3_600_000

const bar = (id: string, rowId: string, hour: number, workId = id): BoardBar => ({
  ...{ id, rowId, workId, from: start + hour * HOUR, until: start + (hour + 1) * HOUR },
  ...{ title: id, detail: '', colour: '#2563eb', pattern: 'plain', state: 'accepted' },
  ...{ locked: false, overridden: false, clientConfirmed: false, unseen: false, still: false },
  ...{ travelMinutes: null, travelAfterMinutes: null, crew: null, icon: 'flag', attachments: 0 },
})

const rows: BoardRow[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: id,
  work: [],
  absences: [],
}))
const bars = [bar('1', 'a', 8), bar('2', 'b', 8), bar('3', 'c', 8, '2'), bar('4', 'd', 8)]
const options = { density: 'normal', leastMs: 0 } as const
const byRow = groupByRow(bars)
const stack = stackRows(rows, byRow, options)

const frame: Frame = {
  scale: makeTimeScale(days, 40 / HOUR),
  stack,
  ticks: [],
  pace: { bufferMs: 0, breaks: [] },
  view: { left: 0, top: 0, width: 800, height: 600, head: 200, axis: 46 },
  palette: { theme: paperTheme as never, dark: false, bar: () => ({}) as never },
  ...{ font: '', now: start, selectedId: null, crewOfSelected: null, hoveredId: null, drag: IDLE },
  ...{
    verdicts: new Map(),
    conflicts: new Set<string>(),
    clashes: new Set<string>(),
    clear: null,
    overlays: NO_OVERLAYS,
  },
  ...{ held: new Map(), leaving: new Set<string>(), motions: new Motions(), frameAt: 0 },
  ...{ dayLabels: () => [], tickLabel: () => '', travelLabel: () => '', absenceLabel: () => '' },
}

/** Ranks of the rows that would be painted again. */
const ranks = (change: Partial<Frame>, before = frame): number[] | null => {
  const areas = areasChanged(before, { ...before, frameAt: 16, ...change })
  return (
    areas &&
    rows.flatMap((_, rank) => {
      const middle = 46 + ((stack.tops[rank] ?? 0) + (stack.tops[rank + 1] ?? 0)) / 2
      return areas.some(({ top, bottom }) => top < middle && middle < bottom) ? [rank] : []
    })
  )
}

it('nothing new is not painted; what is marked or judged is painted in its row alone', () => {
  expect(ranks({})).toEqual([])
  expect(ranks({ hoveredId: '4' })).toEqual([3])
  expect(ranks({ selectedId: '2', crewOfSelected: '2' })).toEqual([1, 2])
  expect(ranks({ conflicts: new Set(['1']) })).toEqual([0])
  expect(ranks({ clear: new Set(['1', '2', '3']) })).toEqual([3])
  const verdict = { enforcement: 'block', lasting: true, reason: 'no' } as const
  const judged = { ...frame, verdicts: new Map([['a', verdict]]) }
  expect(ranks({ verdicts: new Map([['a', { ...verdict }]]) }, judged)).toEqual([])
  expect(ranks({ verdicts: new Map([['b', verdict]]) }, judged)).toEqual([0, 1])
})

it('one update paints two rows at most; what moves everything paints everything', () => {
  const moved = groupByRow(
    [
      { ...(bars[0] as BoardBar), rowId: 'b', from: start + 10 * HOUR, until: start + 11 * HOUR },
      ...bars.slice(1),
    ],
    byRow,
  )
  const before = { stack, bars: byRow, leastMs: 0 }
  expect(ranks({ stack: stackRows(rows, moved, options, before) })).toEqual([0, 1])
  const crowd = groupByRow([...bars, { ...bar('5', 'a', 8), until: start + 9 * HOUR }], byRow)
  expect(ranks({ stack: stackRows(rows, crowd, options, before) })).toBeNull()
  expect(ranks({ view: { ...frame.view, top: 40 } })).toBeNull()
  expect(ranks({ now: start + 1 })).toBeNull()
  const colleagues = [{ id: 'w', name: 'Zoé', colour: '#005cc5', pointer: null, held: '1' }]
  expect(ranks({ overlays: { ...NO_OVERLAYS, colleagues } })).toBeNull()
})
