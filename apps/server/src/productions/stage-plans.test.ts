import { type IncomingMessage, request } from 'node:http'
import { planSpotDraft } from '@regie/contract/production-stage-plans'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/clock.ts'
import { type Client, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'

const program = useProgram()
let planner: Client
let stage: string

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" onload="alert(1)">
  <script>alert(1)</script><rect width="800" height="400" fill="#eee"/></svg>`
const raster = (type: 'png' | 'jpeg' | 'webp', width = 80) =>
  sharp({ create: { width, height: 40, channels: 3, background: '#336699' } })
    .toFormat(type)
    .toBuffer()

async function aStage(client: Client): Promise<string> {
  const { body: owner } = await client.post('/api/clients', { name: 'Festival fictif' })
  const { body: site } = await client.post('/api/sites', { clientId: owner.id, name: 'Prairie' })
  const draft = { name: 'Concert fictif', kind: 'production' }
  const { body: project } = await client.post('/api/projects', draft)
  const base = `/api/projects/${project.id}`
  const { body } = await client.post(`${base}/stages`, { name: 'Grande scène', siteId: site.id })
  return `${base}/stages/${body.stages[0].id}`
}
const plansAt = (at: string) => at.replace(/\/stages\/.*/, '/stage-plans')
const send = (at: string, content: string | Uint8Array, type: string, more = '') =>
  planner.post(
    `${at}/plan?name=plan&type=${encodeURIComponent(type)}${more}`,
    new Blob([content as Uint8Array<ArrayBuffer>]),
  )

beforeAll(async () => {
  planner = await signIn(program, 'planner')
  stage = await aStage(planner)
})

describe('the picture', () => {
  test('an SVG comes back without its script, and nothing it holds may run', async () => {
    const at = await aStage(planner)
    const set = await send(at, SVG, 'image/svg+xml')
    expect(set).toMatchObject({ status: 201, body: { version: 1, width: 1600, height: 800 } })
    const { body, headers } = await planner.get(`${at}/plan/${set.body.fileId}`)
    expect(body).toContain('<rect')
    expect(body).not.toMatch(/script|onload/)
    expect(headers.get('content-type')).toBe('image/svg+xml')
    expect(headers.get('content-security-policy')).toMatch(/sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(Number(headers.get('content-length'))).toBe(set.body.bytes)
  })

  test.each(['png', 'jpeg', 'webp'] as const)('a picture as %s keeps its size', async (type) => {
    const at = await aStage(planner)
    const set = await send(at, await raster(type), `image/${type}`)
    expect(set).toMatchObject({ status: 201, body: { width: 80, height: 40 } })
    expect((await planner.get(`${at}/plan/${set.body.fileId}`)).status).toBe(200)
  })

  test('a picture larger than paper shows is made smaller, and loses where it was taken', async () => {
    const at = await aStage(planner)
    const wide = await sharp(await raster('jpeg', 6000))
      .withExif({ IFD0: { Copyright: 'secret' } })
      .jpeg()
      .toBuffer()
    const set = await send(at, wide, 'image/jpeg')
    expect(set.body).toMatchObject({ width: 4096 })
  })

  test('what is damaged, is something else or is too much is refused with the reason', async () => {
    const png = await raster('png')
    const cut = png.subarray(0, png.length - 30)
    const bomb = await sharp({
      create: { width: 7200, height: 7000, channels: 3, background: '#fff' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const refusals = [
      await send(stage, cut, 'image/png'),
      await send(stage, png, 'image/jpeg'),
      await send(stage, 'hello', 'image/webp'),
      await send(stage, SVG.slice(0, -6), 'image/svg+xml'),
      await send(stage, new Uint8Array([0x1f, 0x8b, 8, 0, 255]), 'image/svg+xml'),
      await send(stage, bomb, 'image/png'),
      await send(stage, SVG, 'application/pdf'),
    ]
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'unreadable_plan'],
      [422, 'unreadable_plan'],
      [422, 'unreadable_plan'],
      [422, 'unreadable_plan'],
      [422, 'unreadable_plan'],
      [413, 'too_large'],
      [400, 'invalid_input'],
    ])
    expect(refusals[1]?.body.detail).toContain('JPEG : png')
    expect(refusals[3]?.body.detail).toContain('unclosed tag')
    expect(refusals[5]?.body.detail).toContain('50.4 Mpx')
    expect((await planner.get(plansAt(stage))).body.plans).toEqual([])
  })

  test('80 MB are refused by what they say they weigh, before they are read', async () => {
    const said = await new Promise<IncomingMessage>((resolve, reject) => {
      const asking = request(`${program.address}${stage}/plan?name=x&type=image/png`, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': 80_000_000,
          cookie: planner.cookie(),
        },
      })
      asking.once('response', resolve).once('error', reject).flushHeaders()
    })
    expect(said.statusCode).toBe(413)
    said.destroy()
    const whole = await planner.post(
      `${stage}/plan?name=x&type=image/png`,
      new Blob([new Uint8Array(10_100_000)]),
    )
    expect(whole).toMatchObject({ status: 413, body: { limit: '10 Mo / MB' } })
  })
})

describe('a newer plan and its places', () => {
  test('who replaces a plan that a colleague replaced is told; the former picture goes', async () => {
    const at = await aStage(planner)
    const first = await send(at, SVG, 'image/svg+xml')
    expect((await send(at, SVG, 'image/svg+xml')).status).toBe(412)
    const second = await send(at, await raster('png'), 'image/png', '&version=1')
    expect(second.body).toMatchObject({ version: 2, type: 'image/png' })
    expect(await send(at, SVG, 'image/svg+xml', '&version=1')).toMatchObject({
      status: 412,
      body: { current: { version: 2 } },
    })
    const former = `${at}/plan/${first.body.fileId}`
    expect((await planner.get(former)).status).toBe(404)
    expect((await planner.post(`${at}/plan/remove`, { version: 1 })).status).toBe(412)
    expect((await planner.post(`${at}/plan/remove`, { version: 2 })).status).toBe(204)
  })

  test('a position is placed once, moved, taken off; it outlives the picture', async () => {
    const at = await aStage(planner)
    const draft = { label: 'Régie son façade', number: 1, x: 0.25, y: 0.5 }
    const placed = await planner.post(`${at}/spots`, draft)
    expect(placed).toMatchObject({ status: 201, body: { ...draft, version: 1 } })
    const again = await planner.post(`${at}/spots`, { ...draft, label: 'RÉGIE SON FAÇADE' })
    expect(again).toMatchObject({ status: 409, body: { code: 'already_exists' } })
    const spot = `${at}/spots/${placed.body.id}`
    const moved = await planner.patch(spot, { x: 1, y: 0, version: 1 })
    expect(moved.body).toMatchObject({ x: 1, y: 0, version: 2 })
    expect(await planner.patch(spot, { x: 0, y: 0, version: 1 })).toMatchObject({
      status: 412,
      body: { current: { x: 1, version: 2 } },
    })
    const set = await send(at, SVG, 'image/svg+xml')
    await planner.post(`${at}/plan/remove`, { version: set.body.version })
    expect((await planner.get(plansAt(at))).body).toMatchObject({ plans: [], spots: [{ x: 1 }] })
    expect((await planner.post(`${spot}/remove`, { version: 1 })).status).toBe(412)
    expect((await planner.post(`${spot}/remove`, { version: 2 })).status).toBe(204)
    expect((await planner.post(`${spot}/remove`, { version: 2 })).status).toBe(404)
  })

  test('a stage that goes takes its plan along', async () => {
    const at = await aStage(planner)
    await send(at, SVG, 'image/svg+xml')
    await planner.post(`${at}/spots`, { label: '', number: 2, x: 0, y: 0 })
    expect((await planner.post(`${at}/remove`, { version: 1 })).status).toBe(200)
    expect((await planner.get(plansAt(at))).body).toEqual({ plans: [], spots: [] })
  })

  test('another organisation and a technician who does not work there see nothing', async () => {
    const set = await send(stage, SVG, 'image/svg+xml')
    for (const other of [await signIn(program, 'owner'), await signIn(program, 'technician')]) {
      expect((await other.get(plansAt(stage))).status).toBe(404)
      expect((await other.get(`${stage}/plan/${set.body.fileId}`)).status).toBe(404)
      const drawn = await other.post(`${stage}/spots`, { label: 'x', number: 1, x: 0, y: 0 })
      expect([403, 404]).toContain(drawn.status)
    }
  })

  test.each([{ x: 1.01 }, { y: -0.1 }, { number: 0 }, { label: 'x'.repeat(121) }])(
    'a place with %j is none',
    (fault) => {
      const draft = { label: 'Rigger', number: 1, x: 0, y: 0, ...fault }
      expect(planSpotDraft.safeParse(draft).error?.issues).toHaveLength(1)
    },
  )

  test('a place on a stage of another production is not there', async () => {
    const elsewhere = stage.replace(
      /projects\/[^/]+/,
      `projects/${newId(program.services.clock())}`,
    )
    const draft = { label: 'x', number: 1, x: 0, y: 0 }
    expect((await planner.post(`${elsewhere}/spots`, draft)).status).toBe(404)
  })
})
