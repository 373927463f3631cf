// Seats change hands: on a started program, over HTTP where people race, with the clock asked by hand.
import type { Id } from '@regie/contract/kernel'
import { unfoldBoard } from '@regie/contract/planning-board'
import type { ReliefRequest } from '@regie/contract/relief'
import type { ReliefSettings } from '@regie/contract/relief-settings'
import pg from 'pg'
import { expect, test } from 'vitest'
import { publishPlan } from '../planning/index.ts'
import { type Actor, program as theProgram } from '../platform/actor.ts'
import type { Command } from '../platform/work.ts'
import { eventually } from '../testing/eventually.ts'
import { anOrganization, signIn } from '../testing/people.ts'
import { at, plannedCompany, seatOf } from '../testing/planned-company.ts'
import { useProgram } from '../testing/program.ts'
import { createAbsence } from '../workforce/index.ts'
import { answerAsk } from './commands/answer.ts'
import { advance } from './index.ts'

const START = Date.parse('2026-11-21T09:00:00Z')
const MINUTE = 60_000
const clock = { now: START }
const program = useProgram({ clock: () => clock.now, env: { ROLES: 'web,worker' } })
const range = { from: at('00:00'), until: at('23:59'), technicianIds: null }
const poll = { timeout: 60_000 }

/** A company with Ana on a visit on Monday at nine, published. */
async function aCompany(settings: Partial<ReliefSettings> = {}) {
  clock.now = START
  const { work } = program.services
  const { organizationId } = await anOrganization(program)
  const act = <I, O>(actor: Actor, command: Command<I, O>, input: I): Promise<O> =>
    work.act({ ...actor, organizationId }, command, input)
  const company = await plannedCompany({ act })
  const office = await signIn(program, 'planner', { organizationId })
  const phone = (technicianId: Id) =>
    signIn(program, 'technician', { organizationId, technicianId })
  const ana = await company.hire('Ana')
  const order = await company.order({})

  const drafted = await company.assign(order, ana.id, at('09:00'))
  await act(company.planner, publishPlan, range)
  const url = '/api/relief/settings'
  const known = (await office.get(url)).body
  expect((await office.put(url, { ...known, ...settings })).status).toBe(200)
  const seats = async () => {
    const day = new URLSearchParams({ from: at('00:00'), until: at('23:59') })
    return unfoldBoard((await office.get(`/api/planning/board?${day}`)).body).bars
  }
  return {
    ...company,
    act,
    office,
    phone,
    ana,
    first: order,
    visit: { ...drafted, version: drafted.version + 1 },
    organizationId,
    tick: () => act(theProgram(organizationId, 'Régie'), advance, undefined),
    open: async (): Promise<ReliefRequest[]> => (await office.get('/api/relief/requests')).body,
    ended: async (): Promise<ReliefRequest[]> =>
      (await office.get('/api/relief/requests?open=false')).body,
    holder: async (): Promise<string[]> => (await seats()).map((bar) => bar.technicianName),
    sick: () =>
      act(company.planner, createAbsence, {
        technicianId: ana.id,
        draft: {
          span: { kind: 'days', from: '2026-11-23', until: '2026-11-23' },
          reason: 'sick',
          note: '',
        },
      }),
  }
}

test('six colleagues say yes at once: one has it, five are told, the plan has one holder', async () => {
  const { hire, phone, ana, visit, holder, open, ended } = await aCompany()
  const colleagues = []
  for (let number = 0; number < 6; number++) colleagues.push(await hire(`Bob ${number}`))
  const giver = await phone(ana.id)
  const url = `/api/relief/assignments/${visit.id}`
  const offered = await giver.get(`${url}/colleagues`)
  expect(offered.body.colleagues).toHaveLength(6)
  expect(offered.body.deadline).toBe('2026-11-23T04:00:00.000Z')
  const released = await giver.post(`${url}/release`, {
    version: visit.version,
    reason: 'déménagement',
  })
  expect(released.body.requests).toMatchObject([{ kind: 'release', state: 'asking', asked: 6 }])
  expect(await holder()).toEqual(['Ana'])
  const phones = await Promise.all(colleagues.map(({ id }) => phone(id)))
  const asks = await Promise.all(
    phones.map(async (one) => (await one.get('/api/relief/mine')).body.asks[0]),
  )
  expect(asks[0]).toMatchObject({ from: 'Ana', reason: 'déménagement', open: true, state: 'asked' })
  const answers = await Promise.all(
    phones.map((one, rank) =>
      one.post(`/api/relief/asks/${asks[rank].id}/answer`, { answer: 'yes' }),
    ),
  )
  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'offer_gone')).toHaveLength(5)
  expect(await open()).toEqual([])
  const [search] = await ended()
  expect(search?.asks.map(({ state }) => state).toSorted()).toEqual(
    ['missed', ...Array(4).fill('missed'), 'yes'].toSorted(),
  )
  expect(await holder()).toEqual([search?.taker?.name])
  // The same answer again changes nothing, whoever gives it.
  const winner = answers.findIndex(({ status }) => status === 200)
  const again = await phones[winner]?.post(`/api/relief/asks/${asks[winner].id}/answer`, {
    answer: 'yes',
  })
  expect(again).toMatchObject({ status: 200, body: { state: 'yes' } })
})

test('the clock comes while somebody says yes: the seat is settled, not cancelled', async () => {
  const { hire, phone, ana, visit, act, tick, ended, holder } = await aCompany()
  const bob = await phone((await hire('Bob')).id)
  const release = `/api/relief/assignments/${visit.id}/release`
  await (await phone(ana.id)).post(release, { version: visit.version })
  const [{ id: askId }] = (await bob.get('/api/relief/mine')).body.asks
  const client = new pg.Client({ connectionString: program.url })
  await client.connect()
  const waiting = async () =>
    (
      await client.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
    ).rowCount ?? 0
  let ticking: Promise<unknown> | undefined
  const saysYes: Command<undefined, void> = {
    name: 'tests.says-yes',
    permission: 'relief.own',
    run: async (tx) => {
      await answerAsk.run(tx, { askId, answer: 'yes' })
      ticking = tick()
      await eventually(waiting, (count) => count > 0)
    },
  }
  await act(bob.actor, saysYes, undefined)
  await ticking
  await client.end()
  expect(await ended()).toMatchObject([
    { state: 'settled', taker: { technicianId: bob.actor.technicianId } },
  ])
  expect(await holder()).not.toEqual(['Ana'])
})

test('only who may do it is asked, and nobody sees another person’s asks', async () => {
  const { hire, phone, ana, visit, order, assign } = await aCompany()
  const bob = await hire('Bob')
  const busy = await hire('Carl')
  await hire('Dora', { skills: [] })
  await assign(await order({ title: 'Autre' }), busy.id, at('09:00'))
  const giver = await phone(ana.id)
  const colleagues = await giver.get(`/api/relief/assignments/${visit.id}/colleagues`)
  expect(colleagues.body.colleagues).toEqual([{ technicianId: bob.id, name: 'Bob' }])
  const stranger = await phone(busy.id)
  expect((await stranger.get(`/api/relief/assignments/${visit.id}/colleagues`)).status).toBe(404)
  await giver.post(`/api/relief/assignments/${visit.id}/release`, { version: visit.version })
  const [ask] = (await (await phone(bob.id)).get('/api/relief/mine')).body.asks
  const answer = `/api/relief/asks/${ask.id}/answer`
  expect((await stranger.post(answer, { answer: 'yes' })).status).toBe(404)
  expect((await stranger.get('/api/relief/requests')).status).toBe(403)
  const refused = await giver.post(`/api/relief/assignments/${visit.id}/release`, {
    version: visit.version,
  })
  expect(refused.status).toBe(409)
})

test('two exchange their visits, approved by the office, and both plans change or none', async () => {
  const { hire, phone, ana, visit, order, assign, act, planner, office, holder } = await aCompany({
    approval: ['swap'],
  })
  const bob = await hire('Bob')
  const late = await assign(await order({ title: 'Soir' }), bob.id, at('15:00'))
  await act(planner, publishPlan, range)
  const giver = await phone(ana.id)
  const url = `/api/relief/assignments/${visit.id}`
  const returns = (await giver.get(`${url}/colleagues/${bob.id}/returns`)).body
  expect(returns).toMatchObject([{ assignmentId: late.id, title: 'Soir' }])
  const swap = { version: visit.version, technicianId: bob.id, inReturnId: late.id }
  expect((await giver.post(`${url}/release`, swap)).status).toBe(201)
  const other = await phone(bob.id)
  const [ask] = (await other.get('/api/relief/mine')).body.asks
  expect(ask.inReturn).toMatchObject({ title: 'Soir' })
  await other.post(`/api/relief/asks/${ask.id}/answer`, { answer: 'yes' })
  expect(await holder()).toEqual(['Ana', 'Bob'])
  const [search] = (await office.get('/api/relief/requests')).body
  expect(search).toMatchObject({ state: 'to_approve', taker: { name: 'Bob' } })
  const stale = await office.post(`/api/relief/requests/${search.id}/decide`, {
    version: 1,
    approved: true,
  })
  expect(stale.status).toBe(412)
  const done = await office.post(`/api/relief/requests/${search.id}/decide`, {
    version: search.version,
    approved: true,
  })
  expect(done.body.state).toBe('settled')
  const asked = { from: '2026-11-20T00:00:00Z', until: '2026-11-22T00:00:00Z' }
  const figures = async () =>
    (await office.get(`/api/relief/figures?${new URLSearchParams(asked)}`)).body
  await expect.poll(figures, poll).toMatchObject({
    exchanged: 2,
    reassigned: 2,
    accepted: 1,
    answers: { good: 1, slow: 0 },
  })
  expect(await holder()).toEqual(['Bob', 'Ana'])
})

test('Ana falls ill: the best are asked in waves, the next after ten minutes, and the first yes closes the gap', async () => {
  const { hire, phone, sick, open, tick, holder, ended } = await aCompany({ waveSize: 2 })
  const near = await hire('Près', { homePosition: { latitude: 48.851, longitude: 2.351 } })
  const far = await hire('Loin', { homePosition: { latitude: 48.75, longitude: 2.45 } })
  await hire('Entre', { homePosition: { latitude: 48.8, longitude: 2.4 } })
  await sick()
  await expect.poll(async () => (await open())[0]?.asks.length, poll).toBe(2)
  const [first] = await open()
  expect(first).toMatchObject({
    kind: 'replacement',
    state: 'asking',
    wave: 1,
    from: { name: 'Ana' },
    reason: 'sick',
  })
  expect(first?.asks.map(({ technicianName }) => technicianName)).toEqual(['Près', 'Entre'])
  expect(await holder()).toEqual([])
  clock.now += 9 * MINUTE
  await tick()
  expect((await open())[0]?.asks).toHaveLength(2)
  clock.now += MINUTE
  await tick()
  await tick()
  expect((await open())[0]).toMatchObject({ wave: 2, exhausted: true, asks: [{}, {}, {}] })
  const reluctant = await phone(near.id)
  const [no] = (await reluctant.get('/api/relief/mine')).body.asks
  expect(no).toMatchObject({ from: '', reason: '' })
  await reluctant.post(`/api/relief/asks/${no.id}/answer`, { answer: 'no' })
  const willing = await phone(far.id)
  const [yes] = (await willing.get('/api/relief/mine')).body.asks
  expect(
    (await willing.post(`/api/relief/asks/${yes.id}/answer`, { answer: 'yes' })).body.state,
  ).toBe('yes')
  expect(await holder()).toEqual(['Loin'])
  expect((await ended())[0]?.asks.map(({ state }) => state)).toEqual(['no', 'missed', 'yes'])
})

test('where the policy says so the gap is closed without asking; who then says no is replaced by the next', async () => {
  const { hire, phone, sick, holder, open } = await aCompany({
    onAbsence: 'assign',
    onDecline: 'assign',
  })
  const bob = await hire('Bob', { homePosition: { latitude: 48.851, longitude: 2.351 } })
  await hire('Carl', { homePosition: { latitude: 48.75, longitude: 2.45 } })
  await sick()
  await expect.poll(holder, poll).toEqual(['Bob'])
  const declining = await phone(bob.id)
  const today = (await declining.get('/api/field/snapshot')).body
  const [stop] = today.stops ?? today.assignments
  const path = `/api/planning/assignments/${stop.id ?? stop.assignmentId}/decline`
  expect((await declining.post(path, { version: stop.version, reason: 'déjà pris' })).status).toBe(
    200,
  )
  await expect.poll(holder, poll).toEqual(['Carl'])
  expect(await open()).toEqual([])
})

test('what nobody takes by the deadline of its role alarms the office; a release then stays with its giver', async () => {
  const { hire, phone, ana, visit, tick, ended, holder, office, sick, open } = await aCompany()
  await hire('Bob')
  const giver = await phone(ana.id)
  await giver.post(`/api/relief/assignments/${visit.id}/release`, { version: visit.version })
  clock.now = Date.parse(at('05:01'))
  await tick()
  expect((await ended())[0]).toMatchObject({ state: 'expired', asks: [{ state: 'missed' }] })
  expect(await holder()).toEqual(['Ana'])
  const late = await giver.post(`/api/relief/assignments/${visit.id}/release`, {
    version: visit.version,
  })
  expect(late.body).toMatchObject({ status: 409, code: 'too_late_to_release' })
  await sick()
  await expect.poll(async () => (await open()).length, poll).toBe(1)
  await tick()
  expect((await open())[0]).toMatchObject({ state: 'asking', alarmed: true })
  const [search] = await open()
  const candidates = await office.get(`/api/relief/requests/${search?.id}/candidates`)
  expect(candidates.body.items).toMatchObject([{ technicianName: 'Bob' }])
  expect(candidates.body.refused).toEqual([])
  const bob = candidates.body.items[0].technicianId
  const given = await office.post(`/api/relief/requests/${search?.id}/give`, {
    version: search?.version,
    technicianId: bob,
  })
  expect(given.body).toMatchObject({ state: 'settled', taker: { name: 'Bob' } })
})

test('an emergency goes to whoever is there first, and is escalated when nobody answers', async () => {
  const { hire, order, office, tick, open } = await aCompany({ waveSize: 1 })
  clock.now = Date.parse(at('10:00'))
  await hire('Près', { homePosition: { latitude: 48.86, longitude: 2.36 } })
  await hire('Loin', { homePosition: { latitude: 48.7, longitude: 2.5 } })
  const urgent = await order({ title: 'Fuite' })
  const [search] = (await office.post('/api/relief/emergencies', { workOrderId: urgent.id })).body
  // Ana is on that very site since nine, by her running route.
  expect(search.asks).toMatchObject([{ technicianName: 'Ana', addedTravelSeconds: 0 }])
  expect(Date.parse(search.asks[0].startsAt)).toBeGreaterThanOrEqual(clock.now)
  expect(Date.parse(search.asks[0].startsAt)).toBeLessThan(clock.now + 45 * MINUTE)
  clock.now += 10 * MINUTE
  await tick()
  expect((await open())[0]).toMatchObject({
    escalated: true,
    asks: [{}, { technicianName: 'Près' }],
  })
  expect((await office.post('/api/relief/emergencies', { workOrderId: urgent.id })).status).toBe(
    409,
  )
})

test('a search that the planner settles by hand ends by itself', async () => {
  const { hire, sick, open, assign, order, ended } = await aCompany()
  const bob = await hire('Bob')
  await sick()
  await expect.poll(async () => (await open()).length, poll).toBe(1)
  const [search] = await open()
  expect(seatOf(await order({}))).not.toBe(search?.positionId)
  await assign({ positions: [{ positionIds: [search?.positionId] }] } as never, bob.id, at('09:00'))
  await expect.poll(async () => (await open()).length, poll).toBe(0)
  expect((await ended())[0]?.state).toBe('cancelled')
})

test('by hand: nobody is taken off for somebody whom the rules refuse; the best is named and has it at once', async () => {
  const { hire, office, visit, ana, holder, open } = await aCompany()
  const bob = await hire('Bob')
  const dora = await hire('Dora', { skills: [] })
  const url = '/api/relief/replacements'
  const { body: found } = await office.get(`${url}/${visit.id}`)
  expect(found).toMatchObject({
    assignment: { technicianName: 'Ana', version: visit.version },
    items: [{ technicianName: 'Bob' }],
    refused: [{ technicianName: 'Dora' }],
    openRequestId: null,
  })
  const by = { assignmentId: visit.id, version: visit.version, reason: 'voiture en panne' }
  for (const how of ['ask', 'assign'])
    expect((await office.post(url, { ...by, how, technicianId: dora.id })).body.code).toBe(
      'rule_broken',
    )
  expect((await office.post(url, { ...by, version: 1, how: 'assign' })).status).toBe(412)
  expect(await holder()).toEqual(['Ana'])
  const given = await office.post(url, { ...by, how: 'assign', technicianId: bob.id })
  expect(given.body).toMatchObject({
    ...{ kind: 'replacement', state: 'settled', reason: by.reason },
    ...{ from: { technicianId: ana.id }, taker: { name: 'Bob' } },
  })
  expect(await holder()).toEqual(['Bob'])
  expect(await open()).toEqual([])
})
