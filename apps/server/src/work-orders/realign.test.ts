import { describe, expect, test } from 'vitest'
import { realign } from './realign.ts'
import { plusDays, wallClock, windowsOfVisit } from './visit-windows.ts'

const mondays = Array.from({ length: 8 }, (_, week) => plusDays('2026-05-04', week * 7))
const tuesdays = mondays.map((on) => ({ on: plusDays(on, 1), season: 0 }))
const standing = (fixed: readonly string[]) =>
  mondays.map((occursOn) => ({ occursOn, fixed: fixed.includes(occursOn) }))

describe('an edited series', () => {
  test('moves its visits to the new days, and keeps exceptions in their weeks', () => {
    const { stays, removed, made, apart } = realign(
      standing(['2026-05-18', '2026-06-01']),
      tuesdays,
    )
    expect(stays).toHaveLength(8)
    for (const { occursOn, to } of stays) expect(to.on).toBe(plusDays(occursOn, 1))
    expect([removed, made, apart]).toEqual([[], [], []])
    expect(stays.filter(({ fixed }) => fixed).map(({ to }) => to.on)).toEqual([
      '2026-05-19',
      '2026-06-02',
    ])
  })

  test('drops what is too much and makes what is missing', () => {
    const fortnight = tuesdays.filter((_, index) => index % 2 === 0)
    const fewer = realign(standing([]), fortnight)
    expect(fewer.stays).toHaveLength(4)
    expect(fewer.removed).toEqual(mondays.slice(4))
    const twice = [...tuesdays, ...mondays.map((on) => ({ on: plusDays(on, 3), season: 0 }))]
    const more = realign(
      standing([]),
      twice.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    )
    expect(more.made).toHaveLength(8)
  })

  test('keeps a visit on its very day when that is still a date', () => {
    const dates = mondays.map((on) => ({ on, season: 0 }))
    const { stays, made } = realign(standing(['2026-05-11']), dates)
    expect(stays.every(({ occursOn, to }) => occursOn === to.on)).toBe(true)
    expect(made).toEqual([])
  })

  test('leaves a moved visit alone where no day of the new rule is near', () => {
    const autumn = [{ on: '2026-10-05', season: 0 }]
    const { apart, removed, made, stays } = realign(standing(['2026-05-18']), autumn)
    expect(apart).toEqual(['2026-05-18'])
    expect(stays).toEqual([{ occursOn: '2026-05-04', to: autumn[0], fixed: false }])
    expect(removed).toHaveLength(6)
    expect(made).toEqual([])
  })
})

describe('hours of a visit', () => {
  const clock = wallClock('Europe/Paris')
  const time = { start: '14:15', end: '15:30' }
  const at = (on: string, toleranceDays = 0) => windowsOfVisit({ on, time, toleranceDays }, clock)

  test('stand on the wall on both sides of a clock change', () => {
    expect(at('2026-03-23')).toEqual([
      { from: '2026-03-23T13:15:00.000Z', until: '2026-03-23T14:30:00.000Z' },
    ])
    expect(at('2026-03-30')[0]?.from).toBe('2026-03-30T12:15:00.000Z')
    expect(at('2026-10-19')[0]?.from).toBe('2026-10-19T12:15:00.000Z')
    expect(at('2026-10-26')[0]?.from).toBe('2026-10-26T13:15:00.000Z')
  })

  test('in the hour that a night skips move on with the clock; of two the first is meant', () => {
    const night = (on: string) =>
      windowsOfVisit({ on, time: { start: '02:30', end: '03:30' }, toleranceDays: 0 }, clock)[0]
    expect(night('2026-03-29')).toEqual({
      from: '2026-03-29T01:30:00.000Z',
      until: '2026-03-29T02:30:00.000Z',
    })
    expect(night('2026-10-25')?.from).toBe('2026-10-25T00:30:00.000Z')
  })

  test('come each day of the tolerance, or span its days', () => {
    expect(at('2026-05-20', 3)).toHaveLength(7)
    expect(windowsOfVisit({ on: '2026-03-29', time: null, toleranceDays: 0 }, clock)).toEqual([
      { from: '2026-03-28T23:00:00.000Z', until: '2026-03-29T22:00:00.000Z' },
    ])
  })
})
