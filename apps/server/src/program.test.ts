// What every route of a running program promises, shown on clients.
import type { Problem } from '@regie/contract/errors'
import { expect, test } from 'vitest'
import { openStream } from './testing/live-stream.ts'
import { anOrganization, signIn } from './testing/people.ts'
import { useProgram } from './testing/program.ts'

const program = useProgram()
const key = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })

test('the same request with the same key gets the same answer, and is done once', async () => {
  const planner = await signIn(program, 'planner')
  const attempt = key()
  const first = await planner.post('/api/clients', { name: 'Piscine Démo' }, attempt)
  const again = await planner.post('/api/clients', { name: 'Piscine Démo' }, attempt)
  expect(first.status).toBe(201)
  expect([again.status, again.body]).toEqual([201, first.body])
  expect((await planner.get('/api/clients')).body.total).toBe(1)
})

test('a key that served for another request is refused', async () => {
  const planner = await signIn(program, 'planner')
  const attempt = key()
  await planner.post('/api/clients', { name: 'Piscine Démo' }, attempt)
  const { status, body } = await planner.post('/api/clients', { name: 'Autre' }, attempt)
  expect([status, body.code]).toEqual([422, 'idempotency_key_reused'])
})

test('of many requests with one key at once, one is done; the others are told to wait, or get its answer', async () => {
  const planner = await signIn(program, 'planner')
  const attempt = key()
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => planner.post('/api/clients', { name: 'Piscine' }, attempt)),
  )
  const made = answers.filter(({ status }) => status === 201)
  const told = answers.filter(({ status }) => status !== 201)
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  for (const { status, body } of told)
    expect([status, body.code]).toEqual([409, 'request_in_progress'])
  expect((await planner.get('/api/clients')).body.total).toBe(1)
})

test("a key is its owner's: another member's same key is another request", async () => {
  const { organizationId } = await anOrganization(program)
  const one = await signIn(program, 'planner', { organizationId })
  const other = await signIn(program, 'planner', { organizationId })
  const attempt = key()
  await one.post('/api/clients', { name: 'Un' }, attempt)
  expect((await other.post('/api/clients', { name: 'Deux' }, attempt)).status).toBe(201)
})

test('a stale version is refused with the present state', async () => {
  const planner = await signIn(program, 'planner')
  const { body: client } = await planner.post('/api/clients', { name: 'Piscine' })
  const path = `/api/clients/${client.id}`
  const { body: changed } = await planner.patch(path, { name: 'Piscine Une', version: 1 })
  const stale = await planner.patch(path, { name: 'Piscine Deux', version: 1 })
  expect([stale.status, stale.body.code]).toEqual([412, 'stale_version'])
  expect(stale.body.current).toEqual(changed)
})

test("another organisation's row is not found, to read or to change", async () => {
  const planner = await signIn(program, 'planner')
  const stranger = await signIn(program, 'owner')
  const { body: client } = await planner.post('/api/clients', { name: 'Piscine' })
  const path = `/api/clients/${client.id}`
  for (const { status, body } of [
    await stranger.get(path),
    await stranger.patch(path, { name: 'À moi', version: 1 }),
    await stranger.post(`${path}/archive`, { version: 1 }),
    await stranger.post('/api/sites', { clientId: client.id, name: 'À moi' }),
  ])
    expect([status, body.code]).toEqual([404, 'not_found'])
  expect((await stranger.get('/api/clients')).body.total).toBe(0)
  expect((await planner.get(path)).body.name).toBe('Piscine')
})

test('a role that may not is told which permission it lacks', async () => {
  const technician = await signIn(program, 'technician')
  const { status, body } = await technician.post('/api/clients', { name: 'Piscine' })
  expect([status, body.code, body.permission]).toEqual([403, 'forbidden', 'clients.write'])
})

test('refusals are problem details in the language of the reader', async () => {
  const planner = await signIn(program, 'planner')
  const english = { headers: { 'accept-language': 'en-GB,en;q=0.9' } }
  const { headers, body } = await planner.get(`/api/clients/${crypto.randomUUID()}`, english)
  expect(headers.get('content-type')).toMatch('application/problem+json')
  expect(body).toMatchObject({ status: 404, code: 'not_found', title: 'Not found: client.' })
  expect(body.requestId).toBe(headers.get('x-request-id'))
  const french = await planner.get(`/api/clients/${crypto.randomUUID()}`)
  expect(french.body.title).toMatch(/^Introuvable/)
})

test('JSON that is none is told, not guessed', async () => {
  const planner = await signIn(program, 'planner')
  const response = await fetch(`${program.address}/api/clients`, {
    method: 'POST',
    headers: { cookie: planner.cookie(), 'content-type': 'application/json' },
    body: '{"name":',
  })
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([
    400,
    'malformed_request',
  ])
})

test("one member's change is on another's live stream, and on nobody else's", async () => {
  const { organizationId } = await anOrganization(program)
  const planner = await signIn(program, 'planner', { organizationId })
  const manager = await signIn(program, 'manager', { organizationId })
  const stranger = await signIn(program, 'owner')
  const [mine, theirs] = [await openStream(program, manager), await openStream(program, stranger)]
  await planner.post('/api/clients', { name: 'Piscine Démo' })
  const named = () => mine.events.filter(({ name }) => name === 'client_created')
  await expect.poll(() => named().length).toBe(1)
  expect(named()[0]).toMatchObject({
    by: { memberId: planner.actor.memberId, name: planner.actor.name },
    payload: { name: 'Piscine Démo' },
  })
  expect(theirs.events.map(({ name }) => name)).not.toContain('client_created')
  mine.close()
  theirs.close()
})

test('whoever comes back with the last id gets what was missed', async () => {
  const planner = await signIn(program, 'planner')
  const first = await openStream(program, planner)
  await planner.post('/api/clients', { name: 'Un' })
  const names = (events: typeof first.events) =>
    events.filter(({ name }) => name === 'client_created').map(({ payload }) => payload.name)
  await expect.poll(() => names(first.events)).toEqual(['Un'])
  // The id of the next frame is behind what came before: wait for one more, then leave.
  await planner.post('/api/clients', { name: 'Deux' })
  await expect.poll(() => names(first.events)).toEqual(['Un', 'Deux'])
  first.close()
  for (const name of ['Trois', 'Quatre']) await planner.post('/api/clients', { name })
  const second = await openStream(program, planner, first.lastId)
  // What was seen may come twice, told apart by its id; nothing is missing in between.
  await expect
    .poll(() => [...new Set([...names(first.events), ...names(second.events)])].sort())
    .toEqual(['Deux', 'Quatre', 'Trois', 'Un'])
  second.close()
})

test('the live stream is for who is signed in', async () => {
  expect((await fetch(`${program.address}/api/live`)).status).toBe(401)
})

test('the machine room can ask how things are', async () => {
  const ready = await fetch(`${program.address}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', parts: { database: true } },
  ])
  expect((await fetch(`${program.address}/health/live`)).status).toBe(200)
  expect(await (await fetch(`${program.address}/metrics`)).text()).toContain('live_streams')
})
