// Handing out a picture: to the office, and to technicians whose sites it was taken at.
import type { Id } from '@regie/contract/kernel'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { fail } from '../platform/errors.ts'
import type { Services } from '../platform/services.ts'
import type { Tx } from '../platform/work.ts'
import { findPhoto, photoPlace, type StoredPhoto } from './store/requests.ts'
import { worksAt } from './store/work.ts'
import { photoKey } from './uploads.ts'

async function visiblePhoto(tx: Tx, photoId: Id): Promise<StoredPhoto> {
  const photo = await findPhoto(tx, photoId)
  const { technicianId } = tx.actor
  const isSeen = async () => {
    if (tx.may('fieldwork.read') || photo?.technician_id === technicianId) return true
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
  const { type, size } = await services.work.read(actor, 'fieldwork.own', (tx) =>
    visiblePhoto(tx, photoId),
  )
  const picture = await services.files.get(photoKey(actor.organizationId, photoId))
  await reply
    .headers({
      'content-type': type,
      'content-length': size,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(picture)
}
