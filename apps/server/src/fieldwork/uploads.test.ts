// Pictures by tus: chunks, breaks, what is refused, and who may see them.
import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newId } from '../platform/clock.ts'
import { aFieldDay } from '../testing/field-day.ts'
import { type Client, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { samplePhoto } from '../testing/sample-report.ts'

const clock = { now: Date.parse('2026-11-21T09:00:00Z') }
const program = useProgram({ clock: () => clock.now })

const jpeg = (size: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')

const tus = (phone: Client, method: string, path: string, headers: object, body?: Buffer) =>
  fetch(`${program.address}${path}`, {
    method,
    headers: { cookie: phone.cookie(), 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })

const announce = (
  phone: Client,
  { photoId, bytes, type = 'image/jpeg' }: { photoId: string; bytes: Buffer; type?: string },
) =>
  tus(phone, 'POST', '/api/field/uploads', {
    'upload-length': String(bytes.length),
    'upload-metadata': `photoId ${base64(photoId)},type ${base64(type)},sha256 ${base64(digest(bytes))}`,
  })

const send = (phone: Client, place: string, offset: number, bytes: Buffer) =>
  tus(
    phone,
    'PATCH',
    place,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  )

test('a picture goes on where it stopped, arrives whole, and is seen by its technician and the office only', async () => {
  const { phone, planner, hire } = await aFieldDay(program, clock)
  const photoId = newId(clock.now)
  const bytes = jpeg(300_000)
  const created = await announce(phone, { photoId, bytes })
  expect(created.status).toBe(201)
  const place = created.headers.get('location') ?? ''
  expect((await send(phone, place, 0, bytes.subarray(0, 100_000))).status).toBe(204)
  const head = await tus(phone, 'HEAD', place, {})
  expect(head.headers.get('upload-offset')).toBe('100000')
  expect((await phone.get(`/api/field/photos/${photoId}`)).status).toBe(404)
  expect((await send(phone, place, 100_000, bytes.subarray(100_000))).status).toBe(204)
  const { organizationId } = planner
  const office = await signIn(program, 'planner', { organizationId })
  for (const reader of [phone, office]) {
    const answer = await fetch(`${program.address}/api/field/photos/${photoId}`, {
      headers: { cookie: reader.cookie() },
    })
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(digest(Buffer.from(await answer.arrayBuffer()))).toBe(digest(bytes))
  }
  const bob = await hire('Bob')
  const colleague = await signIn(program, 'technician', { organizationId, technicianId: bob.id })
  expect((await colleague.get(`/api/field/photos/${photoId}`)).status).toBe(404)
  const stranger = (await aFieldDay(program, clock)).phone
  expect((await stranger.get(`/api/field/photos/${photoId}`)).status).toBe(404)
  // A phone that never heard that it had arrived asks again.
  expect((await announce(phone, { photoId, bytes })).status).toBe(409)
})

test('nobody sends on the upload of another, nor without being signed in', async () => {
  const { phone } = await aFieldDay(program, clock)
  const stranger = (await aFieldDay(program, clock)).phone
  const bytes = jpeg(1000)
  const created = await announce(phone, { photoId: newId(clock.now), bytes })
  const place = created.headers.get('location') ?? ''
  expect((await send(stranger, place, 0, bytes)).status).toBe(404)
  const nobody = { ...phone, cookie: () => '' }
  expect((await send(nobody, place, 0, bytes)).status).toBe(401)
  expect((await send(phone, place, 0, bytes)).status).toBe(204)
})

test('what is no picture, empty, too large or broken on the way is refused', async () => {
  const { phone } = await aFieldDay(program, clock)
  const photoId = newId(clock.now)
  const text = Buffer.from('ceci n’est pas une image')
  const place = (await announce(phone, { photoId, bytes: text })).headers.get('location') ?? ''
  expect((await send(phone, place, 0, text)).status).toBe(415)
  expect((await announce(phone, { photoId, bytes: Buffer.alloc(0) })).status).toBe(415)
  expect((await announce(phone, { photoId, bytes: text, type: 'image/heic' })).status).toBe(415)
  for (const [type, size] of [
    ['image/jpeg', 30_000_000],
    ['video/mp4', 130_000_000],
  ] as const) {
    const about = [`photoId ${base64(photoId)}`, `type ${base64(type)}`]
    const large = await tus(phone, 'POST', '/api/field/uploads', {
      'upload-length': String(size),
      'upload-metadata': [...about, `sha256 ${base64(digest(text))}`].join(),
    })
    expect(large.status).toBe(413)
  }
  const noFilm = await announce(phone, {
    photoId: newId(clock.now),
    bytes: text,
    type: 'video/mp4',
  })
  expect((await send(phone, noFilm.headers.get('location') ?? '', 0, text)).status).toBe(415)
  const bytes = jpeg(5000)
  const broken = (await announce(phone, { photoId, bytes })).headers.get('location') ?? ''
  expect((await send(phone, broken, 0, jpeg(5000))).status).toBe(460)
  expect((await tus(phone, 'HEAD', broken, {})).status).toBe(404)
})

test('a document comes as it was sent, under its name, to those who may see it', async () => {
  const { phone, publish, tell, planner, hire } = await aFieldDay(program, clock)
  await publish()
  const fileId = newId(clock.now)
  const bytes = Buffer.from('%PDF-1.7 un certificat')
  const place = (await announce(phone, { photoId: fileId, bytes, type: 'application/pdf' })).headers
  expect((await send(phone, place.get('location') ?? '', 0, bytes)).status).toBe(204)
  const about = { name: 'Certificat é.pdf', type: 'application/pdf' as const }
  await tell({ kind: 'file', fileId, ...about, size: bytes.length, sha256: digest(bytes) })
  const { organizationId } = planner
  const office = await signIn(program, 'planner', { organizationId })
  const bob = await hire('Bob')
  const colleague = await signIn(program, 'technician', { organizationId, technicianId: bob.id })
  const get = (reader: Client) =>
    fetch(`${program.address}/api/field/files/${fileId}`, { headers: { cookie: reader.cookie() } })
  for (const reader of [phone, office]) {
    const answer = await get(reader)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(about.name))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
  }
  expect((await get(colleague)).status).toBe(404)
})

test('a foreign page cannot send in the name of who is signed in', async () => {
  const { phone } = await aFieldDay(program, clock)
  const answer = await tus(phone, 'POST', '/api/field/uploads', {
    origin: 'https://elsewhere.example',
    'upload-length': '10',
  })
  expect(answer.status).toBe(403)
})

test('a picture has a small one beside it, which phones take along', async () => {
  const { phone } = await aFieldDay(program, clock)
  const photoId = newId(clock.now)
  const bytes = Buffer.from(await samplePhoto(1, { width: 900, height: 600 }))
  const place = (await announce(phone, { photoId, bytes })).headers.get('location') ?? ''
  await send(phone, place, 0, bytes)
  for (const time of ['made', 'kept']) {
    const answer = await fetch(`${program.address}/api/field/photos/${photoId}/preview`, {
      headers: { cookie: phone.cookie() },
    })
    const preview = Buffer.from(await answer.arrayBuffer())
    const { width, height } = await sharp(preview).metadata()
    expect([time, answer.status, width, height]).toEqual([time, 200, 320, 213])
  }
})
