// Pictures as a page needs them: upright, small enough, in one colour space, without what the camera wrote beside.
import sharp from 'sharp'

// Pictures come once each, a few at a time: libvips keeps nothing and takes one thread for each.
sharp.cache(false)
sharp.concurrency(1)

export type Picture = { readonly bytes: Buffer; readonly width: number; readonly height: number }

/** Long edge in pixels: more than 250 dots an inch at the size photos are printed. */
const EDGE = 1000

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
