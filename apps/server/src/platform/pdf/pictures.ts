// Pictures as a page needs them: upright, small enough, in one colour space, without what the camera wrote beside.
import sharp from 'sharp'

// Pictures come once each, a few at a time: libvips keeps nothing and takes one thread for each.
sharp.cache(false)
sharp.concurrency(1)

export type Picture = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Long edge in pixels: more than 250 dots an inch at the size photos are printed. */
const EDGE = 850

/** Null: it is no picture that can be read. */
export async function preparePicture(bytes: Uint8Array, edge = EDGE): Promise<Picture | null> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error' })
      .rotate()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 76 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}

/**
 * Reads one stream after the other into the same memory: what was read before is overwritten. Photos weigh megabytes,
 * and a buffer for each would wait for the collector together with all others.
 */
export function oneByOne(): (stream: AsyncIterable<Uint8Array>) => Promise<Uint8Array> {
  let room = new Uint8Array(4 * 2 ** 20)
  return async (stream) => {
    let length = 0
    for await (const chunk of stream) {
      const needed = length + chunk.length
      if (needed > room.length) {
        const larger = new Uint8Array(needed * 2)
        larger.set(room.subarray(0, length))
        room = larger
      }
      room.set(chunk, length)
      length = needed
    }
    return room.subarray(0, length)
  }
}
