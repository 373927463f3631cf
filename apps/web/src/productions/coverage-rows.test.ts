import type { CrewSeat, Phase, Stage } from '@regie/contract/productions'
import { expect, test } from 'vitest'
import { dateOf as localDateOf } from '../lib/time.ts'
import { coverageOf, daysOf, hoursOf, placeOf } from './coverage-rows.ts'

const dateOf = (at: string) => localDateOf(at, 'Europe/Paris')
const stage: Stage = {
  id: 'main',
  version: 1,
  name: 'Grande scène',
  siteId: 'site',
  siteName: 'Parc',
  address: { line: '', postcode: '', city: 'Nantes', country: 'FR' },
  accessInstructions: '',
}
const phase = (id: string, startsAt: string, endsAt: string, ...labels: string[]): Phase => ({
  id,
  version: 1,
  reference: id,
  status: 'qualified',
  title: id,
  stageId: 'main',
  kind: 'show',
  name: '',
  department: null,
  startsAt,
  endsAt,
  positions: [],
  dependencies: [],
  equipment: [],
  seats: labels.map(
    (label, index): CrewSeat => ({
      positionId: `${id} ${index}`,
      label,
      mandatory: label !== 'Poursuite',
      coverage: index === 0 ? 'covered' : 'uncovered',
      assignmentId: null,
      assignmentVersion: null,
      technicianId: null,
      technicianName: null,
      locked: false,
      startsAt,
      endsAt,
    }),
  ),
})
const phases = [
  phase('check', '2026-10-24T14:00:00Z', '2026-10-24T15:30:00Z', 'Son', 'Son', 'Poursuite'),
  phase('show', '2026-10-24T20:00:00Z', '2026-10-25T01:30:00Z', 'Son'),
  phase('next', '2026-10-25T20:00:00Z', '2026-10-25T22:00:00Z'),
]

test('a day shows what begins on it to its end, also over the night when clocks go back', () => {
  expect(daysOf({ phases }, dateOf)).toEqual(['2026-10-24', '2026-10-25'])
  const day = coverageOf({ stages: [stage], phases }, '2026-10-24', dateOf)
  expect(hoursOf(day)).toHaveLength(12)
  expect(day.counts).toEqual({ covered: 2, offered: 0, uncovered: 1 })
  const [shown] = day.stages
  expect(shown?.rows.map(({ key, bars }) => [key, bars.map((bar) => bar.phase.id)])).toEqual([
    ['Poursuite 1', ['check']],
    ['Son 1', ['check', 'show']],
    ['Son 2', ['check']],
  ])
  const bar = shown?.rows[1]?.bars[1]
  expect(bar && placeOf(day, bar)).toEqual({ left: '50%', width: `${(5.5 / 12) * 100}%` })
})

test('phases at the same time lie side by side, and nobody’s bar covers another’s', () => {
  const parallel = [
    phase('power', '2026-10-24T06:00:00Z', '2026-10-24T10:00:00Z', 'Plateau'),
    phase('rigging', '2026-10-24T06:00:00Z', '2026-10-24T09:00:00Z', 'Plateau'),
    phase('set', '2026-10-24T09:00:00Z', '2026-10-24T12:00:00Z', 'Plateau'),
  ]
  const [shown] = coverageOf({ stages: [stage], phases: parallel }, '2026-10-24', dateOf).stages
  const ids = (lanes: readonly (readonly { phase: Phase }[])[]) =>
    lanes.map((lane) => lane.map((one) => one.phase.id))
  expect(ids(shown?.lanes ?? [])).toEqual([['power'], ['rigging', 'set']])
  expect(ids(shown?.rows.map(({ bars }) => bars) ?? [])).toEqual([['power'], ['rigging', 'set']])
})

test('a day without phases is empty, and no hour is drawn', () => {
  const day = coverageOf({ stages: [stage], phases }, '2026-10-26', dateOf)
  expect(day.stages).toEqual([{ stage, lanes: [], rows: [] }])
  expect(hoursOf(day)).toEqual([])
})
