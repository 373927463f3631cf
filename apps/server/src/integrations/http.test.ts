import { createServer } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

/** An address service on a fixed free port: it has to be known before the program starts. */
const port = 20_000 + (process.pid % 20_000)
const asked: string[] = []
const geocoder = createServer((request, reply) => {
  asked.push(request.url ?? '')
  const found = {
    geometry: { coordinates: [2.3371, 48.8603] },
    properties: { label: '10 Place du Louvre', score: 0.95, type: 'housenumber' },
  }
  const nothing = (request.url ?? '').includes('introuvable')
  reply.setHeader('content-type', 'application/json')
  reply.end(JSON.stringify({ features: nothing ? [] : [found] }))
}).listen(port, '127.0.0.1')
afterAll(() => {
  geocoder.closeAllConnections()
  geocoder.close()
})

const program = useProgram({ env: { GEOCODER_URL: `http://127.0.0.1:${port}/geocodage` } })
const file = (text: string) => new Blob([text])
const bring = '/api/imports?fileName=sites.csv'

describe('an import over HTTP', () => {
  test('goes from the bytes to sites whose addresses are looked up', async () => {
    const owner = await signIn(program, 'owner')
    const text =
      'Code;Client;Site;Adresse;CP;Ville\nA;V;Piscine;10 place du Louvre;75001;Paris\nB;V;Stade;rue introuvable;75002;Paris\n'
    const opened = await owner.post(bring, file(text))
    expect(opened.status).toBe(201)
    const path = `/api/imports/${opened.body.id}`
    expect((await owner.get(`${path}/check`)).body).toMatchObject({ faultCount: 0, lines: 2 })
    const done = await owner.post(`${path}/run`, {})
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'done', result: { geocoding: 2, withoutPosition: 2 } },
    })
    const located = async () => (await owner.get('/api/sites?position=known')).body.total
    await expect.poll(located, { timeout: 60_000 }).toBe(1)
    await expect
      .poll(async () => (await owner.get(path)).body.result.geocoding, { timeout: 60_000 })
      .toBe(0)
    expect((await owner.get('/api/sites?position=missing')).body.items).toMatchObject([
      { name: 'Stade' },
    ])
    expect(asked).toHaveLength(2)
  })

  test('sent twice with one key is one import; with another file it is refused', async () => {
    const owner = await signIn(program, 'owner')
    const headers = { 'idempotency-key': 'the-same-upload' }
    const first = await owner.post(bring, file('Client;Site\nA;B\n'), { headers })
    const second = await owner.post(bring, file('Client;Site\nA;B\n'), { headers })
    expect(second.body.id).toBe(first.body.id)
    const other = await owner.post(bring, file('Client;Site\nA;C\n'), { headers })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })

  test('tells the limit before it reads a file that is too large', async () => {
    const owner = await signIn(program, 'owner')
    const refused = await owner.post(bring, file('x'.repeat(11_000_000)))
    expect(refused).toMatchObject({
      status: 413,
      body: { code: 'too_large', limit: '10 Mo / MB', size: '10.5 Mo / MB' },
    })
  })

  test('of what is no CSV, or no bytes at all, is refused with the reason', async () => {
    const owner = await signIn(program, 'owner')
    const pdf = await owner.post(bring, file('%PDF-1.7'))
    expect(pdf).toMatchObject({ status: 422, body: { code: 'unreadable_file', reason: 'PDF' } })
    expect(await owner.post(bring, { hello: 'json' })).toMatchObject({ status: 400 })
  })

  test('is another organisation’s 404, and a technician’s 403', async () => {
    const owner = await signIn(program, 'owner')
    const { body } = await owner.post(bring, file('Client;Site\nA;B\n'))
    const stranger = await signIn(program, 'owner')
    for (const path of ['', '/check'])
      expect((await stranger.get(`/api/imports/${body.id}${path}`)).status).toBe(404)
    expect((await stranger.post(`/api/imports/${body.id}/run`, {})).status).toBe(404)
    const { organizationId } = owner.actor
    const technician = await signIn(program, 'technician', { organizationId })
    expect((await technician.post(bring, file('a;b\n1;2\n'))).status).toBe(403)
  })

  test('that two people run at once is done once', async () => {
    const owner = await signIn(program, 'owner')
    const { organizationId } = owner.actor
    const planner = await signIn(program, 'planner', { organizationId })
    const { body } = await owner.post(bring, file('Code;Client;Site\nA;V;B\n'))
    const path = `/api/imports/${body.id}/run`
    const statuses = (await Promise.all([owner.post(path, {}), planner.post(path, {})])).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([200, 409])
    expect((await owner.get('/api/sites')).body.total).toBe(1)
  })
})
