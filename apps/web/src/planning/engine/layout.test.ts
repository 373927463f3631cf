import { describe, expect, it } from 'vitest'
import { isolated } from '../isolated.ts'
import { makeDays } from './days.ts'
import { fitText } from './fit-text.ts'
import { boxOfBar, findBar, hitTest } from './hit-test.ts'
import { nextBar } from './keyboard.ts'
import { layLanes } from './lanes.ts'
import { type BoardBar, type BoardRow, HOUR, MINUTE } from './model.ts'
import { groupByRow, rowAt, rowsInSight, stackRows } from './rows.ts'
import { makeTimeScale, snapTime, xOf } from './time-scale.ts'

const START = Date.parse('2026-11-18T07:00:00Z')

const bar = (id: string, startHour: number, hours: number, rowId = 'r0'): BoardBar => ({
  id,
  rowId,
  from: START + startHour * HOUR,
  until: START + (startHour + hours) * HOUR,
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

const row = (id: string): BoardRow => ({ id, name: id, work: [], absences: [] })

const options = { density: 'normal', leastMs: 0 } as const

describe('lanes', () => {
  it('leave bars that follow each other on one line', () => {
    expect(layLanes([bar('a', 0, 1), bar('b', 1, 1), bar('c', 2, 1)]).count).toBe(1)
  })

  it('never put two bars that overlap on one line, not even thirty of them', () => {
    const bars = Array.from({ length: 30 }, (_, index) => bar(`b${index}`, index * 0.05, 3))
    const { lanes, count } = layLanes(bars)
    expect(count).toBe(30)
    expect(new Set(lanes).size).toBe(30)
  })

  it('keep visits of one minute apart that would be drawn upon each other', () => {
    const bars = [bar('a', 0, 1 / 60), bar('b', 1 / 30, 1 / 60)]
    expect(layLanes(bars).count).toBe(1)
    expect(layLanes(bars, 20 * MINUTE).count).toBe(2)
  })

  it('hold for any plan: two bars on one lane never overlap', () => {
    let seed = 42
    const next = () => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const bars = Array.from({ length: 400 }, (_, i) => bar(`b${i}`, next() * 100, 0.1 + next() * 6))
    const { bars: ordered, lanes } = layLanes(bars)
    const ends = new Map<number, number>()
    ordered.forEach((one, rank) => {
      const lane = lanes[rank] ?? 0
      expect(one.from).toBeGreaterThanOrEqual(ends.get(lane) ?? 0)
      ends.set(lane, one.until)
    })
  })
})

describe('rows', () => {
  const rows = ['r0', 'r1', 'r2'].map(row)
  const bars = [bar('a', 0, 2), bar('b', 1, 2), bar('c', 4, 1), bar('d', 0, 1, 'r2')]
  const stack = stackRows(rows, groupByRow(bars), options)

  it('grow with their lanes', () => {
    expect(stack.boxes.map(({ height }) => height)).toEqual([92, 52, 52])
    expect(rowAt(stack, 91)).toBe(0)
    expect(rowAt(stack, 92)).toBe(1)
    expect(rowAt(stack, 5000)).toBe(-1)
  })

  it('are windowed', () => {
    expect(rowsInSight(stack, 0, 60)).toEqual({ from: 0, until: 1 })
    expect(rowsInSight(stack, 95, 60)).toEqual({ from: 1, until: 3 })
    expect(rowsInSight(stackRows([], new Map(), options), 0, 60)).toEqual({ from: 0, until: 0 })
  })

  it('keep what did not change when one bar moves', () => {
    const before = groupByRow(bars)
    const first = stackRows(rows, before, options)
    const moved = bars.map((one) => (one.id === 'd' ? { ...one, from: one.from + HOUR } : one))
    const after = groupByRow(moved, before)
    const second = stackRows(rows, after, options, { stack: first, bars: before, leastMs: 0 })
    expect(second.boxes[0]).toBe(first.boxes[0])
    expect(second.boxes[1]).toBe(first.boxes[1])
    expect(second.boxes[2]).not.toBe(first.boxes[2])
  })
})

describe('hit test', () => {
  const days = makeDays('2026-11-18', 1, 'Europe/Paris')
  const scale = makeTimeScale(days, 60 / HOUR)
  const bars = [bar('a', 0, 2), bar('b', 1, 2), bar('c', 4, 1), bar('d', 0, 1, 'r1')]
  const stack = stackRows([row('r0'), row('r1')], groupByRow(bars), options)

  it('finds a bar where it is drawn, whatever its lane', () => {
    for (const one of bars) {
      const place = findBar(stack, one)
      if (!place) throw new Error('not found')
      const box = boxOfBar(scale, stack, place)
      const hit = hitTest(scale, stack, box.x + box.width / 2, box.y + box.height / 2)
      expect(hit?.bar?.id).toBe(one.id)
      expect(hit?.part).toBe('body')
    }
  })

  it('tells the edges to resize by', () => {
    const x = xOf(scale, START + 4 * HOUR)
    expect(hitTest(scale, stack, x + 2, 20)?.part).toBe('start')
    expect(hitTest(scale, stack, x + 56, 20)?.part).toBe('end')
  })

  it('tells the row and the moment where there is no bar', () => {
    const hit = hitTest(scale, stack, xOf(scale, START + 9 * HOUR), 20)
    expect(hit).toMatchObject({ rowId: 'r0', bar: null, at: START + 9 * HOUR })
    expect(hitTest(scale, stack, 10, 9999)).toBeNull()
  })
})

describe('arrows', () => {
  const bars = [bar('a', 0, 1), bar('b', 3, 1), bar('d', 2.5, 1, 'r2')]
  const stack = stackRows(['r0', 'r1', 'r2'].map(row), groupByRow(bars), options)
  const [a, b, d] = bars as [BoardBar, BoardBar, BoardBar]

  it('go along the row, and to the nearest bar of the next row that has one', () => {
    expect(nextBar(stack, null, 'right')?.id).toBe('a')
    expect(nextBar(stack, a, 'right')?.id).toBe('b')
    expect(nextBar(stack, b, 'right')).toBeNull()
    expect(nextBar(stack, b, 'down')?.id).toBe('d')
    expect(nextBar(stack, d, 'up')?.id).toBe('b')
  })
})

describe('a bar over midnight, in the nights when the clocks change', () => {
  it.each([
    ['2026-10-24', '2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z', 9],
    ['2026-03-28', '2026-03-28T21:00:00Z', '2026-03-29T04:00:00Z', 7],
    ['2026-11-18', '2026-11-18T21:00:00Z', '2026-11-19T05:00:00Z', 8],
  ])('is one bar as long as it lasts, found on both days (%s)', (date, from, until, hours) => {
    const days = makeDays(date, 2, 'Europe/Paris')
    const scale = makeTimeScale(days, 60 / HOUR)
    const night = { ...bar('n', 0, 1), from: Date.parse(from), until: Date.parse(until) }
    const stack = stackRows([row('r0')], groupByRow([night]), options)
    const place = findBar(stack, night)
    if (!place) throw new Error('not found')
    const box = boxOfBar(scale, stack, place)
    expect(box.width).toBeCloseTo(hours * 60 - 1)
    const midnight = xOf(scale, days[1]?.from ?? 0)
    for (const x of [midnight - 30, midnight + 30])
      expect(hitTest(scale, stack, x, 20)?.bar?.id).toBe('n')
  })

  it('keeps its length in real time wherever it is dropped, and the clock of where it begins', () => {
    const days = makeDays('2026-10-24', 2, 'Europe/Paris')
    const scale = makeTimeScale(days, 60 / HOUR)
    const start = snapTime(scale, Date.parse('2026-10-24T20:07:00Z'), 15)
    expect(new Date(start).toISOString()).toBe('2026-10-24T20:00:00.000Z')
    const later = snapTime(scale, Date.parse('2026-10-25T01:07:00Z'), 15)
    expect(new Date(later).toISOString()).toBe('2026-10-25T01:00:00.000Z')
    expect(xOf(scale, later) - xOf(scale, start)).toBeCloseTo(5 * 60)
  })

  it('of a minute can be pressed, of two weeks reaches beyond the days shown', () => {
    const days = makeDays('2026-11-18', 1, 'Europe/Paris')
    const scale = makeTimeScale(days, 60 / HOUR)
    const minute = { ...bar('m', 9, 1), until: START + 9 * HOUR + 60_000 }
    const weeks = { ...bar('w', -72, 14 * 24, 'r1') }
    const stack = stackRows([row('r0'), row('r1')], groupByRow([minute, weeks]), options)
    const x = xOf(scale, minute.from)
    expect(hitTest(scale, stack, x + 0.5, 20)).toMatchObject({ bar: { id: 'm' } })
    const place = findBar(stack, minute)
    expect(place && boxOfBar(scale, stack, place).width).toBeGreaterThanOrEqual(5)
    const below = (stack.tops[1] ?? 0) + 20
    for (const at of [1, 700, 1439]) expect(hitTest(scale, stack, at, below)?.bar?.id).toBe('w')
  })
})

describe('words on a bar', () => {
  const context = {
    font: '600 12px x',
    measureText: (text: string) => ({ width: text.length * 7 }),
  } as unknown as CanvasRenderingContext2D

  it('of 300 letters are cut to the room, and cost no more than those that could be read', () => {
    const asked: number[] = []
    const counting = {
      ...context,
      measureText: (text: string) => {
        asked.push(text.length)
        return { width: text.length * 7 }
      },
    } as unknown as CanvasRenderingContext2D
    const cut = fitText(counting, 'Piscine '.repeat(38).slice(0, 300), 140)
    expect(cut.endsWith('…')).toBe(true)
    expect(cut.length * 7).toBeLessThanOrEqual(140)
    expect(Math.max(...asked)).toBeLessThanOrEqual(120)
  })

  it('from right to left keep their beginning', () => {
    const name = 'مسبح المدينة الكبير في الضاحية الشمالية'
    const cut = fitText(context, name, 120)
    expect(name.startsWith(cut.slice(0, -1).trimEnd())).toBe(true)
    expect(isolated('Éclair')).toBe('Éclair')
    expect(isolated(name)).toBe(`\u2068${name}\u2069`)
  })
})
