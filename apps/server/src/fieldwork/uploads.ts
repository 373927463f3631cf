// Pictures come by tus, in chunks, and go on where they stopped. What has arrived whole is checked and moved to the
// files of the organisation; until then it lies in the data folder of the process that takes it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FILE_BYTES, fileTypes, PHOTO_BYTES, photoTypes } from '@regie/contract/field-files'
import type { Id } from '@regie/contract/kernel'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Mounting } from '../platform/module.ts'
import type { Services } from '../platform/services.ts'
import { command } from '../platform/work.ts'
import { happened } from './events.ts'
import { findPhoto, insertPhoto } from './store/requests.ts'

const PATH = '/api/field/uploads'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEPT_MS = 14 * 86_400_000
const SWEEP_MS = 6 * 3_600_000

const asking = new AsyncLocalStorage<Actor>()

export const photoKey = (organizationId: Id, photoId: Id): string =>
  `fieldwork/${organizationId}/${photoId}`

/** Thrown through tus: the phone reads the body as a code of ours. */
const refuse = (status_code: number, body: string): Error & { status_code: number; body: string } =>
  Object.assign(new Error(body), { status_code, body })

type Picture = { photoId: Id; type: string; sha256: string; size: number }

type Arrival = { readonly photo: Picture & { technicianId: Id } }

const receivePhoto = command(
  'fieldwork.receive-photo',
  { permission: 'fieldwork.own' },
  async (tx, { photo }: Arrival): Promise<boolean> => {
    const { photoId, technicianId } = photo
    const isNew = await insertPhoto(tx, { ...photo, id: photoId })
    if (isNew) tx.emit(happened.photo_received({ photoId, technicianId }))
    return isNew
  },
)

function actor(): Actor & { technicianId: Id } {
  const one = asking.getStore()
  if (!one?.technicianId) throw refuse(403, 'forbidden')
  return one as Actor & { technicianId: Id }
}

/** What the phone says the picture is. */
function pictureOf({ metadata, size }: Upload): Picture {
  const { photoId = '', type = '', sha256 = '' } = metadata ?? {}
  const isFit =
    UUID.test(photoId ?? '') && /^[0-9a-f]{64}$/.test(sha256 ?? '') && size !== undefined
  if (!isFit || !photoId || !sha256 || size === undefined) throw refuse(400, 'invalid_input')
  const isPhoto = photoTypes.some((one) => one === type)
  if (size < 1 || !(isPhoto || fileTypes.some((one) => one === type)))
    throw refuse(415, 'not_an_image')
  if (isPhoto && size > PHOTO_BYTES) throw refuse(413, 'too_large')
  return { photoId, type: type ?? '', sha256, size }
}

const isFilm = (head: Buffer) => head.toString('latin1', 4, 8) === 'ftyp'
const FILM_PARTS = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'])

const MAGIC: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'image/jpeg': (head) => head.readUIntBE(0, 3) === 0xffd8ff,
  'image/png': (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n',
  'image/webp': (head) =>
    head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (head) => head.toString('latin1', 0, 5) === '%PDF-',
  'text/plain': (head) => !head.includes(0),
  'video/mp4': isFilm,
  'video/quicktime': (head) => FILM_PARTS.has(head.toString('latin1', 4, 8)),
  'video/webm': (head) => head.readUInt32BE(0) === 0x1a45dfa3,
}

async function looksLike(file: string, type: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(12)
    const { bytesRead } = await handle.read(head, 0, 12, 0)
    return MAGIC[type]?.(type === 'text/plain' ? head.subarray(0, bytesRead) : head) ?? false
  } finally {
    await handle.close()
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Each technician has uploads of their own: another's has no name they could say. */
const uploadId = ({ organizationId, technicianId }: Actor, photoId: string): string =>
  `${organizationId}_${technicianId}_${photoId}`

async function finish(services: Services, directory: string, upload: Upload): Promise<void> {
  const own = actor()
  const picture = pictureOf(upload)
  const file = path.join(directory, upload.id)
  const isWhole = (await digestOf(file)) === picture.sha256
  if (!isWhole || !(await looksLike(file, picture.type)))
    throw refuse(isWhole ? 415 : 460, isWhole ? 'not_an_image' : 'checksum_mismatch')
  const key = photoKey(own.organizationId, picture.photoId)
  await services.files.put(key, createReadStream(file), picture.size)
  const photo = { ...picture, technicianId: own.technicianId }
  await services.work.act(own, receivePhoto, { photo })
}

function createTus(services: Services, directory: string): Server {
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: KEPT_MS })
  const drop = (id: string) => store.remove(id).catch(() => undefined)
  return new Server({
    path: PATH,
    datastore: store,
    maxSize: FILE_BYTES,
    relativeLocation: true,
    namingFunction: (_request, metadata) => uploadId(actor(), metadata?.photoId ?? ''),
    onIncomingRequest: async (request, id) => {
      const { organizationId, technicianId } = actor()
      const isNew = request.method === 'POST' || request.method === 'OPTIONS'
      if (!isNew && !id.startsWith(`${organizationId}_${technicianId}_`))
        throw refuse(404, 'not_found')
    },
    onUploadCreate: async (_request, upload) => {
      const { photoId } = pictureOf(upload)
      const there = await services.work.read(actor(), 'fieldwork.own', (tx) =>
        findPhoto(tx, photoId),
      )
      if (there) throw refuse(409, 'already_exists')
      return {}
    },
    onUploadFinish: async (_request, upload) => {
      try {
        await finish(services, directory, upload)
        await drop(upload.id)
      } catch (error) {
        // What is no picture, or was broken on the way, is sent again from its first byte or not at all.
        if ('status_code' in (error as object)) await drop(upload.id)
        throw error
      }
      return {}
    },
  })
}

/** Beside the routes of the contract: tus is a protocol of its own and reads the bare request. */
export async function mountUploads(
  app: FastifyInstance,
  { services, authenticate }: Mounting,
): Promise<void> {
  const directory = path.resolve(services.config.dataDir, 'uploads')
  await mkdir(directory, { recursive: true })
  const tus = createTus(services, directory)
  const sweep = setInterval(() => void tus.cleanUpExpiredUploads().catch(() => undefined), SWEEP_MS)
  sweep.unref()
  app.addHook('onClose', async () => clearInterval(sweep))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  for (const url of [PATH, `${PATH}/*`])
    app.route({
      method: ['POST', 'PATCH', 'HEAD', 'OPTIONS'],
      url,
      handler: async (request, reply) => {
        const member = await authenticate(request)
        if (!member) throw fail('not_signed_in')
        if (!services.work.may(member, 'fieldwork.own') || !member.technicianId)
          throw fail('forbidden', { permission: 'fieldwork.own' })
        reply.hijack()
        await asking.run(member, () => tus.handle(request.raw, reply.raw))
      },
    })
}
