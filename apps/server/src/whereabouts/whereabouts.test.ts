// Where the technician on the way is, for the client: only while it is wanted by both, and never longer than needed.
import type { Id } from '@regie/contract/kernel'
import { expect, test } from 'vitest'
import { sql } from '../platform/db/sql.ts'
import { aCommand, deliver } from '../testing/field-day.ts'
import { signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { clientsOf } from '../testing/told-client.ts'
import { MINUTE, useToldCompanies } from '../testing/told-company.ts'
import { forgetEverywhere } from './index.ts'

const { clock, mail, twilio, program, aCompany } = await useToldCompanies()
const aClient = clientsOf({ clock, mail, twilio, program, aCompany })
const DAY = '2026-11-25'
/** Twelve kilometres north of the visit. */
const FAR = { latitude: 48.95832, longitude: 2.35047 }

const positionsOf = (organizationId: Id) =>
  program.services.database.transaction(organizationId, (rows) =>
    rows.rows(
      sql`select assignment_id from whereabouts.positions where organization_id = ${organizationId} order by 1`,
    ),
  )

/** A client who was told of a visit, and Ana, who drives there at nine. */
async function onTheWay() {
  const company = await aClient()
  const { publish, tell, organizationId, ana, visit, office } = company
  clock.now = Date.parse(at('09:00'))
  await publish()
  await tell()
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  clock.now = Date.parse(at('08:20', DAY))
  const step = (which: 'en_route' | 'started' | 'finished') =>
    deliver(phone, clock, [aCommand(clock, visit.id, { kind: 'step', step: which })])
  const send = (more: object = {}) =>
    phone.post('/api/field/position', { assignmentId: visit.id, ...FAR, ...more })
  const switchOn = async (enabled = true) => {
    const { version, keepMinutes } = (await office.get('/api/whereabouts/settings')).body
    return await office.put('/api/whereabouts/settings', { version, keepMinutes, enabled })
  }
  const say = (agreed: boolean) => phone.put('/api/field/sharing', { agreed })
  const page = async () => (await company.anyone.get(company.link())).body
  const positions = () => positionsOf(organizationId)
  return { ...company, positions, phone, step, send, switchOn, say, page }
}

test('off by default; wanted by both and on the way, the client sees about where, how long ago, and when they arrive', async () => {
  const { phone, step, send, switchOn, say, page, office, positions } = await onTheWay()
  const why = async () => (await send()).body.why
  expect((await phone.get('/api/field/sharing')).body).toMatchObject({ offered: false, hours: [] })
  expect((await say(true)).body).toMatchObject({ code: 'not_shared', why: 'off' })
  expect(await why()).toBe('off')
  expect((await switchOn()).body).toMatchObject({ enabled: true, agreed: 0, technicians: 1 })
  expect(await why()).toBe('not_agreed')
  expect((await say(true)).body).toMatchObject({ offered: true, agreedAt: expect.any(String) })
  expect((await office.get('/api/whereabouts/settings')).body.agreed).toBe(1)
  expect(await why()).toBe('not_en_route')
  await step('en_route')
  const withWords = await page()
  expect(withWords).toMatchObject({ standing: 'on_the_way', technician: 'Ana', onTheMap: null })
  const home = { latitude: 48.8612, longitude: 2.3411 }
  expect((await send(home)).body).toEqual({ kept: false })
  expect((await page()).onTheMap).toBeNull()
  expect((await send({ ageSeconds: 10 })).body).toEqual({ kept: true })
  expect((await send()).body).toEqual({ kept: false })
  const { onTheMap, arrivalAt } = await page()
  expect(onTheMap).toMatchObject({
    position: { latitude: 48.958, longitude: 2.35 },
    at: new Date(clock.now - 10_000).toISOString(),
    site: { latitude: 48.85, longitude: 2.35 },
    ground: { tilesUrl: null },
  })
  expect(Date.parse(arrivalAt)).toBeGreaterThan(clock.now + 10 * MINUTE)
  clock.now += 5 * MINUTE
  expect((await send({ latitude: 48.86 })).body.kept).toBe(true)
  expect(Date.parse((await page()).arrivalAt)).toBeLessThan(Date.parse(arrivalAt))
  expect(await positions()).toHaveLength(1)
  expect((await send({ ageSeconds: 600, latitude: 95 })).body.faults).toHaveLength(2)
})

test('it ends when the visit begins, with a no of either, and after a while; outside of working hours nothing is taken', async () => {
  const { step, send, switchOn, say, page, settled, positions } = await onTheWay()
  await switchOn()
  await say(true)
  await step('en_route')
  const shown = async () => (await page()).onTheMap !== null
  const share = async () => {
    clock.now += MINUTE
    expect((await send()).body.kept).toBe(true)
    expect(await shown()).toBe(true)
  }
  await share()
  await say(false)
  expect([await shown(), await positions()]).toEqual([false, []])
  await say(true)
  await share()
  await switchOn(false)
  expect([await shown(), await positions()]).toEqual([false, []])
  await switchOn()
  await share()
  clock.now += 21 * MINUTE
  expect([await shown(), (await positions()).length]).toEqual([false, 1])
  await forgetEverywhere(program.services)
  expect(await positions()).toEqual([])
  await share()
  clock.now = Date.parse(at('22:30', DAY))
  expect((await send()).body.why).toBe('hours')
  expect(await positions()).toHaveLength(1)
  await step('started')
  await settled()
  await expect.poll(positions).toEqual([])
  expect((await send()).body.why).toBe('not_en_route')
})

test('a position is told for one’s own visit only; agreeing and ending are kept as events, positions never', async () => {
  const { step, send, switchOn, say, visit, organizationId, office } = await onTheWay()
  await switchOn()
  await say(true)
  await say(true)
  await step('en_route')
  await send()
  await say(false)
  const stranger = await onTheWay()
  await stranger.switchOn()
  await stranger.say(true)
  const other = { assignmentId: visit.id }
  expect((await stranger.send(other)).status).toBe(404)
  expect((await office.post('/api/field/position', { ...other, ...FAR })).status).toBe(404)
  expect((await stranger.phone.get('/api/whereabouts/settings')).status).toBe(403)
  const events = await program.services.database.transaction(
    null,
    (rows) =>
      rows.rows(sql<{ name: string; text: string }>`
        select name, payload::text as text from platform.outbox
        where organization_id = ${organizationId} and (name like 'sharing%' or payload::text like '%48.95%') order by seq`),
    { role: 'system' },
  )
  expect(events.map(({ name }) => name)).toEqual([
    ...['sharing_settings_changed', 'sharing_agreed', 'sharing_ended'],
  ])
})
