import { expect, it } from 'vitest'
import { lengthsOf, partsOf } from './split-parts.ts'

it('parts add up to the whole', () => {
  expect(lengthsOf(60, 2)).toEqual([30, 30])
  expect(lengthsOf(100, 3)).toEqual([35, 35, 30])
  expect(lengthsOf(1, 3)).toEqual([1])
  expect(lengthsOf(20_160, 14).reduce((sum, one) => sum + one, 0)).toBe(20_160)
})

const clock = {
  dateOf: (at: string | number) => String(at).slice(0, 10),
  instantOf: (date: string, time: string) => `${date}T${time}:00.000Z`,
}

it('parts fall on days that are worked, and on weekdays beyond those known', () => {
  const parts = partsOf({
    bar: { technicianId: 'ana', startsAt: '2026-11-26T08:00:00.000Z' },
    days: 4,
    start: '08:00',
    minutes: 240,
    workDates: new Set(['2026-11-26', '2026-11-28']),
    clock,
  })
  expect(parts.map(({ from }) => new Date(from).toISOString().slice(0, 10))).toEqual([
    '2026-11-26',
    '2026-11-28',
    '2026-11-30',
    '2026-12-01',
  ])
})
