import type { FieldAssignment } from '@regie/contract/fieldwork'
import type { AssignmentState } from '@regie/contract/planning'
import { expect, test } from 'vitest'
import { minutesLate, nextSteps, sortDay } from './steps.ts'

const stop = (id: string, state: AssignmentState) => ({ id, state }) as FieldAssignment
const ids = (stops: readonly FieldAssignment[]) => stops.map(({ id }) => id)

test.each([
  ['accepted', 'en_route'],
  ['en_route', 'started'],
  ['started', 'finished'],
  ['paused', 'resumed'],
  ['finished', 'resumed'],
] as const)('from %s the large button says %s', (state, step) => {
  expect(nextSteps(state)?.main).toBe(step)
})

test.each(['offered', 'declined', 'withdrawn'] as const)('%s has nothing to tell', (state) => {
  expect(nextSteps(state)).toBeNull()
})

test('what is under way comes before what was merely accepted', () => {
  const day = sortDay([
    stop('a', 'finished'),
    stop('b', 'accepted'),
    stop('c', 'started'),
    stop('d', 'offered'),
    stop('e', 'accepted'),
  ])
  expect(day.now?.id).toBe('c')
  expect(ids(day.next)).toEqual(['b', 'e'])
  expect(ids(day.done)).toEqual(['a'])
  expect(ids(day.toAnswer)).toEqual(['d'])
})

test('a stop is late by its start until it began, then by its end', () => {
  const times = { startsAt: '2026-10-25T08:00:00Z', endsAt: '2026-10-25T09:00:00Z' }
  const at = (time: string) => Date.parse(`2026-10-25T${time}:00Z`)
  expect(minutesLate({ ...times, state: 'accepted' }, at('08:10'))).toBe(10)
  expect(minutesLate({ ...times, state: 'started' }, at('08:10'))).toBe(0)
  expect(minutesLate({ ...times, state: 'started' }, at('09:05'))).toBe(5)
  expect(minutesLate({ ...times, state: 'finished' }, at('12:00'))).toBe(0)
})
