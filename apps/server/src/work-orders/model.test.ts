import {
  type PositionGroup,
  positionGroup,
  type WorkOrderStatus,
  workOrderDraft,
  workOrderStatus,
} from '@regie/contract/work-orders'
import { describe, expect, test } from 'vitest'
import {
  asksSkill,
  bounds,
  codeOfToday,
  contradictions,
  findCycle,
  mayMove,
  mergeSkills,
  referenceOf,
  toGroups,
  toSeats,
} from './model.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

describe('a work order moves', () => {
  const allowed: Record<WorkOrderStatus, WorkOrderStatus[]> = {
    requested: ['qualified', 'planned', 'cancelled'],
    qualified: ['planned', 'in_progress', 'cancelled'],
    planned: ['qualified', 'in_progress', 'done', 'cancelled'],
    in_progress: ['qualified', 'done', 'cancelled'],
    done: ['qualified', 'in_progress', 'validated'],
    validated: ['closed'],
    closed: [],
    cancelled: ['requested', 'qualified'],
  }
  test.each(workOrderStatus.options)('from %s only where it may', (from) => {
    expect(workOrderStatus.options.filter((to) => mayMove(from, to))).toEqual(allowed[from])
  })
})

describe('seats', () => {
  const group = (more: Partial<PositionGroup>) => positionGroup.parse(more)
  const ids = () => {
    let next = 0
    return () => uuid(++next)
  }

  test('a work order without positions has one', () => {
    expect(toSeats([], ids())).toMatchObject([
      { id: uuid(1), groupNo: 0, mandatory: true, label: '' },
    ])
  })

  test('a headcount makes as many, and they come back as one group', () => {
    const groups = [
      group({ label: 'Son', headcount: 3 }),
      group({ label: 'Son', mandatory: false }),
    ]
    const seats = toSeats(groups, ids())
    expect(seats.map(({ label, groupNo, id }) => [label, groupNo, id])).toEqual([
      ['Son', 0, uuid(1)],
      ['Son', 0, uuid(2)],
      ['Son', 0, uuid(3)],
      ['Son', 1, uuid(4)],
    ])
    expect(toGroups(seats)).toEqual([
      { ...groups[0], positionIds: [uuid(1), uuid(2), uuid(3)] },
      { ...groups[1], positionIds: [uuid(4)] },
    ])
  })

  test('that are sent back keep their ids, also when there are more or fewer', () => {
    const named = group({ headcount: 2, positionIds: [uuid(7)] })
    expect(toSeats([named], ids()).map(({ id }) => id)).toEqual([uuid(7), uuid(1)])
    expect(toSeats([{ ...named, headcount: 1 }], ids()).map(({ id }) => id)).toEqual([uuid(7)])
  })
})

test('skills of the work and of a seat add up, the higher level counting', () => {
  const [a, b, c] = [uuid(1), uuid(2), uuid(3)]
  expect(
    mergeSkills(
      [
        { skillId: a, level: 2 },
        { skillId: b, level: 4 },
      ],
      [
        { skillId: b, level: 1 },
        { skillId: c, level: 1 },
      ],
    ),
  ).toEqual([
    { skillId: a, level: 2 },
    { skillId: b, level: 4 },
    { skillId: c, level: 1 },
  ])
})

test.each([
  ['neither', [], [[]], false],
  ['nobody, no seats', [], [], false],
  ['everybody', [1], [[], []], true],
  ['each seat by itself', [], [[1], [2]], true],
  ['all seats but one', [], [[1], []], false],
])('a skill is asked of: %s', (_, whole, seats, expected) => {
  const skills = (levels: number[]) => levels.map((n) => ({ skillId: uuid(n), level: 1 }))
  const positions = seats.map((one) => positionGroup.parse({ skills: skills(one) }))
  expect(asksSkill({ skills: skills(whole), positions })).toBe(expected)
})

describe('what waits for what', () => {
  const edges = (...pairs: string[]) =>
    pairs.map((pair) => ({ workOrderId: pair[0] ?? '', afterId: pair[1] ?? '' }))
  test.each([
    ['a line', ['ab', 'bc'], null],
    ['two ways to the same', ['ab', 'ac', 'bd', 'cd'], null],
    ['itself', ['aa'], ['a', 'a']],
    ['each other', ['ab', 'ba'], ['a', 'b', 'a']],
    ['the shortest way round', ['ab', 'bc', 'cd', 'da', 'ca'], ['a', 'b', 'c', 'a']],
    ['a circle elsewhere', ['ab', 'bc', 'cb'], null],
  ])('%s', (_, pairs, cycle) => {
    expect(findCycle('a', edges(...pairs))?.join() ?? null).toBe(cycle?.join() ?? null)
  })
})

describe('when it may be done', () => {
  const window = (from: string, until: string) => ({ from, until })
  test('is from earliest to due when there is no window', () => {
    expect(bounds({ windows: [], earliestAt: null, dueAt: '2026-11-30T10:00:00Z' })).toEqual({
      opensAt: null,
      closesAt: '2026-11-30T10:00:00Z',
    })
  })
  test('is from the first window to the last, in whatever offset and order they came', () => {
    const windows = [
      window('2026-11-25T08:00:00+01:00', '2026-11-25T12:00:00+01:00'),
      window('2026-11-24T23:00:00Z', '2026-11-25T02:00:00Z'),
    ]
    expect(bounds({ windows, earliestAt: null, dueAt: null })).toEqual({
      opensAt: '2026-11-24T23:00:00.000Z',
      closesAt: '2026-11-25T11:00:00.000Z',
    })
  })
})

test('contradictions are told all at once, in the language of who reads', () => {
  const draft = workOrderDraft.parse({
    siteId: uuid(1),
    title: 'x',
    durationMinutes: 180,
    windows: [
      { from: '2026-11-25T08:00:00Z', until: '2026-11-25T12:00:00Z' },
      { from: '2026-11-26T08:00:00Z', until: '2026-11-26T10:00:00Z' },
    ],
    earliestAt: '2026-11-26T08:00:00Z',
    dueAt: '2026-11-25T08:00:00Z',
    positions: [{ positionIds: [uuid(1), uuid(2)] }],
    dependencies: [{ afterId: uuid(5) }, { afterId: uuid(5) }],
  })
  expect(contradictions(draft, 'fr').map(({ path, expected }) => `${path} ${expected}`)).toEqual([
    "dueAt L'échéance doit suivre le début au plus tôt.",
    'windows.1.until Ce créneau est plus court que la durée (180 min).',
    'positions.0.positionIds Au plus 1 places.',
    'dependencies.1.afterId Cette intervention est déjà dans la liste.',
  ])
  expect(contradictions(draft, 'en')).toHaveLength(4)
})

describe('codes', () => {
  test.each([
    ['2026-11-21T09:00:00.000Z', 'PROJ-2026-11-21'],
    ['2026-11-21T23:30:00.000Z', 'PROJ-2026-11-22'],
    ['2026-07-21T22:30:00.000Z', 'PROJ-2026-07-22'],
  ])('%s in Paris is %s', (now, code) => {
    expect(codeOfToday(now, 'Europe/Paris')).toBe(code)
  })
  test.each([
    [1, 'PROJ-2026-11-21-T01'],
    [99, 'PROJ-2026-11-21-T99'],
    [100, 'PROJ-2026-11-21-T100'],
  ])('number %d', (ordinal, reference) => {
    expect(referenceOf('PROJ-2026-11-21', ordinal)).toBe(reference)
  })
})
