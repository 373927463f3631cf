// Handing out a picture: to the office, and to technicians whose sites it was taken at.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Id } from '@regie/contract/kernel'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { fail, Refusal } from '../platform/errors.ts'
import { preparePicture } from '../platform/pdf/pictures.ts'
import type { Services } from '../platform/services.ts'
import type { Tx } from '../platform/work.ts'
import { findPhoto, photoPlace, type StoredPhoto } from './store/requests.ts'
import { worksAt } from './store/work.ts'
import { photoKey } from './uploads.ts'

async function visiblePhoto(tx: Tx, photoId: Id): Promise<StoredPhoto> {
  const photo = await findPhoto(tx, photoId)
  const { technicianId } = tx.actor
  const isSeen = async () => {
    if (tx.may('fieldwork.results') || photo?.technician_id === technicianId) return true
    const place = await photoPlace(tx, photoId)
    return place && technicianId ? await worksAt(tx, technicianId, place.site_id) : false
  }
  if (!photo || !(await isSeen())) throw fail('not_found', { what: 'photo' })
  return photo
}

/** A picture never changes under its id. */
export async function sendPhoto(
  services: Services,
  actor: Actor,
  photoId: Id,
  reply: FastifyReply,
): Promise<void> {
  const { type, size } = await services.work.read(actor, null, (tx) => visiblePhoto(tx, photoId))
  const picture = await services.files.get(photoKey(actor.organizationId, photoId))
  await reply
    .headers({
      'content-type': type,
      'content-length': size,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(picture)
}

/** A document or film as it was sent; of kinds that run nothing. */
export async function sendFile(
  services: Services,
  actor: Actor,
  fileId: Id,
  reply: FastifyReply,
): Promise<void> {
  const { type, size, name } = await services.work.read(actor, null, async (tx) => ({
    ...(await visiblePhoto(tx, fileId)),
    name: (await photoPlace(tx, fileId))?.name ?? fileId,
  }))
  const file = await services.files.get(photoKey(actor.organizationId, fileId))
  await reply
    .headers({
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'content-length': size,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(file)
}

/** Long edge of a preview in pixels: a thumb's width on a phone, about ten kilobytes. */
const PREVIEW_EDGE = 320
const previewKey = (organizationId: Id, photoId: Id): string =>
  `${photoKey(organizationId, photoId)}.preview`

/** Where a picture or file lies, and what was made from it. */
export const photoKeys = (organizationId: Id, photoId: Id): string[] => [
  photoKey(organizationId, photoId),
  previewKey(organizationId, photoId),
]

/** Made the first time somebody asks, and kept beside the picture. */
async function previewOf(
  { files }: Services,
  organizationId: Id,
  photoId: Id,
): Promise<Buffer | null> {
  const key = previewKey(organizationId, photoId)
  try {
    return await buffer(await files.get(key))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'not_found')) throw error
  }
  const whole = await buffer(await files.get(photoKey(organizationId, photoId)))
  const preview = await preparePicture(whole, PREVIEW_EDGE)
  if (preview) await files.put(key, Readable.from([preview.bytes]), preview.bytes.length)
  return preview?.bytes ?? null
}

export async function sendPreview(
  services: Services,
  actor: Actor,
  photoId: Id,
  reply: FastifyReply,
): Promise<void> {
  await services.work.read(actor, null, (tx) => visiblePhoto(tx, photoId))
  const preview = await previewOf(services, actor.organizationId, photoId)
  if (!preview) throw fail('not_found', { what: 'photo' })
  await reply
    .headers({
      'content-type': 'image/jpeg',
      'content-length': preview.length,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(preview)
}
