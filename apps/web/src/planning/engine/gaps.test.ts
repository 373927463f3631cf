import { describe, expect, it } from 'vitest'
import { type Gap, gapsOf, slackBefore } from './gaps.ts'
import { layLanes } from './lanes.ts'
import { type BoardBar, type BoardRow, HOUR, MINUTE } from './model.ts'

const at = (hours: number) => hours * HOUR

const bar = (id: string, from: number, until: number, travelMinutes = 0): BoardBar =>
  ({ id, workId: id, from: at(from), until: at(until), travelMinutes }) as BoardBar

const row = (...work: readonly (readonly [number, number])[]): BoardRow => ({
  id: 'ana',
  name: 'Ana',
  work: work.map(([from, until]) => ({ from: at(from), until: at(until) })),
  absences: [],
  loads: new Map(),
})

const pace = {
  bufferMs: 15 * MINUTE,
  breaks: [{ afterMs: 4 * HOUR, breakMs: 15 * MINUTE }],
}

const tell = (gaps: readonly Gap[]) =>
  gaps.map(({ kind, from, until }) => [kind, from / MINUTE, until / MINUTE])

const gaps = (bars: readonly BoardBar[], on = row([8, 18])) =>
  tell(gapsOf(layLanes(bars), on, pace))

describe('between the visits of a row', () => {
  it('the buffer follows each visit that is followed by another', () => {
    expect(gaps([bar('a', 8, 9), bar('b', 10, 11)])).toEqual([['buffer', 540, 555]])
  })
  it('less time than the buffer is tight, for as long as there is any', () => {
    expect(gaps([bar('a', 8, 9), bar('b', 9.5, 10, 20)])).toEqual([['tight', 540, 550]])
  })
  it('a break lies in the last gap before four hours of work are full', () => {
    const day = [bar('a', 8, 9.5), bar('b', 10, 11.5), bar('c', 12, 14)]
    expect(gaps(day).filter(([kind]) => kind === 'break')).toEqual([['break', 705, 720]])
  })
  it('a day of less work asks for none', () => {
    expect(gaps([bar('a', 8, 9), bar('b', 10, 12)]).some(([kind]) => kind === 'break')).toBe(false)
  })
  it('what lies between two shifts of a day is the meal, and no other break is asked of it', () => {
    const day = [bar('a', 8, 11.75), bar('b', 13, 15)]
    expect(gaps(day, row([8, 12], [13, 17]))).toEqual([
      ['meal', 720, 780],
      ['buffer', 705, 720],
    ])
  })
  it('what lies between two nights is no meal', () => {
    expect(gaps([], row([7, 29], [31, 53]))).toEqual([])
  })
  it('visits at once, and those of another day, have nothing between them', () => {
    expect(gaps([bar('a', 8, 10), bar('b', 9, 11), bar('c', 32, 33)])).toEqual([])
  })
})

it('the slack before a visit is told without the road to it', () => {
  const bars = [bar('a', 8, 9), bar('b', 10, 11, 20), bar('c', 34, 35)]
  expect(bars.map(({ id }) => slackBefore(bars, id))).toEqual([null, 40, null])
})
