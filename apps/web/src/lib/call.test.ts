import { endpoint } from '@regie/contract/kernel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { addressOf, call } from './call.ts'
import { makeId } from './id.ts'
import { ProblemError } from './problem.ts'

const readThing = endpoint({
  method: 'GET',
  path: '/api/things/:thingId',
  tag: 't',
  summary: '',
  params: z.object({ thingId: z.string() }),
  query: z.object({ tag: z.array(z.string()).optional(), search: z.string().optional() }),
  returns: z.object({ name: z.string() }),
})
const makeThing = endpoint({
  method: 'POST',
  path: '/api/things',
  tag: 't',
  summary: '',
  body: z.object({ name: z.string() }),
  returns: z.object({ name: z.string() }),
})

const answering = (...responses: (Response | Error)[]) => {
  const seen: Request[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const { signal: _signal, ...rest } = init
    seen.push(new Request(`http://localhost${url}`, rest))
    const next = responses.shift()
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  })
  return seen
}
const problem = (status: number, members: object) =>
  new Response(JSON.stringify(members), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as ProblemError,
  )

afterEach(() => vi.unstubAllGlobals())

describe('addresses', () => {
  test('parameters are escaped, empty values left out, lists repeated', () => {
    expect(
      addressOf(readThing, {
        params: { thingId: 'a/b c' },
        query: { tag: ['x', 'y'], search: '' },
      }),
    ).toBe('/api/things/a%2Fb%20c?tag=x&tag=y')
  })

  test('a missing parameter is a fault of ours, not a request', () => {
    expect(() => addressOf(readThing, { params: { thingId: '' } })).toThrow(/thingId is missing/)
  })
})

describe('idempotency keys', () => {
  test('an unsafe call carries a UUIDv7, a read none', async () => {
    const seen = answering(Response.json({ name: 'a' }), Response.json({ name: 'a' }))
    await call(makeThing, { body: { name: 'a' } })
    await call(readThing, { params: { thingId: '1' } })
    expect(seen[0]?.headers.get('idempotency-key')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(seen[1]?.headers.has('idempotency-key')).toBe(false)
  })

  test('the caller’s key is sent as it is', async () => {
    const seen = answering(Response.json({ name: 'a' }))
    await call(makeThing, { body: { name: 'a' } }, { key: 'my-key-1' })
    expect(seen[0]?.headers.get('idempotency-key')).toBe('my-key-1')
  })

  test('ids sort by the moment they were made', () => {
    const ids = [1, 1_700_000_000_000, 1_800_000_000_000, 2 ** 47].map((now) => makeId(now))
    expect([...ids].sort()).toEqual(ids)
  })
})

describe('refusals', () => {
  test('a problem keeps its code, faults, details and request number', async () => {
    const faults = [{ path: 'name', expected: 'À remplir.', got: '""' }]
    answering(
      problem(400, { code: 'invalid_input', detail: 'x', remedy: 'y', requestId: 'r1', faults }),
    )
    const error = await refusal(call(makeThing, { body: { name: '' } }))
    expect(error).toMatchObject({ code: 'invalid_input', status: 400, faults, requestId: 'r1' })
    expect(error.mayRetry).toBe(false)
  })

  test('the sentence is told in the screen’s language, with its details', async () => {
    answering(problem(404, { code: 'not_found', what: 'site', detail: 'server said' }))
    const error = await refusal(call(readThing, { params: { thingId: '1' } }))
    expect(error.message).toMatch(/Introuvable\s: site\.|Not found: site\./)
  })

  test('without the details, what the server wrote stands', async () => {
    answering(problem(409, { code: 'conflict', detail: 'Already gone.', remedy: 'Reload.' }))
    const error = await refusal(call(readThing, { params: { thingId: '1' } }))
    expect(error.message).toBe('Already gone.')
  })

  test('a stale version brings the present state', async () => {
    answering(problem(412, { code: 'stale_version', current: { name: 'b' } }))
    const error = await refusal(call(makeThing, { body: { name: 'a' } }))
    expect(error.current).toEqual({ name: 'b' })
  })

  test('silence may be retried; a page of a proxy too; a page that is no JSON may not', async () => {
    answering(
      new TypeError('Failed to fetch'),
      new Response('<html>', { status: 502 }),
      new Response('<html>', { status: 200 }),
    )
    const input = { body: { name: 'a' } }
    expect(await refusal(call(makeThing, input))).toMatchObject({
      code: 'unreachable',
      mayRetry: true,
    })
    expect(await refusal(call(makeThing, input))).toMatchObject({
      code: 'service_unavailable',
      mayRetry: true,
    })
    expect(await refusal(call(makeThing, input))).toMatchObject({
      code: 'unreadable',
      mayRetry: false,
    })
  })

  test('an unknown code is not shown raw', async () => {
    answering(problem(500, { code: 'gremlin' }))
    expect(await refusal(call(makeThing, { body: { name: 'a' } }))).toBeInstanceOf(ProblemError)
  })
})
