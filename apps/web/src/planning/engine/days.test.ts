import { describe, expect, it } from 'vitest'
import { atWall, hoursHolding, isSecondTime, makeDays, wallMinutes } from './days.ts'
import { HOUR, MINUTE } from './model.ts'
import { hoursOf, makeTicks } from './ticks.ts'
import { fitting, makeTimeScale, snapTime, timeAt, xOf, zoomAround } from './time-scale.ts'

const PARIS = 'Europe/Paris'
const at = (iso: string) => Date.parse(iso)
const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const dayOf = (date: string) => {
  const [day] = makeDays(date, 1, PARIS)
  if (!day) throw new Error('no day')
  return day
}

describe('the night of 25 October in Paris, when 02:00 comes twice', () => {
  const day = dayOf('2026-10-25')

  it('lasts 25 hours, and is drawn that much wider', () => {
    expect(hoursOf(day)).toBe(25)
    const days = makeDays('2026-10-24', 3, PARIS)
    const widths = makeTimeScale(days, 1 / MINUTE).segments.map(({ width }) => width / 60)
    expect(widths).toEqual([24, 25, 24])
  })

  it('shows the hours of the wall, the second 02:00 told apart', () => {
    const ticks = makeTicks(makeTimeScale([day], 60 / HOUR)).filter(({ labelled }) => labelled)
    const labels = ticks.map(({ minutes, again }) => wall(minutes) + (again ? ' again' : ''))
    expect(labels.slice(0, 6)).toEqual(['00:00', '01:00', '02:00', '02:00 again', '03:00', '04:00'])
    expect(labels).toHaveLength(25)
  })

  it('knows both 02:30 apart, and 09:00 for what it is', () => {
    expect(wallMinutes(day, at('2026-10-25T00:30:00Z'))).toBe(150)
    expect(isSecondTime(day, at('2026-10-25T00:30:00Z'))).toBe(false)
    expect(wallMinutes(day, at('2026-10-25T01:30:00Z'))).toBe(150)
    expect(isSecondTime(day, at('2026-10-25T01:30:00Z'))).toBe(true)
    expect(new Date(atWall(day, 540)).toISOString()).toBe('2026-10-25T08:00:00.000Z')
  })

  it('snaps on the quarters of the clock on both sides of the change', () => {
    const scale = makeTimeScale([day], 1 / MINUTE)
    const snapped = snapTime(scale, at('2026-10-25T14:07:31Z'), 15)
    expect(new Date(snapped).toISOString()).toBe('2026-10-25T14:15:00.000Z')
  })
})

describe('the night of 29 March in Paris, when 02:00 never comes', () => {
  const day = dayOf('2026-03-29')

  it('lasts 23 hours and jumps from 01:00 to 03:00', () => {
    expect(hoursOf(day)).toBe(23)
    const ticks = makeTicks(makeTimeScale([day], 60 / HOUR))
    const labels = ticks.filter(({ labelled }) => labelled).map(({ minutes }) => wall(minutes))
    expect(labels.slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00'])
    expect(labels).toHaveLength(23)
  })

  it('puts 02:30 where the clock jumps, and 09:00 at 07:00 UTC', () => {
    expect(new Date(atWall(day, 150)).toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(new Date(atWall(day, 540)).toISOString()).toBe('2026-03-29T07:00:00.000Z')
  })

  it('cuts the working hours by the wall clock', () => {
    const [cut] = makeDays('2026-03-29', 1, PARIS, { opens: 420, closes: 1200 })
    expect(new Date(cut?.opens ?? 0).toISOString()).toBe('2026-03-29T05:00:00.000Z')
    expect(new Date(cut?.closes ?? 0).toISOString()).toBe('2026-03-29T18:00:00.000Z')
  })
})

describe('the hours shown', () => {
  const span = (from: string, until: string) => ({ from: at(from), until: at(until) })

  it('hold all work with an hour around', () => {
    const shown = hoursHolding([span('2026-11-18T07:30:00Z', '2026-11-18T16:10:00Z')], PARIS)
    expect(shown).toEqual({ opens: 420, closes: 1140 })
  })

  it('are the whole day as soon as anything runs past midnight: nothing may be hidden', () => {
    const night = span('2026-11-18T21:00:00Z', '2026-11-19T01:00:00Z')
    expect(hoursHolding([night], PARIS)).toEqual({ opens: 0, closes: 1440 })
  })

  it('are those of the others beside what lasts for days, whose beginning and end stay in sight', () => {
    const day = span('2026-11-18T07:30:00Z', '2026-11-18T16:10:00Z')
    const weeks = span('2026-11-18T09:00:00Z', '2026-12-02T09:00:00Z')
    expect(hoursHolding([day, weeks], PARIS)).toEqual({ opens: 420, closes: 1140 })
    const evening = span('2026-11-18T20:00:00Z', '2026-12-02T05:00:00Z')
    expect(hoursHolding([day, evening], PARIS)).toEqual({ opens: 240, closes: 1380 })
  })

  it('shrink a day without work to a strip, but never all days', () => {
    const shown = { opens: 420, closes: 1200 }
    const saturday = at('2026-11-21T11:00:00Z')
    const days = makeDays('2026-11-20', 2, PARIS, shown, (day) => day.until > saturday)
    expect(days.map(({ opens, closes }) => (closes - opens) / HOUR)).toEqual([13, 2])
    const idle = makeDays('2026-11-21', 2, PARIS, shown, () => true)
    expect(idle.map(({ opens, closes }) => (closes - opens) / HOUR)).toEqual([13, 13])
  })
})

describe('the time scale', () => {
  const days = makeDays('2026-11-16', 7, PARIS, { opens: 420, closes: 1200 })

  it('turns time to pixels and back', () => {
    const scale = makeTimeScale(days, fitting(days, 910))
    expect(scale.width).toBeCloseTo(910)
    for (const x of [0, 1, 129.5, 130, 400, 909]) {
      expect(xOf(scale, timeAt(scale, x))).toBeCloseTo(x, 6)
    }
  })

  it('puts hours that are not shown on the edge of their day', () => {
    const scale = makeTimeScale(days, 1 / MINUTE)
    const monday = scale.segments[0]
    expect(xOf(scale, at('2026-11-16T02:00:00Z'))).toBe(0)
    expect(xOf(scale, at('2026-11-16T22:00:00Z'))).toBe(monday?.width)
  })

  it('zooms around the pointer: the moment under it stays under it', () => {
    const scale = makeTimeScale(days, fitting(days, 910))
    const pointer = { pointerX: 333, scrollLeft: 0 }
    const moment = timeAt(scale, 333)
    const next = zoomAround(scale, { factor: 4, ...pointer }, scale.pxPerMs)
    const zoomed = makeTimeScale(days, next.pxPerMs)
    expect(timeAt(zoomed, next.scrollLeft + 333)).toBeCloseTo(moment, -2)
    const back = zoomAround(
      zoomed,
      { factor: 1 / 400, pointerX: 333, scrollLeft: next.scrollLeft },
      scale.pxPerMs,
    )
    expect(back.pxPerMs).toBe(scale.pxPerMs)
  })
})
