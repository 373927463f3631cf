// Who is told what: on a started program, with a real SMTP server and providers that speak on this machine.
import { createECDH, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { aBrowser, signIn } from '../testing/people.ts'
import { at } from '../testing/planned-company.ts'
import { MAIL_TOKEN, MINUTE, useToldCompanies } from '../testing/told-company.ts'

const { clock, mail, twilio, program, aCompany, fromTwilio } = await useToldCompanies()

test('several changes within a quarter of an hour become one letter, written as things stand then', async () => {
  const { publish, send, digest, move, letters, log } = await aCompany()
  await publish()
  await send(1)
  expect(letters()).toHaveLength(0)
  for (const [version, time] of [
    [2, '10:00'],
    [3, '11:00'],
    [4, '14:00'],
  ] as const)
    await move(version, time)
  await digest(4)
  expect(letters()).toHaveLength(1)
  expect(letters()[0]?.text).toContain(
    'Nouveau : lun. 23 nov. 14:00–14:45 · Contrôle · Piscine Éclair',
  )
  expect(letters()[0]?.text).not.toContain('09:00')
  expect(await log()).toMatchObject([
    { kind: 'assignment_news', channel: 'email', state: 'handed_over', recipientName: 'Ana' },
  ])
})

test('what moved and came back is not told; what went to somebody else is, to both', async () => {
  const { publish, digest, move, letters, hire } = await aCompany()
  await publish()
  await digest(1)
  await move(2, '10:00')
  await move(3, '09:00')
  await digest(3)
  expect(letters()).toHaveLength(1)
  const bob = await hire('Bob', { email: 'bob@exemple.fr' })
  await move(4, '09:00', bob.id)
  await digest(5)
  expect(letters()[1]?.text).toContain('Retiré : lun. 23 nov. 09:00')
  expect(mail.letters.find(({ to }) => to === 'bob@exemple.fr')?.text).toContain(
    'Nouveau : lun. 23 nov. 09:00',
  )
})

test('news of work that starts soon goes at once, and not twice within a minute', async () => {
  const { publish, send, move, letters } = await aCompany()
  clock.now = Date.parse(at('07:30'))
  await publish()
  await send(1)
  expect(letters()).toHaveLength(1)
  await move(2, '10:00')
  await move(3, '11:00')
  await send(3)
  expect(letters()).toHaveLength(1)
  clock.now += MINUTE
  await send()
  expect(letters()).toHaveLength(2)
  expect(letters()[1]?.text).toContain('Déplacé : lun. 23 nov. 11:00')
})

test('a reminder is read off the plan of its minute: the old hour of a visit that moved is never told', async () => {
  const { publish, digest, remind, move, texts } = await aCompany()
  await publish()
  await digest(1)
  await move(2, '14:00')
  await digest(2)
  clock.now = Date.parse(at('08:30'))
  await remind()
  expect(texts()).toHaveLength(0)
  clock.now = Date.parse(at('13:30'))
  await remind()
  await remind()
  expect(texts().map((fields) => fields.get('Body'))).toEqual([
    expect.stringContaining('14:00 Contrôle'.replace('ô', 'o')),
  ])
  await move(3, '16:00')
  clock.now = Date.parse(at('15:30'))
  await remind()
  expect(texts()).toHaveLength(2)
})

/** Made in the same millisecond, messages have no order. */
const byChannel = (a: { channel: string }, b: { channel: string }): number =>
  a.channel.localeCompare(b.channel)

test('a mailbox that refuses gives way to the SMS, and the log says why', async () => {
  const { publish, digest, email, texts, log } = await aCompany()
  mail.unknown.add(email)
  await publish()
  await digest(1)
  expect(texts()).toHaveLength(1)
  const [first, ...others] = (await log()).toSorted(byChannel)
  expect(first).toMatchObject({ channel: 'email', state: 'failed' })
  expect(first?.error).toContain('no such mailbox')
  expect(others).toMatchObject([{ channel: 'sms', state: 'handed_over' }])
})

test('a letter that bounces later gives way to the SMS, by the word of the mail server only', async () => {
  const { publish, digest, texts, log } = await aCompany()
  await publish()
  await digest(1)
  const [letter] = await log()
  const bounce = (token: string) =>
    fetch(`${program.address}/api/public/mail/receipt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: `<${letter?.id}@127.0.0.1>`, status: 'failed', error: '5.1.1' }),
    })
  expect((await bounce('a token of somebody else')).status).toBe(403)
  expect((await log())[0]?.state).toBe('handed_over')
  for (let time = 0; time < 2; time++) expect((await bounce(MAIL_TOKEN)).status).toBe(200)
  await expect.poll(() => texts().length, { timeout: 60_000 }).toBe(1)
  expect((await log()).toSorted(byChannel)).toMatchObject([
    { channel: 'email', state: 'failed', error: '5.1.1' },
    { channel: 'sms' },
  ])
})

test('a provider that is busy is asked again with growing pauses; the others wait and are not tried in vain', async () => {
  const { publish, send, digest, remind, log, texts, hire, assign, order } = await aCompany()
  const bob = await hire('Bob', { phone: '+33612998877' })
  await assign(await order({ title: 'Autre' }), bob.id, at('09:00'))
  await publish()
  await digest(2)
  twilio.answer = { status: 429, headers: { 'retry-after': '30' } }
  clock.now = Date.parse(at('08:30'))
  await remind()
  const reminders = async () =>
    (await log())
      .filter(({ kind }) => kind === 'start_reminder')
      .toSorted((a, b) => b.attempts - a.attempts)
  expect(await reminders()).toMatchObject([
    { state: 'queued', attempts: 1, error: expect.stringContaining('429') },
    { state: 'queued', attempts: 0, error: null },
  ])
  await send()
  expect((await reminders()).map(({ attempts }) => attempts)).toEqual([1, 0])
  twilio.answer = { status: 201 }
  clock.now += 30_000
  await send()
  expect(await reminders()).toMatchObject([
    { state: 'handed_over', attempts: 2 },
    { state: 'handed_over', attempts: 1 },
  ])
  expect(texts().length).toBeGreaterThan(0)
})

test('a visit that is given away while its reminder waits for a busy provider drops the reminder', async () => {
  const { publish, send, digest, remind, move, log, hire } = await aCompany()
  await publish()
  await digest(1)
  twilio.answer = { status: 503 }
  clock.now = Date.parse(at('08:30'))
  await remind()
  const bob = await hire('Bob', {})
  await move(2, '09:00', bob.id)
  twilio.answer = { status: 201 }
  clock.now += MINUTE
  await send()
  const reminder = (await log()).find(({ kind }) => kind === 'start_reminder')
  expect(reminder?.state).toBe('overtaken')
})

const linkIn = (text: string | undefined): string => /\/a\/([\w-]+)/.exec(text ?? '')?.[1] ?? 'none'

test('the link of a letter answers without an account; looking at it changes nothing', async () => {
  const { publish, digest, letters, visit, organizationId, ana } = await aCompany()
  await publish()
  await digest(1)
  const link = `/api/public/answers/${linkIn(letters()[0]?.text)}`
  const anybody = aBrowser(program)
  for (let time = 0; time < 3; time++)
    expect((await anybody.get(link)).body).toMatchObject({
      name: 'Ana',
      visits: [{ state: 'offered' }],
    })
  const yes = { assignmentId: visit.id, answer: 'yes' }
  for (let time = 0; time < 5; time++)
    expect((await anybody.post(link, yes)).body.visits[0].state).toBe('accepted')
  const planner = await signIn(program, 'planner', { organizationId })
  expect((await planner.get(`/api/planning/assignments/${visit.id}`)).body.state).toBe('accepted')
  expect(
    (await anybody.post(link, { ...yes, answer: 'no', reason: 'malade' })).body.visits[0].state,
  ).toBe('declined')
  const { preferences } = (await anybody.get(link)).body
  expect(preferences).toMatchObject({
    ...{ version: 0, language: null, quietFrom: null, quiet: { from: '21:00' } },
    email: { shown: expect.stringMatching(/^a•••@/), wanted: true },
    sms: { shown: expect.stringContaining('••'), wanted: true },
  })
  const chosen = { version: 0, language: 'en', email: false, sms: true }
  const quiet = { quietFrom: '19:00', quietUntil: '08:00' }
  const saved = await anybody.post(`${link}/preferences`, { ...chosen, ...quiet })
  expect(saved.body).toMatchObject({
    language: 'en',
    preferences: { ...quiet, version: 1, email: { wanted: false }, sms: { wanted: true } },
  })
  // From a page that is behind, nothing is overwritten unseen.
  expect((await anybody.post(`${link}/preferences`, { ...chosen, ...quiet })).status).toBe(412)
  const own = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const kept = (await own.get('/api/notifications/preferences')).body
  expect(kept).toMatchObject({ ...quiet, off: ['email'], language: 'en' })
  clock.now += 15 * 24 * 60 * MINUTE
  expect((await anybody.get(link)).status).toBe(410)
  expect((await anybody.post(`${link}/preferences`, { ...chosen, ...quiet })).status).toBe(410)
  expect((await anybody.get('/api/public/answers/aaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(410)
})

test('OUI by SMS accepts; a stranger, a forged call and an unclear word change nothing', async () => {
  const { publish, digest, email, mobile, visit, organizationId, log } = await aCompany()
  mail.unknown.add(email)
  await publish()
  await digest(1)
  const path = '/api/public/sms/twilio/reply'
  const planner = await signIn(program, 'planner', { organizationId })
  const state = async () => (await planner.get(`/api/planning/assignments/${visit.id}`)).body.state
  expect(
    await (await fromTwilio(path, { From: '+33698765432', Body: 'OUI' })).text(),
  ).not.toContain('<Message>')
  const forged = await fetch(`${program.address}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ From: mobile, Body: 'OUI' }),
  })
  expect(forged.status).toBe(403)
  expect(await (await fromTwilio(path, { From: mobile, Body: 'peut-être' })).text()).toContain(
    'OUI ou NON',
  )
  expect(await state()).toBe('offered')
  expect(await (await fromTwilio(path, { From: mobile, Body: ' Oui ! ' })).text()).toContain(
    'accepté',
  )
  expect(await state()).toBe('accepted')
  expect((await log()).find(({ channel }) => channel === 'sms')?.reply?.text).toBe(' Oui ! ')
})

test('a receipt tells what was delivered, and one that says it failed has the next channel try', async () => {
  const { publish, digest, remind, log, letters } = await aCompany()
  await publish()
  await digest(1)
  clock.now = Date.parse(at('08:30'))
  await remind()
  const path = '/api/public/sms/twilio/status'
  const sid = `SM${String(twilio.handed.length).padStart(6, '0')}`
  expect(
    (await fromTwilio(path, { MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: '30005' }))
      .status,
  ).toBe(200)
  await expect.poll(() => letters().length, { timeout: 60_000 }).toBe(2)
  expect((await log()).find(({ channel }) => channel === 'sms')).toMatchObject({
    state: 'failed',
    error: '30005',
  })
  await fromTwilio(path, { MessageSid: sid, MessageStatus: 'delivered' })
  expect((await log()).find(({ channel }) => channel === 'sms')?.state).toBe('failed')
})

test('texts are the organisation’s own; a variable nobody knows is refused with those that are known', async () => {
  const { office, publish, digest, letters } = await aCompany()
  const url = '/api/notifications/templates/assignment_news/fr'
  const text = {
    version: 0,
    subject: 'Planning de {name}',
    body: 'Voici : {lines}',
    short: '{lines}',
  }
  const refused = await office.put(url, { ...text, body: '{prenom} {lines} {', short: '{nom}' })
  expect(refused.status).toBe(400)
  expect(refused.body.faults).toMatchObject([
    { path: 'body', got: '{prenom}' },
    { path: 'body' },
    { path: 'short', got: '{nom}' },
  ])
  expect((await office.put(url, text)).body).toMatchObject({ version: 1, custom: true })
  expect((await office.put(url, text)).status).toBe(412)
  await publish()
  await digest(1)
  expect(letters()[0]?.text).toContain('Planning de Ana')
  expect((await office.delete(url)).body).toMatchObject({ version: 0, custom: false })
})

test('settings are the organisation’s, by version; a kind switched off says nothing', async () => {
  const { office, publish, digest, letters } = await aCompany()
  const { channels: _, ...settings } = (await office.get('/api/notifications/settings')).body
  const off = settings.rules.map((rule: { kind: string }) => ({
    ...rule,
    enabled: rule.kind !== 'assignment_news',
  }))
  const saved = await office.put('/api/notifications/settings', { ...settings, rules: off })
  expect(saved.body.version).toBe(2)
  expect(
    (await office.put('/api/notifications/settings', { ...settings, rules: off })).status,
  ).toBe(412)
  await publish()
  await digest(1)
  expect(letters()).toHaveLength(0)
})

test('a technician has an inbox, preferences, and no view of anybody’s messages', async () => {
  const { publish, digest, organizationId, ana, letters, texts, email, visit } = await aCompany()
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const url = '/api/notifications/preferences'
  const before = (await phone.get(url)).body
  expect(before).toMatchObject({ version: 0, kinds: [], reach: { email, browsers: 0 } })
  expect(before.rules[0]).toMatchObject({
    kind: 'assignment_news',
    channels: ['push', 'email', 'sms'],
  })
  const wanted = { version: 0, language: 'en', off: ['email'], quietFrom: null, quietUntil: null }
  const twice = [0, 1].map(() => ({ kind: 'after_shift', channels: ['sms'] }))
  expect((await phone.put(url, { ...wanted, kinds: twice })).body.faults[0].path).toBe(
    'body.kinds.1.kind',
  )
  const kinds = [{ kind: 'assignment_news', channels: ['email', 'sms'] }]
  expect((await phone.put(url, { ...wanted, kinds })).body).toMatchObject({ version: 1, kinds })
  expect((await phone.put(url, { ...wanted, kinds })).status).toBe(412)
  await publish()
  await digest(1)
  expect(letters()).toHaveLength(0)
  expect(texts()[0]?.get('Body')).toContain('New Mon')
  const inbox = await phone.get('/api/notifications/inbox')
  expect(inbox.body).toMatchObject({
    unread: 1,
    items: [
      { kind: 'assignment_news', readAt: null, target: { kind: 'assignment', id: visit.id } },
    ],
  })
  const seen = { itemIds: [inbox.body.items[0].id] }
  expect((await phone.post('/api/notifications/inbox/read', seen)).body.unread).toBe(0)
  expect((await phone.get('/api/notifications/messages')).status).toBe(403)
  expect((await phone.get('/api/notifications/settings')).status).toBe(403)
})

test('a phone that subscribed is told by push, until it says otherwise itself', async () => {
  const { publish, digest, move, organizationId, ana, office } = await aCompany()
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16).toString('base64url')
  const endpoint = `${twilio.url}/push/${ana.id}`
  const path = '/api/notifications/push-subscription'
  const body = { endpoint, keys: { p256dh: keys.getPublicKey('base64url'), auth } }
  expect((await phone.put(path, body)).body).toEqual({ subscribed: true })
  const pushes = () => twilio.handed.filter(({ url }) => url === `/push/${ana.id}`)
  await publish()
  await digest(1)
  expect(pushes()[0]?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' })
  // Nobody else’s word silences it.
  await office.post(`${path}/forget`, { endpoint })
  await move(2, '10:00')
  await digest(2)
  expect(pushes()).toHaveLength(2)
  expect((await phone.post(`${path}/forget`, { endpoint })).body).toEqual({ subscribed: false })
  await move(3, '11:00')
  await digest(3)
  expect(pushes()).toHaveLength(2)
})

test('what is not urgent waits for the end of the quiet hours', async () => {
  const { publish, send, digest, log, ana, visit, office } = await aCompany()
  clock.now = Date.parse('2026-11-21T21:00:00Z')
  await publish()
  await digest(1)
  expect(await log()).toMatchObject([{ state: 'queued' }])
  const technicians = [
    { technicianId: ana.id, startsAt: visit.startsAt, since: '2026-11-21T20:00:00Z' },
  ]
  expect((await office.post('/api/notifications/outlook', { technicians })).body.items).toEqual([
    {
      ...{ technicianId: ana.id, channel: 'email', fallbacks: ['sms'], inbox: false },
      ...{ at: '2026-11-22T06:00:00.000Z', why: 'quiet_hours', waitingUntil: null },
      last: { channel: 'email', state: 'queued', at: '2026-11-22T06:00:00.000Z' },
    },
  ])
  clock.now = Date.parse('2026-11-22T06:00:00Z')
  await send()
  expect(await log()).toMatchObject([{ state: 'handed_over' }])
})

test('another organisation sees nothing of it', async () => {
  const { publish, digest } = await aCompany()
  await publish()
  await digest(1)
  const stranger = await aCompany()
  expect(await stranger.log()).toEqual([])
})
