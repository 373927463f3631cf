import type { Assignment, Bar, Board } from '@regie/contract/planning'
import { expect, it } from 'vitest'
import { ProblemError } from '../lib/problem.ts'
import { doingWords } from './doing-words.ts'
import { GroupPlanner } from './group-planner.ts'
import { History } from './history.ts'
import { PlanWriter } from './plan-writer.ts'

const bar = (id: string, hour: number, changes: Partial<Bar> = {}): Bar =>
  ({
    id,
    version: 1,
    workOrderId: `work-${id}`,
    positionId: `seat-${id}`,
    technicianId: 'ana',
    technicianName: 'Ana',
    startsAt: `2026-11-18T${String(hour).padStart(2, '0')}:00:00.000Z`,
    endsAt: `2026-11-18T${String(hour + 1).padStart(2, '0')}:00:00.000Z`,
    state: 'offered',
    locked: false,
    publishedAt: null,
    override: null,
    unseen: null,
    siteName: `Piscine ${id}`,
    ...changes,
  }) as Bar

type Call = { readonly path: string; readonly body: Record<string, unknown> }

const setUp = (answer: (call: Call) => unknown) => {
  let board = {
    from: '2026-11-18T00:00:00.000Z',
    until: '2026-11-19T00:00:00.000Z',
    technicians: [],
    openSeats: [],
    bars: [bar('a', 8), bar('b', 10)],
  } as unknown as Board
  const calls: Call[] = []
  const history = new History()
  const writer = new PlanWriter({
    read: () => board,
    write: (change) => {
      board = change(board)
    },
    askWhy: async () => null,
    send: (async (endpoint: { path: string }, input: { body: Call['body'] }) => {
      const call = { path: endpoint.path, body: input.body }
      calls.push(call)
      const given = answer(call)
      if (given instanceof Error) throw given
      return given
    }) as never,
  })
  const done: string[] = []
  const group = new GroupPlanner(
    { history, groupWords: () => doingWords.fr.group, done: (label) => done.push(label) },
    writer,
  )
  const starts = () => board.bars.map(({ id, startsAt }) => `${id} ${startsAt.slice(11, 16)}`)
  return { group, history, calls, done, starts }
}

let version = 1
const moved = ({ body }: Call): { assignments: Assignment[] } => ({
  assignments: (body.changes as { assignmentId: string; startsAt: string; endsAt: string }[]).map(
    ({ assignmentId, ...slot }) => bar(assignmentId, 8, { ...slot, version: ++version }),
  ),
})

it('many move as one request, and come back as one', async () => {
  const { group, history, calls, done, starts } = setUp(moved)
  const placings = group.placings(['a', 'b'], { ms: 3_600_000, rowOf: (rowId) => rowId })
  await group.arrange(placings ?? [])
  expect(starts()).toEqual(['a 09:00', 'b 11:00'])
  expect(done).toEqual(['2 visites déplacées'])
  await history.undo()
  expect(starts()).toEqual(['a 08:00', 'b 10:00'])
  expect(calls.map(({ path }) => path)).toEqual(['/api/planning/arrange', '/api/planning/arrange'])
})

it('two change places, each keeping its length', async () => {
  const { group, calls } = setUp(moved)
  await group.swap('a', 'b')
  expect(calls[0]?.body.changes).toMatchObject([
    { assignmentId: 'a', startsAt: '2026-11-18T10:00:00.000Z' },
    { assignmentId: 'b', startsAt: '2026-11-18T08:00:00.000Z' },
  ])
})

it('refused, all of them stand where they stood', async () => {
  const { group, history, starts } = setUp(() => new ProblemError('rule_broken', 422))
  const placings = group.placings(['a', 'b'], { ms: 3_600_000, rowOf: () => 'ben' })
  await expect(group.arrange(placings ?? [])).rejects.toMatchObject({ code: 'rule_broken' })
  expect(starts().toSorted()).toEqual(['a 08:00', 'b 10:00'])
  expect(history.get().past).toEqual([])
})

it('a row beyond the last is no place: nothing is sent', () => {
  const { group } = setUp(moved)
  expect(group.placings(['a', 'b'], { ms: 0, rowOf: () => null })).toBeNull()
})

it('visits somebody took away meanwhile are left out', async () => {
  const { group, calls } = setUp(() => ({ assignments: [] }))
  await group.unassign(['a', 'gone'])
  expect(calls[0]?.body.assignments).toEqual([{ assignmentId: 'a', version: 1 }])
})
