import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Position } from '@regie/contract/kernel'
import { estimateTravel } from '@regie/solver'
import { afterEach, expect, test } from 'vitest'
import { askTravel } from './ask.ts'
import { estimateLeg, straightMetres } from './haversine.ts'

const louvre: Position = { latitude: 48.8606, longitude: 2.3376 }
const nation: Position = { latitude: 48.8484, longitude: 2.3959 }
const orly: Position = { latitude: 48.7262, longitude: 2.3652 }

let server: Server | undefined
afterEach(() => server?.close())

/** A routing service of our own that speaks the documented API. */
async function serve(
  answer: (url: URL, body: string) => { status?: number; body: unknown } | undefined,
): Promise<string> {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const reply = answer(new URL(request.url ?? '/', 'http://localhost'), body)
    if (!reply) return // never answers
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply.body))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('the estimate is the great circle times detour over speed, as the solver has it', () => {
  expect(straightMetres(louvre, nation)).toBeCloseTo(4477, -1)
  const table = estimateTravel([louvre, nation, orly], {
    detourFactor: 1.3,
    kilometresPerHour: 28,
  })
  const leg = estimateLeg(nation, orly, { detour: 1.3, speedKmh: 28 })
  expect(leg).toEqual({ seconds: table.durations[5], metres: table.distances[5] })
})

test('OSRM is asked for its table and read row by row', async () => {
  const asked: string[] = []
  const url = await serve(({ pathname, searchParams }) => {
    asked.push(pathname)
    expect(searchParams.get('annotations')).toBe('duration,distance')
    const sources = searchParams.get('sources')?.split(';').map(Number) ?? []
    const destinations = searchParams.get('destinations')?.split(';').map(Number) ?? []
    const cell = (base: number) =>
      sources.map((s) =>
        destinations.map((d) => (s + sources.length === d ? 0 : base + s * 10 + d)),
      )
    return { body: { code: 'Ok', durations: cell(100.4), distances: cell(2000.6) } }
  })
  const { told, failure } = await askTravel({ kind: 'osrm', url, speedKmh: 28, detour: 1.3 }, [
    louvre,
    nation,
  ])
  expect(failure).toBeUndefined()
  expect(asked).toEqual([
    '/table/v1/driving/2.33760,48.86060;2.39590,48.84840;2.33760,48.86060;2.39590,48.84840',
  ])
  expect(told).toHaveLength(4)
  expect(told[1]).toEqual({ from: louvre, to: nation, leg: { seconds: 103, metres: 2004 } })
})

test('Valhalla is asked for sources to targets; kilometres become metres, no way stays null', async () => {
  const url = await serve(({ pathname }, body) => {
    expect(pathname).toBe('/sources_to_targets')
    const { sources, targets, costing } = JSON.parse(body)
    expect(costing).toBe('auto')
    expect(sources[0]).toEqual({ lat: louvre.latitude, lon: louvre.longitude })
    return {
      body: {
        sources_to_targets: sources.map((_: unknown, from: number) =>
          targets.map((_: unknown, to: number) => ({
            from_index: from,
            to_index: to,
            time: from === to ? 0 : from === 0 ? 612 : null,
            distance: from === to ? 0 : from === 0 ? 4.567 : null,
          })),
        ),
      },
    }
  })
  const { told } = await askTravel({ kind: 'valhalla', url, speedKmh: 28, detour: 1.3 }, [
    louvre,
    nation,
  ])
  expect(told[1]?.leg).toEqual({ seconds: 612, metres: 4567 })
  expect(told[2]?.leg).toEqual({ seconds: null, metres: null })
})

test('more places than a request may hold are asked in blocks', async () => {
  let requests = 0
  const url = await serve(({ pathname, searchParams }) => {
    requests++
    const count = pathname.split('/').at(-1)?.split(';').length ?? 0
    expect(count).toBeLessThanOrEqual(100)
    const rows = searchParams.get('sources')?.split(';').length ?? 0
    const columns = searchParams.get('destinations')?.split(';').length ?? 0
    const table = Array.from({ length: rows }, () => Array(columns).fill(60))
    return { body: { code: 'Ok', durations: table, distances: table } }
  })
  const places = Array.from({ length: 120 }, (_, n) => ({ latitude: 48 + n / 100, longitude: 2 }))
  const { told } = await askTravel({ kind: 'osrm', url, speedKmh: 28, detour: 1.3 }, places)
  expect(requests).toBe(9)
  expect(told).toHaveLength(120 * 120)
})

test.each([
  [
    'a refusal of OSRM',
    'osrm',
    { status: 400, body: { code: 'TooBig', message: 'Too many' } },
    /TooBig Too many/,
  ],
  ['something that is no table', 'osrm', { body: { hello: 1 } }, /without a table/],
  [
    'a refusal of Valhalla',
    'valhalla',
    { status: 400, body: { error: 'no edges' } },
    /400: no edges/,
  ],
] as const)('%s is told, and nothing is made up', async (_, kind, reply, message) => {
  const url = await serve(() => reply)
  const { told, failure } = await askTravel({ kind, url, speedKmh: 28, detour: 1.3 }, [
    louvre,
    orly,
  ])
  expect(told).toEqual([])
  expect(failure).toMatch(message)
})

test('a service that does not answer is given up when the caller gives up', async () => {
  const url = await serve(() => undefined)
  const { failure } = await askTravel(
    { kind: 'osrm', url, speedKmh: 28, detour: 1.3 },
    [louvre, orly],
    AbortSignal.timeout(100),
  )
  expect(failure).toMatch(/timeout/i)
})
