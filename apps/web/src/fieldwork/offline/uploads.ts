// Pictures on their way: in chunks by tus, going on where they stopped, deleted here once they have arrived.
import type { DetailedError, Upload as TusUpload, UploadOptions } from 'tus-js-client'
import type { PhoneDatabase, QueuedPhoto } from './database.ts'
import { UPLOADS } from './endpoints.ts'

/** Small enough that a bad link finishes one now and then. */
const CHUNK_BYTES = 512 * 1024
const CHECKSUM_MISMATCH = 460
/** What trying again cannot change: no picture, too large, not this person's. */
const HOPELESS: Readonly<Record<number, string>> = {
  400: 'invalid',
  403: 'forbidden',
  413: 'too_large',
  415: 'not_an_image',
}

export type SendPhoto = (photo: QueuedPhoto, blob: Blob, news: UploadNews) => Promise<UploadEnd>
export type UploadNews = {
  readonly onUrl: (url: string) => void
  readonly onSent: (bytes: number) => void
}
/** `later`: the link broke; `signed-out`: nobody is known any more. */
export type UploadEnd =
  | { readonly kind: 'arrived' | 'later' | 'signed-out' | 'again' }
  | { readonly kind: 'refused'; readonly why: string }

/** Sends over the network; tus is fetched with the first picture. */
export const sendByTus: SendPhoto = async (photo, blob, news) => {
  const { Upload } = await import('tus-js-client').catch(() => ({ Upload: null }))
  if (!Upload) return { kind: 'later' }
  return await new Promise((resolve) => {
    const options: UploadOptions = {
      endpoint: UPLOADS,
      uploadUrl: photo.uploadUrl,
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { photoId: photo.id, type: photo.type, sha256: photo.sha256 },
      onUploadUrlAvailable: () => news.onUrl(upload.url ?? ''),
      onChunkComplete: (_size, accepted) => news.onSent(accepted),
      onSuccess: () => resolve({ kind: 'arrived' }),
      onError: (error) => resolve(endOf(error)),
    }
    const upload: TusUpload = new Upload(blob, options)
    upload.start()
  })
}

function endOf(error: Error | DetailedError): UploadEnd {
  const status = ('originalResponse' in error && error.originalResponse?.getStatus()) || 0
  // It had arrived, and the answer was lost on the way.
  if (status === 409) return { kind: 'arrived' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === CHECKSUM_MISMATCH) return { kind: 'again' }
  const why = HOPELESS[status]
  return why ? { kind: 'refused', why } : { kind: 'later' }
}

/**
 * Sends what waits, one after the other; the smallest first would let a large one starve, so by age. Stops at the
 * first break of the link. Resolves with how it ended.
 */
export async function sendPhotos(
  db: PhoneDatabase,
  send: SendPhoto,
): Promise<'done' | 'later' | 'signed-out'> {
  const waiting = (await db.photos.orderBy('id').toArray()).filter(
    ({ state }) => state === 'waiting',
  )
  for (const photo of waiting) {
    const end = await sendOne(db, send, photo)
    if (end.kind === 'later' || end.kind === 'signed-out') return end.kind
  }
  return 'done'
}

async function sendOne(
  db: PhoneDatabase,
  send: SendPhoto,
  photo: QueuedPhoto,
  isAgain = false,
): Promise<UploadEnd> {
  const kept = await db.blobs.get(photo.id)
  if (!kept) {
    await db.photos.update(photo.id, { state: 'refused', problem: 'lost' })
    return { kind: 'refused', why: 'lost' }
  }
  const end = await send(photo, kept.blob, {
    onUrl: (uploadUrl) => void db.photos.update(photo.id, { uploadUrl }),
    onSent: (sent) => void db.photos.update(photo.id, { sent }),
  })
  if (end.kind === 'arrived') await forget(db, photo.id)
  if (end.kind === 'refused')
    await db.photos.update(photo.id, { state: 'refused', problem: end.why })
  if (end.kind !== 'again') return end
  await db.photos.update(photo.id, { uploadUrl: null, sent: 0 })
  if (!isAgain) return await sendOne(db, send, { ...photo, uploadUrl: null, sent: 0 }, true)
  await db.photos.update(photo.id, { state: 'refused', problem: 'checksum' })
  return { kind: 'refused', why: 'checksum' }
}

/** The bytes go only after the acknowledgement. */
const forget = (db: PhoneDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.photos, db.blobs, async () => {
    await db.photos.delete(id)
    await db.blobs.delete(id)
  })
