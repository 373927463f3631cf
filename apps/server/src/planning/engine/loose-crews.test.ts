import { expect, test } from 'vitest'
import { crewsOf } from './loose-crews.ts'
import type { SceneSeat, SceneWorkOrder } from './scene.ts'

const seat = (positionId: string, certificationKindIds: string[] = []): SceneSeat => ({
  ...{ positionId, name: '', mandatory: true, skills: [], certificationKindIds },
})
const hours = { from: '2026-11-27T16:00:00Z', until: '2026-11-27T18:00:00Z' }

const order = (more: Partial<SceneWorkOrder> = {}): SceneWorkOrder => ({
  ...{ id: 'show', reference: '', title: '', status: 'qualified', siteId: '', siteName: '' },
  ...{ position: null, durationMinutes: 120, priorityRank: 1, windows: [hours] },
  ...{ earliestAt: null, dueAt: null, after: [], gaps: [], preferredTechnicianId: null },
  ...{ seats: [seat('a'), seat('b')], equipment: [] },
  ...more,
})

const named = (one: SceneWorkOrder) =>
  crewsOf(one).map((seats) => seats.map(({ positionId }) => positionId))

test.each([
  ['each seat of fixed hours by itself', order(), [['a'], ['b']]],
  ['a crew whose hours are to be found as a whole', order({ durationMinutes: 60 }), [['a', 'b']]],
  ['what holds equipment as a whole', order({ equipment: [{ id: 'e', count: 1 }] }), [['a', 'b']]],
  [
    'those on a harness together, the others by themselves',
    order({ seats: [seat('a'), seat('b', ['h']), seat('c', ['h'])] }),
    [['b', 'c'], ['a']],
  ],
])('fills %s', (_, one, expected) => expect(named(one)).toEqual(expected))
