// A true account of hours: days of any length, work over midnight, several sessions, planned beside actual.
import type { FieldEntry, Step } from '@regie/contract/field-entries'
import { foldWork } from '@regie/contract/field-log'
import { lineOf } from '@regie/contract/hours-line'
import { expect, test } from 'vitest'
import { aFieldDay } from '../testing/field-day.ts'
import { signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { daysOf } from './hours.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })

const worked = (startsAt: string, endsAt: string) => ({
  ...{
    assignmentId: 'a',
    technicianId: 't',
    technicianName: 'Ana',
    team: 'Nord',
    workOrderId: 'w',
  },
  ...{ reference: 'R', title: 'T', siteName: 'S', startsAt, endsAt },
})
const told = (id: string, step: Step, time: string): FieldEntry => ({
  ...{ id, assignmentId: 'a', by: 'Ana', mine: false, at: time, deviceAt: time, serverAt: time },
  ...{ standing: 'counted' as const, why: null, what: { kind: 'step' as const, step } },
})

test.each([
  // The clock goes back: nine hours pass between ten in the evening and six in the morning.
  ['2026-10-24T22:00:00+02:00', '2026-10-25T06:00:00+01:00', [2, 7]],
  // It goes forward: seven.
  ['2026-03-28T22:00:00+01:00', '2026-03-29T06:00:00+02:00', [2, 5]],
  ['2026-11-20T22:00:00+01:00', '2026-11-21T06:00:00+01:00', [2, 6]],
])('a night from %s to %s gives each day what was worked in it', (from, until, hours) => {
  const work = foldWork([told('1', 'started', from), told('2', 'finished', until)])
  const days = daysOf(from.slice(0, 10), until.slice(0, 10), 'Europe/Paris')
  const lines = days.map((day) => lineOf(worked(from, until), work, { day, now: until }))
  expect(lines.map((line) => (line?.workSeconds ?? 0) / 3600)).toEqual(hours)
  expect(lines.map((line) => (line?.plannedSeconds ?? 0) / 3600)).toEqual(hours)
})

test('days are those of the calendar; a range the wrong way round or too long is refused', () => {
  expect(daysOf('2026-12-30', '2027-01-02', 'Europe/Paris').map(({ date }) => date)).toEqual([
    ...['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'],
  ])
  for (const until of ['2026-12-29', '2027-03-15'])
    expect(() => daysOf('2026-12-30', until, 'Europe/Paris')).toThrow()
})

test('the office reads and exports the hours of all, a technician only their own', async () => {
  const day = await aFieldDay(program, clock)
  const { publish, step, tell, phone, planner, ana, hire } = day
  const { organizationId } = planner
  await publish()
  clock.now = Date.parse(at('08:30'))
  const steps = [
    ...(['en_route', 'started', 'paused', 'resumed', 'finished'] as const),
    ...(['resumed', 'finished'] as const),
  ]
  const minutes = [0, 30, 60, 75, 120, 120.2, 150]
  for (const [index, one] of steps.entries()) {
    clock.now = Date.parse(at('08:30')) + (minutes[index] ?? 0) * 60_000
    await step(one)
  }
  const { entries } = await day.stop()
  const started = entries.find(
    ({ what }: FieldEntry) => what.kind === 'step' && what.step === 'started',
  )
  await tell({ kind: 'correction', entryId: started.id, at: at('08:50'), reason: 'Oublié' })
  const date = at('08:30').slice(0, 10)
  const path = `/api/field/hours?from=${date}&until=${date}`
  const office = await signIn(program, 'manager', { organizationId })
  const { items } = (await office.get(path)).body
  expect(items).toHaveLength(1)
  const [line] = items
  const hour = (seconds: number) => Math.round(seconds / 60)
  expect([line.workSeconds, line.travelSeconds, line.pauseSeconds].map(hour)).toEqual([115, 20, 15])
  expect(line).toMatchObject({ technicianId: ana.id, date, isRunning: false, isCorrected: true })
  expect(line.plannedSeconds).toBe(45 * 60)
  const file = await office.get(path.replace('hours?', 'hours.csv?'))
  expect(file.headers.get('content-disposition')).toContain(`${date}.csv`)
  expect(file.body).toMatch(/Ana;[^;]*;2\d{3}-.*;08:30;11:00;0,75;1,91;0,33;0,25;1,16;oui/)
  expect((await phone.get(path)).body.items).toEqual(items)
  const bob = await hire('Bob')
  const other = await signIn(program, 'technician', { organizationId, technicianId: bob.id })
  expect((await other.get(path)).body.items).toEqual([])
  expect((await other.get(`${path}&technicianId=${ana.id}`)).status).toBe(403)
})
