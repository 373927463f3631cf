// Runs nobody asks for by hand, around the clock changes and on a started program.
import { expect, test } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { program as theProgram } from '../platform/actor.ts'
import { newId } from '../platform/clock.ts'
import type { Command } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { anOrganization } from '../testing/people.ts'
import { plannedCompany } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { updateSettings } from './commands/settings.ts'
import { planNewcomers, planNight } from './commands/watch.ts'
import { watchOrganizations } from './jobs/watch.ts'
import { pageOfRuns } from './store/runs.ts'
import { readSettings } from './store/settings.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })
const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
  program.services.work.act(actor, command, input)
const someone = () => theProgram(newId(Date.now()), 'Planifier')

const configure = async (actor: Actor, more: object) => {
  const settings = await program.services.work.read(actor, null, readSettings)
  return await act(actor, updateSettings, { ...settings, ...more })
}
const runs = (actor: Actor) =>
  program.services.work.read(actor, null, (tx) => pageOfRuns(tx, { limit: 50 }))

/** Looks every ten minutes from one instant to another, and tells at which local dates a run was asked for. */
async function watch(actor: Actor, from: string, until: string): Promise<string[]> {
  const asked: string[] = []
  for (clock.now = Date.parse(from); clock.now < Date.parse(until); clock.now += 600_000)
    if (await act(actor, planNight, undefined)) asked.push(new Date(clock.now).toISOString())
  return asked
}

test('a night run comes once per local date, also when 02:00 does not come or comes twice', async () => {
  const actor = someone()
  clock.now = Date.parse('2026-01-01T00:00:00Z')
  await configure(actor, { nightly: true })
  // Paris, 28 to 30 March 2026: the clock goes from 02:00 to 03:00 on the 29th.
  expect(await watch(actor, '2026-03-28T00:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
    '2026-03-28T01:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-30T00:00:00.000Z',
  ])
  // 24 to 26 October 2026: the hour from 02:00 comes twice on the 25th.
  expect(await watch(actor, '2026-10-24T00:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
    '2026-10-24T00:00:00.000Z',
    '2026-10-25T00:00:00.000Z',
    '2026-10-26T01:00:00.000Z',
  ])
  clock.now = Date.parse('2026-11-21T09:00:00Z')
})

test('many processes look at once: one run', async () => {
  const actor = someone()
  clock.now = Date.parse('2026-05-01T00:00:00Z')
  await configure(actor, { nightly: true, nightlyDays: 2 })
  clock.now = Date.parse('2026-05-02T00:05:00Z')
  const asked = await Promise.all(Array.from({ length: 8 }, () => act(actor, planNight, undefined)))
  expect(asked.filter(Boolean)).toHaveLength(1)
  const { items } = await runs(actor)
  expect(items).toMatchObject([{ trigger: 'nightly', from: '2026-05-02', until: '2026-05-03' }])
  clock.now = Date.parse('2026-11-21T09:00:00Z')
})

test('who asks for night runs in the afternoon gets the first one the night after', async () => {
  const actor = someone()
  clock.now = Date.parse('2026-06-01T14:00:00Z')
  await configure(actor, { nightly: true })
  expect(await watch(actor, '2026-06-01T14:00:00Z', '2026-06-02T12:00:00Z')).toEqual([
    '2026-06-02T00:00:00.000Z',
  ])
  clock.now = Date.parse('2026-11-21T09:00:00Z')
})

test('new work gets a proposal of its own, where the organisation wants one', async () => {
  const { organizationId } = await anOrganization(program)
  const inside = <I, O>(actor: Actor, command: Command<I, O>, input: I) =>
    act({ ...actor, organizationId }, command, input)
  const company = await plannedCompany({ act: inside })
  const actor = theProgram(organizationId, 'Planifier')
  await configure(actor, { onNewWorkOrder: true })
  const fresh = await company.order({ title: 'Nouveau' })
  const context = { organizationId: null, jobId: 'test', signal: new AbortController().signal }
  const look = async () => {
    await watchOrganizations.run(program.services, {}, context)
    return await runs(actor)
  }
  const { items } = await eventually(look, ({ total }) => total > 0)
  expect(items).toMatchObject([{ trigger: 'new_work_order', workOrderIds: [fresh.id] }])
  expect(await act(actor, planNewcomers, undefined)).toBe(0)
})
