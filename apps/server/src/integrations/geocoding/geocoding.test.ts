import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Address } from '@regie/contract/kernel'
import { afterEach, describe, expect, test } from 'vitest'
import { applyPlaces, planPlaces, updateSite } from '../../clients/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { program } from '../../platform/actor.ts'
import { sql } from '../../platform/db/sql.ts'
import { command } from '../../platform/work.ts'
import { member, useWork } from '../../testing/work.ts'
import { createAddressService } from './address-service.ts'
import { locateSites } from './locate-sites.ts'

type Handle = (url: URL, reply: ServerResponse, request: IncomingMessage) => void
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server that speaks like the Géoplateforme, on a free port. */
async function serve(handle: Handle): Promise<{ url: string; asked: URL[] }> {
  const asked: URL[] = []
  const server = createServer((request, reply) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    asked.push(url)
    handle(url, reply, request)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`, asked }
}

const feature = (label: string, score: number, type = 'housenumber') => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [2.3371, 48.8603] },
      properties: { label, score, type, housenumber: '10', postcode: '75001', citycode: '75101' },
    },
  ],
})
const json = (reply: ServerResponse, body: unknown) => {
  reply.setHeader('content-type', 'application/json')
  reply.end(JSON.stringify(body))
}

const louvre: Address = {
  line: '10 place du Louvre',
  postcode: '75001',
  city: 'Paris',
  country: 'FR',
}
const signal = new AbortController().signal

describe('the address service', () => {
  test('is asked as it wants to be, and answers longitude first', async () => {
    const { url, asked } = await serve((_, reply) =>
      json(reply, feature('10 Place du Louvre', 0.97)),
    )
    const found = await createAddressService({ url }).locate(louvre, signal)
    expect(found).toEqual({
      outcome: 'found',
      position: { latitude: 48.8603, longitude: 2.3371 },
      label: '10 Place du Louvre',
      score: 0.97,
    })
    expect(asked[0]?.pathname).toBe('/geocodage/search')
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      q: '10 place du Louvre 75001 Paris',
      postcode: '75001',
      limit: '1',
      autocomplete: '0',
    })
  })

  test.each([
    ['a low score', feature('10 Place du Marché', 0.31), 'unsure'],
    ['the middle of the town for a street', feature('Paris', 0.9, 'municipality'), 'unsure'],
    ['nothing', { type: 'FeatureCollection', features: [] }, 'missing'],
  ])('is not believed when it offers %s', async (_, body, outcome) => {
    const { url } = await serve((__, reply) => json(reply, body))
    expect(await createAddressService({ url }).locate(louvre, signal)).toMatchObject({ outcome })
  })

  test('is asked again after the pause it asks for, and after a fault', async () => {
    let times = 0
    const { url, asked } = await serve((_, reply) => {
      times++
      if (times === 1) reply.writeHead(429, { 'retry-after': '0.3' }).end()
      else if (times === 2) reply.destroy()
      else json(reply, feature('10 Place du Louvre', 0.97))
    })
    const before = performance.now()
    const found = await createAddressService({ url }).locate(louvre, signal)
    expect(found.outcome).toBe('found')
    expect(asked).toHaveLength(3)
    expect(performance.now() - before).toBeGreaterThan(300)
  })

  test('that is silent is given up after the time and the tries allowed', async () => {
    const { url, asked } = await serve(() => undefined)
    const service = createAddressService({ url, timeoutMs: 50, tries: 2 })
    await expect(service.locate(louvre, signal)).rejects.toThrow('address service')
    expect(asked).toHaveLength(2)
  })

  test('that answers nonsense is told, not believed', async () => {
    const { url } = await serve((_, reply) =>
      json(reply, { features: [{ geometry: { coordinates: [200, 95] }, properties: {} }] }),
    )
    await expect(createAddressService({ url }).locate(louvre, signal)).rejects.toThrow(
      'not a GeoJSON',
    )
  })

  test('that cannot understand an address leaves it without a position', async () => {
    const { url } = await serve((_, reply) => reply.writeHead(400).end('{}'))
    expect(await createAddressService({ url }).locate(louvre, signal)).toEqual({
      outcome: 'missing',
    })
  })

  test('is not asked faster than it allows', async () => {
    const { url } = await serve((_, reply) => json(reply, feature('x', 0.9)))
    const service = createAddressService({ url, perSecond: 50 })
    const before = performance.now()
    await Promise.all(Array.from({ length: 26 }, () => service.locate(louvre, signal)))
    expect(performance.now() - before).toBeGreaterThan(480)
  })
})

describe('sites without a position', () => {
  const { act, read, rows, told, work } = useWork()
  const bring = command(
    'test.bring',
    { permission: 'clients.write' },
    async (tx, lines: string[]) => {
      const places = lines.map((line, index) => ({
        client: { externalId: null, name: 'Client' },
        site: { externalId: `S${index}`, name: `Site ${index}`, address: { line, city: 'Paris' } },
      }))
      await applyPlaces(tx, await planPlaces(tx, places))
    },
  )
  const positions = (actor: Actor) =>
    rows(actor, (tx) =>
      tx.rows(sql<{ name: string; latitude: number | null; id: string }>`
        select id, name, latitude from clients.v_sites where organization_id = ${actor.organizationId} order by name`),
    )
  const answers: Handle = (url, reply) => {
    const question = url.searchParams.get('q') ?? ''
    if (question.includes('introuvable')) json(reply, { features: [] })
    else json(reply, feature(question, question.includes('vague') ? 0.2 : 0.9))
  }

  test('are placed; those the service does not know keep their mark and are not asked about again', async () => {
    const owner = member('owner')
    await act(owner, bring, ['1 rue A', 'introuvable', 'vague', ''])
    const { url, asked } = await serve(answers)
    const service = createAddressService({ url })
    const actor = program(owner.organizationId, 'Géocodage')
    await locateSites({ work, service }, actor, signal)
    expect((await positions(owner)).map(({ latitude }) => latitude)).toEqual([
      48.8603,
      null,
      null,
      48.8603,
    ])
    expect(asked).toHaveLength(4)
    expect((await told(owner)).at(-1)).toEqual({
      name: 'sites_geocoded',
      payload: { found: 2, missing: 2 },
    })
    await locateSites({ work, service }, actor, signal)
    expect(asked).toHaveLength(4)
  })

  test('are asked about again once their address changed', async () => {
    const owner = member('owner')
    await act(owner, bring, ['introuvable'])
    const { url, asked } = await serve(answers)
    const service = createAddressService({ url })
    const actor = program(owner.organizationId, 'Géocodage')
    await locateSites({ work, service }, actor, signal)
    const [site] = await positions(owner)
    await act(owner, updateSite, {
      siteId: site?.id ?? '',
      version: 1,
      draft: {
        externalId: 'S0',
        name: 'Site 0',
        address: louvre,
        position: null,
        accessInstructions: '',
        notes: '',
      },
    })
    await locateSites({ work, service }, actor, signal)
    expect(asked).toHaveLength(2)
    expect((await positions(owner))[0]?.latitude).toBe(48.8603)
  })

  test('stay as they are without a service', async () => {
    const owner = member('owner')
    await act(owner, bring, ['1 rue A'])
    await locateSites(
      { work, service: undefined },
      program(owner.organizationId, 'Géocodage'),
      signal,
    )
    expect((await positions(owner))[0]?.latitude).toBeNull()
    expect(await read(owner, async () => 'still well')).toBe('still well')
  })
})
