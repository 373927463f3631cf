// A seat changes hands by SMS and by link, and the office hears of it: real mail, SMS and Slack servers on this machine.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { findAssignment, settleAssignment } from '../planning/index.ts'
import { program as theProgram } from '../platform/actor.ts'
import { command } from '../platform/work.ts'
import { advance } from '../relief/index.ts'
import { aBrowser, signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { MINUTE, useToldCompanies } from '../testing/told-company.ts'
import { createAbsence } from '../workforce/index.ts'

const { clock, mail, twilio, program, aCompany, fromTwilio } = await useToldCompanies()
const poll = { timeout: 60_000 }

/** Everything that is due goes out before each look. */
const after = <T>(send: () => Promise<void>, look: () => T | Promise<T>) =>
  expect.poll(async () => {
    await send()
    return await look()
  }, poll)

const span = { kind: 'days' as const, from: '2026-11-23', until: '2026-11-23' }

/** Ana is ill on Monday; Bob and Carl, without an account, may take her visit. */
async function anIllness(settings: Record<string, unknown> = {}) {
  const company = await aCompany()
  const { publish, digest, office, hire, planner, organizationId, ana } = company
  await publish()
  await digest(1)
  const { channels: _, ...told } = (await office.get('/api/notifications/settings')).body
  await office.put('/api/notifications/settings', {
    ...told,
    slackUrl: `${twilio.url}/slack/${organizationId}`,
  })
  const relief = (await office.get('/api/relief/settings')).body
  await office.put('/api/relief/settings', { ...relief, ...settings })
  // Beginning with 61: not every number that begins with 6 can be a mobile one.
  const number = (rank: number) =>
    `+3361${String(Number.parseInt(organizationId.slice(-6), 16) % 1e5).padStart(5, '0')}${rank}0`
  const bob = await hire('Bob', { phone: number(1) })
  const carl = await hire('Carl', {
    phone: number(2),
    homePosition: { latitude: 48.75, longitude: 2.45 },
  })
  const { work } = program.services
  const sick = () =>
    work.act({ ...planner, organizationId }, createAbsence, {
      technicianId: ana.id,
      draft: { span, reason: 'sick' as const, note: '' },
    })
  const textsTo = (mobile: string) =>
    twilio.handed
      .map(({ body }) => new URLSearchParams(body.toString()))
      .filter((fields) => fields.get('To') === mobile)
      .map((fields) => fields.get('Body') ?? '')
  const slack = () =>
    twilio.handed
      .filter(({ url }) => url.includes(organizationId))
      .map(({ body }) => (JSON.parse(body.toString()) as { text: string }).text)
  const tick = () => work.act(theProgram(organizationId, 'Régie'), advance, undefined)
  const requests = async () => (await office.get('/api/relief/requests?open=false')).body
  return {
    ...company,
    bob: { ...bob, mobile: number(1) },
    carl: { ...carl, mobile: number(2) },
    sick,
    textsTo,
    slack,
    tick,
    requests,
  }
}

test('the nearest is asked by SMS, takes it by link, and who was asked besides is told that it is settled', async () => {
  const { sick, send, bob, carl, textsTo, requests, tick } = await anIllness({ waveSize: 1 })
  await sick()
  await after(send, () => textsTo(bob.mobile).length).toBe(1)
  expect(textsTo(bob.mobile)[0]).toContain('Vous prenez ?')
  expect(textsTo(carl.mobile)).toHaveLength(0)
  clock.now += 10 * MINUTE
  await tick()
  await after(send, () => textsTo(carl.mobile).length).toBe(1)
  const token = /\/a\/([\w-]+)/.exec(textsTo(carl.mobile)[0] ?? '')?.[1] ?? 'none'
  const url = `/api/public/answers/${token}`
  const anybody = aBrowser(program)
  for (let time = 0; time < 3; time++)
    expect((await anybody.get(url)).body.offers).toMatchObject([
      { open: true, state: 'asked', from: '' },
    ])
  const [offer] = (await anybody.get(url)).body.offers
  for (let time = 0; time < 5; time++)
    expect(
      (await anybody.post(`${url}/offers/${offer.id}`, { answer: 'yes' })).body.offers,
    ).toMatchObject([{ state: 'yes', open: false, requestState: 'settled' }])
  expect((await requests())[0]).toMatchObject({ state: 'settled', taker: { name: 'Carl' } })
  await after(send, () => textsTo(bob.mobile).at(-1)).toContain('pourvu')
  const other = /\/a\/([\w-]+)/.exec(textsTo(bob.mobile)[0] ?? '')?.[1] ?? 'none'
  const [gone] = (await anybody.get(`/api/public/answers/${other}`)).body.offers
  expect(gone).toMatchObject({ state: 'missed', open: false })
  const late = await anybody.post(`/api/public/answers/${other}/offers/${gone.id}`, {
    answer: 'yes',
  })
  expect(late.body.offers).toMatchObject([{ state: 'missed' }])
  const foreign = await anybody.post(`${url}/offers/${gone.id}`, { answer: 'yes' })
  expect(foreign.status).toBe(404)
  clock.now += 15 * 24 * 60 * MINUTE
  expect((await anybody.get(url)).status).toBe(410)
})

test('an offer that waits for a busy provider is not sent once somebody has the seat', async () => {
  const { sick, send, log, bob, requests, office } = await anIllness({ waveSize: 1 })
  twilio.answer = { status: 503 }
  await sick()
  await expect
    .poll(async () => (await log()).some(({ kind }) => kind === 'offer_asked'), poll)
    .toBe(true)
  const [search] = await requests()
  const given = await office.post(`/api/relief/requests/${search.id}/give`, {
    version: search.version,
    technicianId: bob.id,
  })
  expect(given.body.state).toBe('settled')
  twilio.answer = { status: 201 }
  clock.now += MINUTE
  await send()
  expect((await log()).filter(({ kind }) => kind === 'offer_asked')).toMatchObject([
    { state: 'overtaken' },
  ])
})

test('by night whoever is asked for days ahead is let sleep, and so are those after them; an emergency is not', async () => {
  const { sick, send, bob, textsTo, requests, tick, office, order, log, hire } = await anIllness({
    waveSize: 1,
  })
  const onCall = bob.mobile.replace(/10$/, '30')
  const wholeWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    ...{ weekday, start: '00:00', end: '23:59' },
  }))
  await hire('Dora', {
    ...{ phone: onCall, weeklyShifts: wholeWeek },
    homePosition: { latitude: 48.5, longitude: 2.6 },
  })
  // Saturday, half past eleven at night: the visit is on Monday at nine.
  clock.now = Date.parse('2026-11-21T22:30:00Z')
  await sick()
  const queued = async () => (await log()).filter(({ kind }) => kind === 'offer_asked').length
  await after(send, queued).toBe(1)
  clock.now += 30 * MINUTE
  await tick()
  expect((await requests())[0].asks).toHaveLength(1)
  expect(textsTo(bob.mobile)).toEqual([])
  const leak = await order({ title: 'Fuite', windows: [] })
  const called = await office.post('/api/relief/emergencies', { workOrderId: leak.id })
  expect(called.body[0].asks).toMatchObject([{ technicianName: 'Dora' }])
  await after(send, () => textsTo(onCall).length).toBe(1)
  expect(textsTo(bob.mobile)).toEqual([])
  // Told at seven, Bob has his ten minutes from then on.
  clock.now = Date.parse('2026-11-22T06:00:00Z')
  await send()
  expect(textsTo(bob.mobile)[0]).toContain('Vous prenez ?')
  const asked = async () =>
    (await requests()).find(({ kind }: { kind: string }) => kind === 'replacement').asks.length
  clock.now += 9 * MINUTE
  await tick()
  expect(await asked()).toBe(1)
  clock.now += MINUTE
  await tick()
  expect(await asked()).toBe(2)
})

test('the office is told by its inbox, by letter and on Slack, and of an approval where it has the last word', async () => {
  const { sick, send, slack, office, tick } = await anIllness({ onAbsence: 'propose' })
  await sick()
  await after(send, async () => (await office.get('/api/notifications/inbox')).body.unread).toBe(1)
  const [item] = (await office.get('/api/notifications/inbox')).body.items
  expect(item).toMatchObject({ kind: 'office_decision', target: { kind: 'relief' } })
  expect(item.body).toContain('Ana ne peut pas')
  expect(slack()).toEqual([])
  const letters = () =>
    mail.letters.filter(({ text }) => text.includes(`/relief?request=${item.target.id}`))
  await after(send, () => letters().length > 0).toBe(true)
  // Four hours before the start nobody has it: that is an alarm, also where everybody reads it.
  clock.now = Date.parse('2026-11-23T04:01:00Z')
  await tick()
  await after(send, () => slack().length).toBe(1)
  expect(slack()[0]).toContain('la limite est atteinte')
})

test('OUI by SMS takes the seat; the office has the last word where the policy says so', async () => {
  const { sick, send, bob, textsTo, office, requests } = await anIllness({
    waveSize: 1,
    approval: ['replacement'],
  })
  await sick()
  await after(send, () => textsTo(bob.mobile).length).toBe(1)
  const reply = '/api/public/sms/twilio/reply'
  const said = await (await fromTwilio(reply, { From: bob.mobile, Body: 'oui' })).text()
  expect(said).toContain('approuver')
  const [search] = await requests()
  expect(search).toMatchObject({ state: 'to_approve', taker: { name: 'Bob' } })
  const url = `/api/relief/requests/${search.id}/decide`
  const refused = await office.post(url, { version: search.version, approved: false })
  expect(refused.body).toMatchObject({ state: 'refused', asks: [{ state: 'missed' }] })
  await after(send, () => textsTo(bob.mobile).at(-1)).toContain('approuvé')
  expect(await (await fromTwilio(reply, { From: bob.mobile, Body: 'OUI' })).text()).toContain(
    'déjà pourvu',
  )
})

test('Non after the day has the office look at the next visit, once', async () => {
  const { publish, digest, send, office, ana, visit, order, assign, planner, organizationId } =
    await aCompany()
  await assign(await order({ title: 'Soir' }), ana.id, at('15:00'))
  await publish()
  await digest(2)
  clock.now = Date.parse(at('10:00'))
  const finish = command('test.finish', { permission: 'planning.write' }, async (tx) => {
    const placed = await findAssignment(tx, visit.id)
    if (placed) await settleAssignment(tx, placed, 'finished')
  })
  await program.services.work.act({ ...planner, organizationId }, finish, undefined)
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const no = { wentWell: false, comment: 'mal au dos' }
  for (let time = 0; time < 3; time++)
    expect((await phone.post('/api/notifications/shift-answer', no)).status).toBe(200)
  const inbox = async () => (await office.get('/api/notifications/inbox')).body.items
  await after(send, async () => (await inbox()).length).toBe(1)
  const [item] = await inbox()
  expect(item).toMatchObject({ kind: 'office_decision', target: { kind: 'visit' } })
  for (const part of ['mal au dos', 'Prochaine intervention : Soir', 'permettent toujours'])
    expect(item.body).toContain(part)
})

test('a contract to renew is told to the office in its inbox, and by e-mail once the night is over', async () => {
  const { send, office, client, organizationId } = await aCompany()
  const contract = {
    ...{ name: 'Entretien', clientId: client.id, startsOn: '2026-01-01' },
    ...{ renewsOn: '2027-01-10', noticeDays: 60 },
  }
  const { body } = await office.post('/api/contracts', contract)
  // Midnight in Paris, when the night's work is done.
  clock.now = Date.parse('2026-11-22T23:05:00Z')
  const watch = { name: 'work-orders.watch-series', payload: z.object({}) }
  const night = command('test.begin-night', { permission: 'work-orders.write' }, (tx) =>
    tx.enqueue(watch, {}),
  )
  await program.services.work.act(theProgram(organizationId, 'test'), night, undefined)
  const inbox = async () => (await office.get('/api/notifications/inbox')).body.items
  await after(send, async () => (await inbox()).length).toBe(1)
  const [item] = await inbox()
  expect(item).toMatchObject({ target: { kind: 'contract', id: body.id } })
  expect(item.subject).toContain('À renouveler le 10 janvier 2027')
  expect(item.body).toContain('dans 48 jours')
  const letters = () =>
    mail.letters.filter(({ text }) => text.includes(body.id)).map(({ to }) => to)
  expect(letters()).toEqual([])
  clock.now = Date.parse('2026-11-23T06:01:00Z')
  // The two owners of this company, each once.
  await after(send, () => letters().length).toBe(2)
  expect(new Set(letters()).size).toBe(2)
})

test('a role may be reminded sooner than the others, by the beginning of its seat’s label', async () => {
  const { office, publish, digest, remind, hire, order, assign, log } = await aCompany()
  const { channels: _, ...settings } = (await office.get('/api/notifications/settings')).body
  const rules = settings.rules.map((rule: { kind: string }) =>
    rule.kind === 'start_reminder' ? { ...rule, roles: [{ role: 'éclai', minutes: 120 }] } : rule,
  )
  const url = '/api/notifications/settings'
  expect((await office.put(url, { ...settings, rules })).status).toBe(200)
  const seat = { skills: [], certificationKindIds: [], mandatory: true, headcount: 1 }
  const light = await order({ positions: [{ ...seat, label: 'Eclairagiste', positionIds: [] }] })
  const bob = await hire('Bob', { phone: '+33612998866' })
  await assign(light, bob.id, at('09:00'))
  await publish()
  await digest(2)
  const reminded = async () =>
    (await log())
      .filter(({ kind }) => kind === 'start_reminder')
      .map(({ recipientName }) => recipientName)
  clock.now = Date.parse(at('07:00'))
  await remind()
  expect(await reminded()).toEqual(['Bob'])
  clock.now = Date.parse(at('08:30'))
  await remind()
  expect((await reminded()).toSorted()).toEqual(['Ana', 'Bob'])
})
