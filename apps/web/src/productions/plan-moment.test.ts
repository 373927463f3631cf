import type { PlanSpot } from '@regie/contract/production-stage-plans'
import type { Coverage, CrewSeat, Phase } from '@regie/contract/productions'
import { describe, expect, test } from 'vitest'
import { dateOf } from '../lib/time.ts'
import {
  countsOf,
  edgeAfter,
  firstMoment,
  momentsOf,
  nearestStop,
  rolesAt,
  stopAfter,
} from './plan-moment.ts'

const utc = (time: string): string => new Date(time).toISOString()
const ms = (time: string): number => Date.parse(time)
let seats = 0

/** Seats as `Rigger`, `Rigger!Ana` (covered) or `Rigger?Ana` (offered); `(Rigger)` is nice to have. */
const seatOf = (text: string, startsAt: string, endsAt: string): CrewSeat => {
  const [, spare, label = '', sign, who] = /^(\()?([^!?)]*)([!?])?([^)]*)/.exec(text) ?? []
  const coverage: Coverage = sign === '!' ? 'covered' : sign === '?' ? 'offered' : 'uncovered'
  return {
    positionId: `seat-${++seats}`,
    label,
    mandatory: !spare,
    coverage,
    assignmentId: null,
    assignmentVersion: null,
    technicianId: who || null,
    technicianName: who || null,
    locked: false,
    startsAt,
    endsAt,
  }
}
const phase = (id: string, from: string, until: string, crew: readonly string[]): Phase =>
  ({
    id,
    startsAt: utc(from),
    endsAt: utc(until),
    seats: crew.map((one) => seatOf(one, utc(from), utc(until))),
  }) as Phase
const spot = (label: string, number: number): PlanSpot => ({
  id: `${label}${number}`,
  version: 1,
  stageId: 'stage',
  label,
  number,
  x: 0.5,
  y: 0.5,
})
const inParis = (at: string) => dateOf(at, 'Europe/Paris')

const rig = phase('rig', '2026-11-23T06:00Z', '2026-11-23T09:10Z', [
  'Rigger!Ana',
  'Rigger',
  'Chef?Bo',
])
const show = phase('show', '2026-11-23T19:00Z', '2026-11-24T01:00Z', ['rigger!Cy', '(Poursuite)'])
const shown = (at: string, spots: readonly PlanSpot[] = []) =>
  rolesAt([rig, show], spots, ms(at)).map(({ label, number, state, holdings }) => [
    `${label} ${number}`,
    state,
    ...holdings.map(({ seat }) => seat.technicianName),
  ])

describe('who works where', () => {
  test('a role has who holds its numbered seat in the phase that runs, over all phases', () => {
    expect(shown('2026-11-23T07:00Z')).toEqual([
      ['Chef 1', 'offered', 'Bo'],
      ['Poursuite 1', 'idle'],
      ['Rigger 1', 'covered', 'Ana'],
      ['Rigger 2', 'uncovered', null],
    ])
    expect(shown('2026-11-24T00:30Z')).toEqual([
      ['Chef 1', 'idle'],
      ['Poursuite 1', 'spare', null],
      ['Rigger 1', 'covered', 'Cy'],
      ['Rigger 2', 'idle'],
    ])
  })

  test('the end of a phase is over; between phases nobody is on', () => {
    expect(shown('2026-11-23T09:10Z').every(([, state]) => state === 'idle')).toBe(true)
  })

  test('a place is found again whatever the case, and kept when nobody asks for its role', () => {
    const roles = rolesAt([rig], [spot('RIGGER', 2), spot('Souffleur', 1)], ms('2026-11-23T07:00Z'))
    const placed = roles.filter((role) => role.spot)
    expect(placed.map(({ label, isAsked, state }) => [label, isAsked, state])).toEqual([
      ['Rigger', true, 'uncovered'],
      ['Souffleur', false, 'idle'],
    ])
  })

  test('where phases overlap both are there, and the worse of them shows', () => {
    const next = phase('next', '2026-11-23T09:00Z', '2026-11-23T10:00Z', ['Rigger'])
    const [role] = rolesAt([rig, next], [], ms('2026-11-23T09:05Z')).filter(
      ({ label, number }) => label === 'Rigger' && number === 1,
    )
    expect(role).toMatchObject({ state: 'uncovered', holdings: [{}, {}] })
  })

  test('figures leave out what the show can do without', () => {
    expect(countsOf(rolesAt([show], [], ms('2026-11-23T20:00Z')))).toEqual({
      covered: 1,
      offered: 0,
      uncovered: 0,
    })
  })
})

describe('moments of a day', () => {
  const day = momentsOf([rig, show], '2026-11-23', inParis)
  if (!day) throw new Error('no day')

  test('quarter hours and whatever begins or ends between them, past midnight, the end left out', () => {
    const times = day.stops.map((stop) => new Date(stop).toISOString().slice(11, 16))
    expect(times.slice(0, 2)).toEqual(['06:00', '06:15'])
    expect(times.slice(11, 15)).toEqual(['08:45', '09:00', '09:10', '09:15'])
    expect(times.at(-1)).toBe('00:45')
    expect(day.until).toBe(ms('2026-11-24T01:00Z'))
  })

  test('a day without phases has none', () => {
    expect(momentsOf([rig], '2026-11-24', inParis)).toBeNull()
  })

  test('the night that is an hour longer has four quarters more', () => {
    const long = phase('x', '2026-10-24T23:00Z', '2026-10-25T03:00Z', ['a'])
    expect(momentsOf([long], '2026-10-25', inParis)?.stops).toHaveLength(16)
  })

  test('the slider snaps, steps, and stays within the day', () => {
    const { stops } = day
    expect(nearestStop(day, ms('2026-11-23T09:11Z'))).toBe(ms('2026-11-23T09:10Z'))
    expect(nearestStop(day, 0)).toBe(stops[0])
    expect(stopAfter(stops, ms('2026-11-23T09:00Z'), 1)).toBe(ms('2026-11-23T09:10Z'))
    expect(stopAfter(stops, stops[0] ?? 0, -1)).toBe(stops[0])
    expect(stopAfter(stops, stops.at(-1) ?? 0, 1)).toBe(stops.at(-1))
    expect(edgeAfter(day, ms('2026-11-23T07:00Z'), 1)).toBe(ms('2026-11-23T09:10Z'))
    expect(edgeAfter(day, ms('2026-11-23T20:00Z'), 1)).toBe(ms('2026-11-23T20:00Z'))
    expect(edgeAfter(day, ms('2026-11-23T20:00Z'), -1)).toBe(ms('2026-11-23T19:00Z'))
  })

  test('one looks first at now, else at the fullest moment', () => {
    expect(firstMoment([rig, show], day, ms('2026-11-23T12:07Z'))).toBe(ms('2026-11-23T12:00Z'))
    expect(firstMoment([rig, show], day, 0)).toBe(day.from)
    expect(firstMoment([show, { ...rig, seats: [] }], day, 0)).toBe(ms('2026-11-23T19:00Z'))
  })
})
