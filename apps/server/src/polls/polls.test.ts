// Availability asked and answered: by link, by SMS, from a phone that was offline, by the office; and what planning makes of it.
import { randomUUID } from 'node:crypto'
import type { PollDetail } from '@regie/contract/polls'
import { expect, test } from 'vitest'
import { program as theProgram } from '../platform/actor.ts'
import { aBrowser, signIn } from '../testing/people.ts'
import { seatOf } from '../testing/planned-company.ts'
import { MINUTE, useToldCompanies } from '../testing/told-company.ts'
import { advance } from './index.ts'

const { clock, program, aCompany, fromTwilio } = await useToldCompanies()
const poll = { timeout: 60_000 }
const HOUR = 60 * MINUTE
const evening = { from: '18:00', until: '23:00' }
const plain = { hours: null, impossible: [], why: null, note: '' }
const SATURDAY = '2026-11-28'
const SUNDAY = '2026-11-29'

/** Ana by SMS and e-mail; the office asks her for two evenings until Thursday. */
async function aPoll(more: Record<string, unknown> = {}) {
  const company = await aCompany()
  const { office, ana, send, letters } = company
  const created = await office.post('/api/polls', {
    title: 'Concert de Noël',
    message: 'Deux soirées.',
    options: [
      { date: SATURDAY, hours: evening, peak: { from: '20:00', until: '22:00' } },
      { date: SUNDAY, hours: evening },
    ],
    closesAt: '2026-11-26T17:00:00Z',
    remindHours: 24,
    technicianIds: [ana.id],
    ...more,
  })
  expect(created.status).toBe(201)
  const { id } = created.body as PollDetail
  const detail = async (): Promise<PollDetail> => (await office.get(`/api/polls/${id}`)).body
  /** The link of her last letter. */
  const link = async (count = 1) => {
    await expect
      .poll(async () => {
        await send()
        return letters().length
      }, poll)
      .toBe(count)
    return /\/a\/([\w-]+)/.exec(letters().at(-1)?.text ?? '')?.[1] ?? 'none'
  }
  const tick = () =>
    program.services.work.act(
      theProgram(company.organizationId, 'Régie', 'Europe/Paris'),
      advance,
      { language: 'fr' },
    )
  return { ...company, id, detail, link, tick, created: created.body as PollDetail }
}

test('an answer by link is a word that opens and closes hours for planning at once, by the policy', async () => {
  const { id, detail, link, office, ana, order, letters } = await aPoll()
  const token = await link()
  expect(letters()[0]?.text).toContain('du sam. 28 nov. au dim. 29 nov., 18:00–23:00')
  const anybody = aBrowser(program)
  const url = `/api/public/answers/${token}`
  expect((await anybody.get(url)).body.polls).toMatchObject([{ id, open: true, answers: [] }])
  expect((await detail()).counts).toMatchObject([{ silent: 1, available: 0 }, { silent: 1 }])
  const answers = [
    { rank: 0, state: 'available', hours: { from: '19:00', until: '23:00' } },
    { rank: 1, state: 'unavailable', why: 'childcare', note: 'Garde le dimanche' },
  ]
  for (const _ of [1, 2])
    expect((await anybody.post(`${url}/polls/${id}`, { answers })).status).toBe(200)
  const told = await detail()
  expect(told).toMatchObject({
    answered: 1,
    counts: [
      { available: 1, peak: 1, silent: 0 },
      { unavailable: 1, silent: 0 },
    ],
    people: [
      { name: 'Ana', reachable: true, answers: [{ rank: 0 }, { rank: 1, why: 'childcare' }] },
    ],
  })
  const check = async (startsAt: string) =>
    (
      await office.post('/api/planning/check', {
        positionId: seatOf(await order()),
        technicianId: ana.id,
        startsAt,
      })
    ).body
  expect(await check(`${SATURDAY}T19:30:00+01:00`)).toMatchObject({ allowed: true })
  const early = await check(`${SATURDAY}T18:00:00+01:00`)
  expect(early.reasons.map(({ rule }: { rule: string }) => rule)).toContain('shifts')
  const refused = await check(`${SUNDAY}T19:00:00+01:00`)
  expect(refused).toMatchObject({ allowed: false, enforcement: 'block' })
  expect(refused.reasons).toContainEqual(
    expect.objectContaining({ rule: 'absences', reason: 'unavailable' }),
  )
  // Saying no within the week takes the hours under the rule of its own, which the organisation may soften.
  const monday = { date: '2026-11-23', state: 'unavailable', why: 'classes' }
  const phone = await signIn(program, 'technician', {
    organizationId: (await office.get('/api/session')).body.organization.id,
    technicianId: ana.id,
  })
  expect((await phone.put(`/api/technicians/${ana.id}/days`, { words: [monday] })).status).toBe(200)
  expect(
    (await phone.put(`/api/technicians/${randomUUID()}/days`, { words: [monday] })).status,
  ).toBe(404)
  expect(await check('2026-11-23T14:00:00+01:00')).toMatchObject({ enforcement: 'block' })
  const { body: rules } = await office.get('/api/planning/placement-rules')
  await office.put('/api/planning/placement-rules', {
    ...rules,
    rules: { ...rules.rules, unavailability: 'warn' },
  })
  expect(await check('2026-11-23T14:00:00+01:00')).toMatchObject({ enforcement: 'warn' })
  await phone.put(`/api/technicians/${ana.id}/days`, { forget: ['2026-11-23'] })
  expect(await check('2026-11-23T14:00:00+01:00')).toMatchObject({ allowed: true })
})

test('those silent are reminded once by the clock, and by the office, never twice within the hour', async () => {
  const { id, link, tick, office, texts, send, detail } = await aPoll()
  await link()
  const again = () => office.post(`/api/polls/${id}/ask-again`, {})
  const reminded = (count: number) =>
    expect
      .poll(async () => {
        await send()
        return texts().length
      }, poll)
      .toBe(count)
  expect((await again()).body.people[0].remindedAt).toBeNull()
  clock.now += 2 * HOUR
  expect((await again()).body.people[0].remindedAt).not.toBeNull()
  await reminded(1)
  clock.now = Date.parse('2026-11-25T17:00:00Z')
  await tick()
  await tick()
  await reminded(2)
  expect(texts().at(-1)?.get('Body')).toContain('Répondez OUI (tout) ou NON (rien)')
  // YES by SMS is yes to all dates.
  const [sms] = texts()
  const reply = await fromTwilio('/api/public/sms/twilio/reply', {
    From: sms?.get('To') ?? '',
    Body: 'Oui !',
  })
  expect(await reply.text()).toContain('disponible aux 2 dates')
  expect((await detail()).counts).toMatchObject([{ available: 1 }, { available: 1 }])
})

test('a link that went astray is revoked for one person, and renewed; what was answered stays', async () => {
  const { id, link, office, ana, detail } = await aPoll()
  const lost = `/api/public/answers/${await link()}`
  const anybody = aBrowser(program)
  const yes = { answers: [{ ...plain, rank: 0, state: 'available' }] }
  expect((await anybody.post(`${lost}/polls/${id}`, yes)).status).toBe(200)
  const renew = (send: boolean) => office.post(`/api/polls/${id}/people/${ana.id}/link`, { send })
  clock.now += MINUTE
  expect((await renew(false)).body.people).toMatchObject([{ linkSince: expect.any(String) }])
  expect((await anybody.get(lost)).body.code).toBe('link_expired')
  expect((await anybody.post(`${lost}/polls/${id}`, yes)).status).toBe(410)
  clock.now += MINUTE
  expect((await renew(true)).status).toBe(200)
  const fresh = `/api/public/answers/${await link(2)}`
  expect((await anybody.get(fresh)).body.polls).toMatchObject([{ answers: [{ rank: 0 }] }])
  const no = { answers: [{ ...plain, rank: 0, state: 'unavailable' }] }
  expect((await anybody.post(`${fresh}/polls/${id}`, no)).status).toBe(200)
  expect((await detail()).people[0]?.answers).toMatchObject([{ state: 'unavailable' }])
  expect((await anybody.get(lost)).status).toBe(410)
})

test('over, a poll refuses kindly and tells the office who was silent; asked no more, a link is dead', async () => {
  const { id, link, tick, office, hire, detail } = await aPoll()
  const bob = await hire('Bob')
  const more = await office.post(`/api/polls/${id}/people`, { technicianIds: [bob.id] })
  expect(more.body).toMatchObject({ asked: 2 })
  const noted = await office.post(`/api/polls/${id}/people/${bob.id}/answers`, {
    answers: [{ rank: 0, state: 'pending' }],
  })
  expect(noted.body.counts[0]).toMatchObject({ pending: 1, silent: 1 })
  expect(
    (
      await office.post(`/api/polls/${id}/people/${bob.id}/answers`, {
        answers: [{ rank: 7, state: 'pending' }],
      })
    ).status,
  ).toBe(400)
  const token = await link()
  const anybody = aBrowser(program)
  clock.now = Date.parse('2026-11-26T17:00:00Z')
  const answers = [{ rank: 0, state: 'available' }]
  const late = await anybody.post(`/api/public/answers/${token}/polls/${id}`, { answers })
  expect(late).toMatchObject({ status: 409, body: { code: 'poll_closed' } })
  expect((await anybody.get(`/api/public/answers/${token}`)).body.polls).toMatchObject([
    { open: false },
  ])
  await tick()
  await expect
    .poll(
      async () => (await office.get('/api/notifications/inbox')).body.items[0]?.body ?? '',
      poll,
    )
    .toContain('1 sans réponse (Ana)')
  const { version } = await detail()
  const later = {
    title: 'Concert',
    message: '',
    closesAt: '2026-11-27T17:00:00Z',
    remindHours: null,
  }
  expect((await office.patch(`/api/polls/${id}`, { ...later, version: version + 1 })).status).toBe(
    412,
  )
  expect((await office.patch(`/api/polls/${id}`, { ...later, version })).body.open).toBe(true)
  expect((await anybody.post(`/api/public/answers/${token}/polls/${id}`, { answers })).status).toBe(
    200,
  )
  const { people } = await detail()
  const ana = people.find(({ name }) => name === 'Ana')
  await office.delete(`/api/polls/${id}/people/${ana?.technicianId}`)
  expect((await anybody.get(`/api/public/answers/${token}`)).status).toBe(410)
  expect((await anybody.get('/api/polls')).status).toBe(401)
})

test('a phone tells later what was said before; the last word by its own hour counts', async () => {
  const { id, detail, organizationId, ana, office } = await aPoll()
  const phone = await signIn(program, 'technician', { organizationId, technicianId: ana.id })
  const snapshot = (await phone.get('/api/field/snapshot')).body
  expect(snapshot.availability.polls).toMatchObject([{ id, answers: [] }])
  const tell = (minutes: number, state: string) => ({
    id: randomUUID(),
    deviceAt: new Date(clock.now + minutes * MINUTE).toISOString(),
    assignmentId: null,
    what: { kind: 'poll', pollId: id, answers: [{ ...plain, rank: 0, state }] },
  })
  const commands = [tell(2, 'unavailable'), tell(1, 'available')]
  clock.now += HOUR
  const sent = { sentAt: new Date(clock.now).toISOString(), commands }
  for (const outcome of ['applied', 'known'])
    expect((await phone.post('/api/field/commands', sent)).body.receipts).toMatchObject([
      { outcome },
      { outcome },
    ])
  expect((await detail()).counts[0]).toMatchObject({ unavailable: 1, available: 0 })
  expect((await phone.get('/api/polls/own')).body.polls[0].answers).toMatchObject([
    { rank: 0, state: 'unavailable' },
  ])
  expect((await phone.get('/api/polls')).status).toBe(403)
  const { version } = await detail()
  expect((await office.post(`/api/polls/${id}/close`, { version })).body.open).toBe(false)
  // Said before the end, told after it.
  const late = tell(-30, 'pending')
  const before = { ...sent, commands: [late, tell(30, 'pending')] }
  clock.now += HOUR
  expect(
    (
      await phone.post('/api/field/commands', {
        ...before,
        sentAt: new Date(clock.now).toISOString(),
      })
    ).body.receipts,
  ).toMatchObject([
    { outcome: 'applied' },
    { outcome: 'refused', problem: { code: 'poll_closed' } },
  ])
})

test('freelances are asked by themselves, once a week', async () => {
  const { office, hire, tick } = await aPoll()
  await hire('Farid', { kind: 'freelance', email: 'farid@exemple.fr' })
  const { body: settings } = await office.get('/api/polls/settings')
  const url = '/api/polls/settings'
  const weekly = { ...settings, enabled: true, weekday: 1, at: '09:00', weeks: 1 }
  expect((await office.put(url, weekly)).body).toMatchObject({ enabled: true })
  expect((await office.put(url, weekly)).status).toBe(412)
  const asked = async () => {
    await tick()
    const all = (await office.get('/api/polls')).body
    return all.filter(({ weekOf }: { weekOf: string | null }) => weekOf !== null)
  }
  clock.now = Date.parse('2026-11-23T07:59:00Z')
  expect(await asked()).toHaveLength(0)
  clock.now += MINUTE
  expect(await asked()).toMatchObject([
    { asked: 1, title: 'Vos disponibilités du 30 nov. au 6 déc.' },
  ])
  clock.now += 5 * 24 * HOUR
  expect(await asked()).toHaveLength(1)
  clock.now += 2 * 24 * HOUR
  expect(await asked()).toHaveLength(2)
})

test('what does not fit is told, all of it', async () => {
  const { office, ana } = await aCompany()
  const { status, body } = await office.post('/api/polls', {
    title: ' ',
    options: [{ date: '2026-02-30' }, { date: SATURDAY }, { date: SATURDAY }],
    closesAt: '2026-11-26T17:00:00Z',
    technicianIds: [],
  })
  expect(status).toBe(400)
  expect(body.faults.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['title', 'options.0.date', 'technicianIds']),
  )
  const good = { title: 'Un', options: [{ date: SATURDAY }], closesAt: '2026-11-26T17:00:00Z' }
  const foreign = await office.post('/api/polls', {
    ...good,
    technicianIds: [ana.id, randomUUID()],
  })
  expect(foreign.status).toBe(404)
  expect((await office.get('/api/polls')).body).toEqual([])
  const past = { ...good, closesAt: '2026-11-20T17:00:00Z', technicianIds: [ana.id] }
  expect((await office.post('/api/polls', past)).status).toBe(400)
})
