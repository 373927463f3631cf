// What the rules in the browser say before a drop: each visit by its own labour rules, as the server will.
import { agreements } from '@regie/contract/labour-rules'
import type { BoardProblem } from '@regie/contract/planning'
import { defaultPlacementRules } from '@regie/contract/planning-overrides'
import type { PolicyInput, ProblemInput } from '@regie/solver'
import { expect, test } from 'vitest'
import { makeRuleBook } from './rule-book.ts'

const HOUR = 3600
const at = (time: string, day = 23) => Date.parse(`2026-11-${day}T${time}:00+01:00`)
const days = [23, 24, 25, 26, 27]
const visit = (id: string, hours: number) => ({ id, serviceSeconds: hours * HOUR })
const policy: PolicyInput = { version: 1, extends: 'Plain', rules: { workPerWeek: { on: true } } }
const problem: ProblemInput = {
  ...{ version: 1, locations: [{ id: 'hall' }], travel: [{ durations: [[0]] }], policy },
  technicians: [
    {
      ...{ id: 'ana', limits: { workSecondsPerDay: 10 * HOUR } },
      shifts: days.map((day) => ({
        ...{ day: `2026-11-${day}`, week: '2026-W48' },
        ...{ start: at('06:00', day) / 1000, end: at('23:30', day) / 1000 },
      })),
    },
  ],
  workOrders: [
    visit('set-up', 5.5),
    visit('concert', 5.5),
    visit('pool', 1),
    ...days.slice(1).map((day) => visit(`away-${day}`, 9.5)),
  ].map((one) => ({ ...one, windows: [{ start: 0, end: 1e10 }] })),
}
const elsewhere = days.slice(1).map((day) => ({
  ...{ visit: `away-${day}`, technician: 'ana', start: at('08:00', day) / 1000 },
}))

const bookOf = (
  labour: Partial<BoardProblem['labour']>,
  standingElsewhere: typeof elsewhere = [],
) => {
  const book = makeRuleBook(
    {
      ...{ problem: { ...problem }, plan: { assignments: standingElsewhere }, names: {} },
      ...{ estimate: null, labour: { rules: [], seats: {}, weeks: {}, ...labour } },
    },
    { language: 'fr', timeZone: 'Europe/Paris' },
    {
      rules: defaultPlacementRules.rules,
      range: { from: '2026-11-22T23:00:00Z', until: '2026-11-23T23:00:00Z' },
    },
  )
  if (!book) throw new Error('the problem has faults')
  return book
}
const stands = (positionId: string, time: string, hours: number) => ({
  ...{ positionId, technicianId: 'ana', from: at(time), until: at(time) + hours * HOUR * 1000 },
})
const show = { rules: [agreements.event.rules], seats: { 'set-up': 0, concert: 0 } }
const concert = { positionId: 'concert', technicianId: 'ana', from: at('15:00') }

test('the day of a show is that of its agreement, until other work stands on it', () => {
  const standing = [stands('set-up', '09:00', 5.5)]
  expect(bookOf({}).judge(standing, concert)).toMatchObject({
    ...{ enforcement: 'block', reasons: ['Travail du jour : 11 h 00, au plus 10 h 00'] },
  })
  expect(bookOf(show).judge(standing, concert)).toMatchObject({ allowed: true })
  const mixed = [...standing, stands('pool', '08:00', 1)]
  expect(bookOf(show).judge(mixed, concert)?.reasons).toEqual([
    'Travail du jour : 12 h 00, au plus 10 h 00',
  ])
  const places = bookOf(show).suggest(standing, 'concert', { count: 3, notBefore: at('15:00') })
  expect(places[0]?.from).toBe(at('15:00'))
})

test('the rest of the week counts on a board of one day, and so do the eleven other weeks', () => {
  const standing = [stands('set-up', '09:00', 5.5)]
  const judged = bookOf(show, elsewhere).judge(standing, concert)
  expect(judged?.reasons).toEqual(['Travail de la semaine : 49 h 00, au plus 48 h 00'])
  const weeks = { ana: [{ week: '2026-11-23', since: '2026-09-07', minutes: 11 * 48 * 60 }] }
  expect(bookOf({ ...show, weeks }).judge(standing, concert)).toMatchObject({
    enforcement: 'warn',
    reasons: [expect.stringContaining('44 h 55 par semaine, au plus 44 h 00')],
  })
})
