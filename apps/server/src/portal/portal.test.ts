// What is said between a company and its clients: on a started program, with a real SMTP server and a provider of SMS.
import { expect, test } from 'vitest'
import { aCommand, deliver } from '../testing/field-day.ts'
import { signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { clientsOf } from '../testing/told-client.ts'
import { MINUTE, useToldCompanies } from '../testing/told-company.ts'

const { clock, mail, twilio, program, aCompany } = await useToldCompanies()
const HOUR = 60 * MINUTE
const aClient = clientsOf({ clock, mail, twilio, program, aCompany })

/** Monday 23 November, nine in the morning in Paris: 48 hours before the visit. */
const TWO_DAYS_BEFORE = Date.parse(at('09:00'))

test('two days before, by the wall clock, the client gets a letter and an SMS; once', async () => {
  const { publish, tell, letters, texts, ledger, office, work } = await aClient()
  clock.now = TWO_DAYS_BEFORE - 2 * MINUTE
  await publish()
  await tell()
  expect(letters()).toHaveLength(0)
  clock.now = TWO_DAYS_BEFORE
  await tell()
  await tell()
  expect(letters()).toHaveLength(1)
  expect(letters()[0]?.text).toContain('mer. 25 nov., entre 09:00 et 09:30')
  expect(texts().map((fields) => fields.get('Body'))).toEqual([
    expect.stringContaining('entre 09:00 et 09:30'),
  ])
  expect(await ledger()).toMatchObject([
    {
      ...{ by: 'visit_reminder', channels: ['email', 'sms'], state: 'open', isFirst: true },
      ...{ from: '2026-11-25T08:00:00.000Z', until: '2026-11-25T08:30:00.000Z' },
    },
  ])
  // The office tells them besides, twice at the same moment: one window stands, and nobody gets an error.
  const send = () => office.post(`/api/portal/visits/${work.id}/send`, {})
  expect((await Promise.all([send(), send()])).map(({ status }) => status)).toEqual([200, 200])
  expect(await ledger()).toHaveLength(1)
})

test('looking changes nothing, also for a scanner that opens every link; yes five times is one yes', async () => {
  const { publish, tell, link, anyone, office, visit, work, word } = await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  for (const path of ['', '/times', '/visit.ics'])
    for (let time = 0; time < 2; time++)
      expect((await anyone.get(`${link()}${path}`)).status).toBe(200)
  expect((await anyone.get(link())).body).toMatchObject({
    ...{ standing: 'planned', confirmed: false, moving: 'direct', name: 'Mme Martin' },
    toldBefore: null,
  })
  const yes = { startsAt: visit.startsAt }
  for (let time = 0; time < 5; time++)
    expect((await anyone.post(`${link()}/confirm`, yes)).body.confirmed).toBe(true)
  const { answers, promises, confirmedAt } = await word()
  expect(answers).toMatchObject([{ kind: 'confirmed', waits: false }])
  expect(promises[0].confirmedAt).not.toBeNull()
  expect(confirmedAt).not.toBeNull()
  expect((await office.get(`/api/planning/assignments/${visit.id}`)).body.clientConfirmed).toBe(
    true,
  )
  const log = (await office.get(`/api/notifications/messages?workOrderId=${work.id}`)).body.items
  expect(log.some((one: { reply: unknown }) => one.reply !== null)).toBe(true)
})

test('moved ten times in a minute is one message; the ledger keeps both windows; an old yes is told kindly', async () => {
  const { publish, tell, settled, move, letters, link, anyone, visit, ledger } = await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  await anyone.post(`${link()}/confirm`, { startsAt: visit.startsAt })
  for (let time = 0; time < 10; time++) {
    const minute = String(time * 5).padStart(2, '0')
    expect((await move(2 + time, at(`14:${minute}`, '2026-11-25'), 'panne')).status).toBe(200)
  }
  await settled()
  clock.now += 15 * MINUTE
  const late = await anyone.post(`${link()}/confirm`, { startsAt: visit.startsAt })
  expect(late.body.code).toBe('visit_changed')
  expect((await anyone.get(link())).body).toMatchObject({
    ...{ confirmed: false, toldBefore: visit.startsAt },
  })
  await tell()
  await tell()
  expect(letters()).toHaveLength(2)
  expect(letters()[1]?.text).toContain('déplacé')
  expect(letters()[1]?.text).toContain('entre 14:45 et 15:15')
  expect((await ledger()).toReversed()).toMatchObject([
    { state: 'withdrawn', isFirst: true, bySeconds: 5.75 * 3600 },
    { state: 'open', by: 'visit_changed', isFirst: false },
  ])
})

test('moved and moved back says nothing; cancelled says so once, and the page too', async () => {
  const { publish, tell, settled, move, letters, link, anyone, cancel } = await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  await move(2, at('11:00', '2026-11-25'))
  await move(3, at('09:00', '2026-11-25'))
  await settled()
  clock.now += 15 * MINUTE
  await tell()
  expect(letters()).toHaveLength(1)
  await cancel()
  await settled()
  clock.now += 15 * MINUTE
  await tell()
  expect(letters().at(-1)?.text).toContain('n’a pas lieu')
  expect((await anyone.get(link())).body).toMatchObject({ standing: 'cancelled', visit: null })
})

test('the client chooses another time that is free: held, taken, promised; the plan and the office know', async () => {
  const { publish, tell, settled, letters, link, anyone, visit, office, ledger } = await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  const { items } = (await anyone.get(`${link()}/times`)).body
  expect(items.length).toBeGreaterThan(3)
  const { startsAt } = items[3]
  expect((await anyone.post(`${link()}/take`, { startsAt })).body.code).toBe('slot_gone')
  expect((await anyone.post(`${link()}/hold`, { startsAt })).body.held).toMatchObject({ startsAt })
  for (let time = 0; time < 5; time++)
    expect((await anyone.post(`${link()}/take`, { startsAt })).body).toMatchObject({
      ...{ confirmed: true, held: null, visit: { startsAt } },
    })
  expect((await office.get(`/api/planning/assignments/${visit.id}`)).body).toMatchObject({
    ...{ startsAt, state: 'offered', clientConfirmed: true },
  })
  expect(
    (await ledger()).map(({ state, by }: { state: string; by: string }) => [state, by]),
  ).toEqual(
    expect.arrayContaining([
      ['released', 'visit_reminder'],
      ['open', 'page'],
    ]),
  )
  const inbox = (await office.get('/api/notifications/inbox')).body
  expect(inbox.items[0]).toMatchObject({ kind: 'client_word', target: { kind: 'visit' } })
  await settled()
  clock.now += 15 * MINUTE
  await tell()
  expect(letters()).toHaveLength(1)
})

test('where the office has the last word, a time is asked for, kept, and granted or not', async () => {
  const { publish, tell, letters, link, anyone, visit, office } = await aClient()
  const settings = (await office.get('/api/portal/settings')).body
  expect(
    (await office.put('/api/portal/settings', { ...settings, moving: 'approval' })).body.version,
  ).toBe(2)
  expect((await office.put('/api/portal/settings', settings)).status).toBe(412)
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  const { startsAt } = (await anyone.get(`${link()}/times`)).body.items[2]
  await anyone.post(`${link()}/hold`, { startsAt })
  for (let time = 0; time < 2; time++)
    expect((await anyone.post(`${link()}/take`, { startsAt })).body).toMatchObject({
      asked: { startsAt },
      visit: { startsAt: visit.startsAt },
    })
  const waiting = (await office.get('/api/portal/answers?waits=true')).body.items
  expect(waiting).toMatchObject([{ kind: 'time_asked', startsAt, clientName: 'Mairie fictive' }])
  const granted = await office.post(`/api/portal/answers/${waiting[0].id}/settle`, {
    decision: 'accept',
  })
  expect(granted.body.settledAt).not.toBeNull()
  expect((await anyone.get(link())).body).toMatchObject({
    ...{ asked: null, confirmed: true, visit: { startsAt } },
  })
  await tell()
  expect(letters()).toHaveLength(2)
})

test('a call asked for twice is one wish; a link is of one visit, is revoked, expires, and says whom to ask', async () => {
  const { publish, tell, link, anyone, office, work, settled } = await aClient()
  await office.put('/api/portal/settings', {
    ...(await office.get('/api/portal/settings')).body,
    phone: '01 23 45 67 89',
  })
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  const old = link()
  await anyone.post(`${old}/call`, { comment: 'avant midi' })
  await anyone.post(`${old}/call`, { phone: '06 11 22 33 44' })
  const waiting = (await office.get('/api/portal/answers?waits=true')).body.items
  expect(waiting).toMatchObject([
    { kind: 'call_wanted', phone: '+33611223344', comment: 'avant midi' },
  ])
  await office.post(`/api/portal/answers/${waiting[0].id}/settle`, { decision: 'done' })
  await office.post(`/api/portal/visits/${work.id}/revoke`, {})
  expect((await anyone.get(old)).body).toMatchObject({
    ...{ code: 'link_expired', organization: 'Exemple SARL', phone: '01 23 45 67 89' },
  })
  await office.post(`/api/portal/visits/${work.id}/send`, {})
  await settled()
  await tell()
  expect(link()).not.toBe(old)
  expect((await anyone.get(link())).status).toBe(200)
  const forged = `${link().slice(0, -1)}${link().endsWith('A') ? 'B' : 'A'}`
  expect((await anyone.get(forged)).status).toBe(410)
  clock.now += 40 * 24 * HOUR
  expect((await anyone.get(link())).status).toBe(410)
})

test('who has only a landline gets the letter; who has nothing is told to the office', async () => {
  const one = await aClient({ phone: '0142345678' })
  const nobody = await aClient({ phone: '12', email: '' })
  clock.now = TWO_DAYS_BEFORE
  for (const { publish, tell } of [one, nobody]) {
    await publish()
    await tell()
  }
  expect(one.letters()).toHaveLength(1)
  expect(one.texts()).toHaveLength(0)
  expect(await nobody.ledger()).toEqual([])
  const figures = await nobody.office.get('/api/portal/figures?from=2026-11-01&until=2026-11-30')
  expect(figures.body).toMatchObject({ given: 0, unreachable: 1 })
  expect((await nobody.word()).reach).toMatchObject({ email: '', mobile: '' })
  // An address is found, and the office tells them by hand: from then on the window counts as given.
  const order = (await nobody.office.get(`/api/work-orders/${nobody.work.id}`)).body
  const contact = { name: 'Mme Martin', email: 'trouvee@exemple.fr', phone: '' }
  const changed = await nobody.office.patch(`/api/work-orders/${order.id}`, { ...order, contact })
  expect(changed.body.contact).toEqual(contact)
  await nobody.office.post(`/api/portal/visits/${order.id}/send`, {})
  expect(await nobody.ledger()).toMatchObject([{ channels: ['email'], isFirst: true }])
})

test('wishes: a channel less, another language; a yes to offers is never ticked and ends with one tap', async () => {
  const { publish, tell, settled, move, letters, texts, link, anyone, office, email } =
    await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  expect((await anyone.get(link())).body.wishes).toMatchObject({ offers: false, language: 'fr' })
  const visitPage = link()
  const wishes = { language: 'en', email: true, sms: false, offers: true }
  expect((await anyone.put(`${link()}/wishes`, wishes)).body.wishes).toMatchObject({
    ...{ language: 'en', offers: true, sms: { wanted: false } },
  })
  await move(2, at('15:00', '2026-11-25'))
  await settled()
  clock.now += 15 * MINUTE
  await tell()
  expect(letters()[1]?.text).toContain('has moved')
  expect(texts()).toHaveLength(1)

  const sent = await office.post('/api/portal/offers', { text: 'Hivernage en octobre' })
  expect(sent.body.readers).toBe(1)
  await tell()
  const offer = mail.letters.filter(({ to }) => to === email).at(-1)?.text ?? ''
  expect(offer).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const out = /\/u\/([\w-]+)/.exec(offer)?.[1] ?? ''
  const page = `/api/public/unsubscribe/${out}`
  expect((await anyone.get(page)).body.offers).toBe(true)
  const oneClick = () =>
    fetch(`${program.address}/u/${out}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
  for (let time = 0; time < 2; time++) expect((await oneClick()).status).toBe(204)
  expect((await office.post('/api/portal/offers', { text: 'Encore' })).body.readers).toBe(0)
  expect((await anyone.get(page)).body.offers).toBe(false)
  // Messages about visits are another matter.
  expect((await anyone.get(visitPage)).body.wishes).toMatchObject({
    ...{ offers: false, email: { wanted: true } },
  })
})

test('a link that asks too often is told to wait; another organisation sees nothing', async () => {
  const { publish, tell, link, anyone, work } = await aClient()
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  let last = 200
  for (let time = 0; time < 45 && last === 200; time++)
    last = (await anyone.post(`${link()}/release`, {})).status
  expect(last).toBe(429)
  const stranger = await aCompany()
  expect((await stranger.office.get(`/api/portal/visits/${work.id}`)).status).toBe(404)
  expect((await stranger.office.get('/api/portal/answers')).body.items).toEqual([])
})

test('on the day: on the way with the hour, the promise kept or not, an opinion the day after; a bad one alerts', async () => {
  const company = await aClient()
  const { publish, tell, settled, letters, texts, link, anyone, office, visit, ledger } = company
  clock.now = TWO_DAYS_BEFORE
  await publish()
  await tell()
  const { organizationId, ana } = company
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const step = async (which: 'en_route' | 'started' | 'finished', time: string) => {
    clock.now = Date.parse(at(time, '2026-11-25'))
    await deliver(phone, clock, [aCommand(clock, visit.id, { kind: 'step', step: which })])
    await settled()
    await tell()
  }
  await step('en_route', '09:20')
  expect(texts().at(-1)?.get('Body')).toMatch(/Ana est en route, arrivée vers 09:(25|30)/)
  expect((await anyone.get(link())).body).toMatchObject({
    ...{ standing: 'on_the_way', technician: 'Ana', arrivalAt: expect.any(String) },
  })
  await step('started', '09:40')
  const [first] = await ledger()
  expect(first).toMatchObject({ state: 'late', arrivedAt: expect.any(String) })
  expect(first.bySeconds).toBeGreaterThanOrEqual(600)
  await step('finished', '10:30')
  expect((await anyone.get(link())).body.survey.open).toBe(true)
  const before = letters().length
  clock.now = Date.parse(at('10:31', '2026-11-26'))
  await tell()
  expect(letters()).toHaveLength(before + 1)
  expect(letters().at(-1)?.text).toContain('bien pass')
  const bad = { stars: 2, solved: false, comment: 'En retard' }
  for (let time = 0; time < 5; time++)
    expect((await anyone.post(`${link()}/opinion`, bad)).body.survey.given.stars).toBe(2)
  const inbox = (await office.get('/api/notifications/inbox')).body.items
  expect(inbox.filter(({ kind }: { kind: string }) => kind === 'client_word')).toHaveLength(1)
  expect((await office.get('/api/portal/answers?waits=true')).body.items).toMatchObject([
    { kind: 'rated', stars: 2, comment: 'En retard' },
  ])
  const figures = await office.get('/api/portal/figures?from=2026-11-01&until=2026-11-30')
  expect(figures.body).toMatchObject({ visits: 1, onFirst: 0, late: 1, averageStars: 2 })
})

test('48 hours over the night that loses one are 47: nine o’clock stays nine o’clock', async () => {
  // The clocks go forward on Sunday 28 March 2027.
  const { publish, tell, letters } = await aClient({ date: '2027-03-29' })
  const due = Date.parse('2027-03-27T09:00:00+01:00')
  clock.now = due - HOUR
  await publish()
  await tell()
  expect(letters()).toHaveLength(0)
  clock.now = due
  await tell()
  expect(letters()).toHaveLength(1)
  expect(letters()[0]?.text).toContain('entre 09:00 et 09:30')
})
