// The technician's day over HTTP, on a started program.

import { contactDraft } from '@regie/contract/clients'
import { expect, test } from 'vitest'
import { createContact } from '../clients/index.ts'
import { publishPlan } from '../planning/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Command } from '../platform/work.ts'
import { anOrganization, signIn } from '../testing/people.ts'
import { at, plannedCompany } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { findWorkOrder } from '../work-orders/index.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })
const day = `from=${encodeURIComponent(at('00:00'))}&until=${encodeURIComponent(at('23:59'))}`
const range = { from: at('00:00'), until: at('23:59'), technicianIds: null }

/** A company with Ana, who is signed in on her phone, and one published visit of hers at nine. */
async function aDay() {
  const { organizationId } = await anOrganization(program)
  const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
    program.services.work.act({ ...actor, organizationId }, command, input)
  const company = await plannedCompany({ act })
  const planner = { ...company.planner, organizationId }
  const ana = await company.hire('Ana', { phone: '06 00 00 00 01' })
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const work = await company.order({
    description: 'Contrôler le pH',
    requiredProducts: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
  })
  await act(planner, createContact, {
    clientId: company.client.id,
    draft: contactDraft.parse({ name: 'Gardien', phone: '01 00 00 00 00' }),
  })
  const assignment = await company.assign(work, ana.id, at('09:00'))
  const publish = () => act(planner, publishPlan, range)
  const status = async () =>
    (await program.services.work.read(planner, null, (tx) => findWorkOrder(tx, work.id)))?.status
  return { ...company, act, planner, ana, phone, work, assignment, publish, status }
}

test('drafts are not seen; published, the day has all that is needed at the stop', async () => {
  const { phone, publish, assignment } = await aDay()
  expect((await phone.get(`/api/field/assignments?${day}`)).body.items).toEqual([])
  expect((await phone.get(`/api/field/assignments/${assignment.id}`)).status).toBe(404)
  await publish()
  const { status, body } = await phone.get(`/api/field/assignments?${day}`)
  expect(status).toBe(200)
  expect(body.items).toMatchObject([
    {
      state: 'offered',
      title: 'Contrôle',
      instructions: 'Contrôler le pH',
      products: [{ label: 'Chlore', quantity: 2, unit: 'kg' }],
      client: { name: 'Mairie fictive' },
      contacts: [{ name: 'Gardien', phone: '01 00 00 00 00' }],
      site: { name: 'Piscine Éclair', position: { latitude: 48.85, longitude: 2.35 } },
      coworkers: [],
      progress: [],
      notes: [],
    },
  ])
})

test('one tap after the other takes the visit from offered to finished, and the work order to done', async () => {
  const { phone, publish, assignment, status } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}`
  const accepted = await phone.post(`${url}/accept`, { version: 2 })
  expect(accepted.body.state).toBe('accepted')
  clock.now = Date.parse(at('11:00'))
  const states: string[] = []
  for (const [step, time] of [
    ['en_route', '08:40'],
    ['started', '09:02'],
    ['paused', '09:20'],
    ['resumed', '09:30'],
  ] as const) {
    const { body } = await phone.post(`${url}/progress`, { step, at: at(time) })
    states.push(body.state)
  }
  expect(states).toEqual(['en_route', 'started', 'paused', 'started'])
  expect(await status()).toBe('in_progress')
  const { body } = await phone.post(`${url}/progress`, { step: 'finished', at: at('09:50') })
  clock.now = Date.parse('2026-11-21T09:00:00Z')
  expect(body.state).toBe('finished')
  expect(await status()).toBe('done')
  expect(body.progress[1]).toMatchObject({
    step: 'started',
    deviceAt: '2026-11-23T08:02:00.000Z',
    serverAt: '2026-11-23T10:00:00.000Z',
  })
})

test('a step that is not possible now is refused with the present state', async () => {
  const { phone, publish, assignment } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}/progress`
  const { status, body } = await phone.post(url, { step: 'finished' })
  expect([status, body.code, body.state]).toEqual([409, 'wrong_state', 'offered'])
})

test('a time that has not come yet is refused', async () => {
  const { phone, publish, assignment } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}/progress`
  const { status, body } = await phone.post(url, {
    step: 'en_route',
    at: at('09:00', '2027-01-04'),
  })
  expect([status, body.faults[0].path]).toEqual([400, 'body.at'])
})

test('the same tap sent twice with its key counts once', async () => {
  const { phone, publish, assignment } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}/progress`
  const headers = { 'idempotency-key': 'tap-0000-0000-0001' }
  const first = await phone.post(url, { step: 'en_route' }, { headers })
  const again = await phone.post(url, { step: 'en_route' }, { headers })
  expect([first.status, again.status]).toEqual([200, 200])
  expect(again.body).toEqual(first.body)
  expect(again.body.progress).toHaveLength(1)
})

test('a time is put right beside the first entry, with the reason', async () => {
  const { phone, publish, assignment } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}`
  const { body } = await phone.post(`${url}/progress`, { step: 'en_route' })
  const [entry] = body.progress
  const corrected = await phone.post(`${url}/corrections`, {
    entryId: entry.id,
    at: '2026-11-21T08:30:00Z',
    reason: 'Oublié de toucher',
  })
  expect(corrected.body).toMatchObject([
    { id: entry.id },
    { corrects: entry.id, step: 'en_route', correctionReason: 'Oublié de toucher' },
  ])
  const twice = await phone.post(`${url}/corrections`, {
    entryId: entry.id,
    at: '2026-11-21T08:30:00Z',
    reason: 'Encore',
  })
  expect(twice.status).toBe(409)
})

test('another technician’s visit, and one of another organisation, do not exist', async () => {
  const { publish, assignment, hire, planner } = await aDay()
  await publish()
  const bob = await hire('Bob')
  const colleague = await signIn(program, 'technician', {
    organizationId: planner.organizationId,
    technicianId: bob.id,
  })
  const stranger = (await aDay()).phone
  const url = `/api/field/assignments/${assignment.id}`
  for (const phone of [colleague, stranger]) {
    expect((await phone.get(url)).status).toBe(404)
    expect((await phone.post(`${url}/accept`, { version: 2 })).status).toBe(404)
    expect((await phone.post(`${url}/progress`, { step: 'en_route' })).status).toBe(404)
    expect((await phone.post(`${url}/notes`, { text: 'Bonjour' })).status).toBe(404)
    expect((await phone.get(`${url}/progress`)).status).toBe(404)
  }
})

test('planners read progress and notes of everybody, and add notes', async () => {
  const { publish, assignment, phone, planner } = await aDay()
  await publish()
  const url = `/api/field/assignments/${assignment.id}`
  await phone.post(`${url}/notes`, { text: 'Portail fermé' })
  clock.now += 60_000
  const office = await signIn(program, 'planner', { organizationId: planner.organizationId })
  const added = await office.post(`${url}/notes`, { text: 'Sonnez au 12' })
  expect(added.status).toBe(201)
  const { body } = await office.get(`${url}/progress`)
  expect(body.notes).toMatchObject([
    { text: 'Portail fermé', mine: false },
    { text: 'Sonnez au 12', mine: true },
  ])
})
