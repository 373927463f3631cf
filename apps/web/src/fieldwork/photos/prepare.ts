// A picture before it is kept: refused if it is none, made upright and smaller, with when and where it was taken.
import type { Instant, Position } from '@regie/contract/kernel'
import { readTaken } from './exif.ts'

/** What cannot be kept, told before anything is. */
export type PictureFault =
  | 'empty'
  | 'too_large'
  | 'not_an_image'
  | 'heic'
  | 'file_too_large'
  | 'unreadable'

export class UnfitPicture extends Error {
  readonly fault: PictureFault
  constructor(fault: PictureFault) {
    super(fault)
    this.fault = fault
  }
}

export type Picture = {
  readonly blob: Blob
  readonly type: 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly takenAt: Instant
  readonly position: Position | null
}

/** Cameras make 5 to 15 MB; more is a film or a mistake, and decoding it may kill the app. */
export const LARGEST_BYTES = 50 * 1024 * 1024
const LONGEST_SIDE = 2048
const QUALITY = 0.82
const HEAD_BYTES = 256 * 1024

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

/** What the bytes say it is, whatever its name claims. */
export function kindOf(head: Uint8Array): 'image' | 'heic' | 'other' {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image'
  if (ascii(head, 1, 4) === 'PNG') return 'image'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image'
  if (ascii(head, 4, 8) !== 'ftyp') return 'other'
  const brand = ascii(head, 8, 12)
  if (brand.startsWith('avif')) return 'image'
  return /^(hei|hev|mif1|msf1)/.test(brand) ? 'heic' : 'other'
}

const fitted = (width: number, height: number): { width: number; height: number } => {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** The browser turns it by its EXIF; a HEIC that it cannot read (all but iPhones) is refused with the way out. */
async function decode(file: Blob, kind: 'image' | 'heic'): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new UnfitPicture(kind === 'heic' ? 'heic' : 'not_an_image')
  }
}

async function redraw(bitmap: ImageBitmap): Promise<{ blob: Blob; width: number; height: number }> {
  const { width, height } = fitted(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  )
  // Frees the memory at once: iPhones count every canvas.
  Object.assign(canvas, { width: 0, height: 0 })
  if (!blob) throw new UnfitPicture('not_an_image')
  return { blob, width, height }
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const digestOf = async (content: Blob): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()))

/** Refuses with `UnfitPicture` before anything was kept. */
export async function preparePicture(file: File): Promise<Picture> {
  if (file.size === 0) throw new UnfitPicture('empty')
  if (file.size > LARGEST_BYTES) throw new UnfitPicture('too_large')
  const head = await file.slice(0, HEAD_BYTES).arrayBuffer()
  const kind = kindOf(new Uint8Array(head))
  if (kind === 'other') throw new UnfitPicture('not_an_image')
  const taken = readTaken(head)
  const { blob, width, height } = await redraw(await decode(file, kind))
  const sha256 = await digestOf(blob)
  return {
    ...{ blob, width, height, sha256 },
    type: 'image/jpeg',
    takenAt: taken.takenAt ?? new Date(file.lastModified || Date.now()).toISOString(),
    position: taken.position,
  }
}
