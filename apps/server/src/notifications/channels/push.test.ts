// What a tap on a push opens.
import { expect, test } from 'vitest'
import { opened } from './push.ts'

const about = (assignmentId: string, startsAt: string | null = '2026-11-23T08:00:00.000Z') => ({
  ...{ assignmentId, technicianId: 't', startsAt },
})

test.each([
  ['the one visit it is about', [about('a'), about('b', null)], '/field/assignment/a'],
  ['the week, when it is about several', [about('a'), about('b')], '/field/week'],
  ['the week, when all it is about is gone', [about('a', null)], '/field/week'],
  ['the day, when it is about none', [], '/field/'],
])('a push opens %s', (_name, visits, url) => {
  expect(opened(visits)).toBe(url)
})
