// What arrives as a plan becomes a picture that can be shown to everybody, or is refused with the reason.
import { PLAN_PIXELS, type PlanType } from '@regie/contract/production-stage-plans'
import sharp from 'sharp'
import { fail } from '../../platform/errors.ts'
import { NoDrawing, TooMuchDrawn } from './read-svg.ts'
import { sanitiseSvg } from './sanitise-svg.ts'

export type PlanPicture = {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}
type Incoming = { readonly name: string; readonly type: PlanType; readonly content: Uint8Array }

/** Long edge in pixels that is kept: a sheet of A3 at 250 dots an inch. */
const EDGE = 4096

export async function preparePlan(one: Incoming): Promise<PlanPicture> {
  return one.type === 'image/svg+xml' ? prepareSvg(one) : await prepareRaster(one)
}

const names: Readonly<Record<PlanType, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/svg+xml': 'SVG',
}

const unreadable = ({ name, type }: Incoming, reason: string) =>
  fail('unreadable_plan', { name, format: names[type], reason })

function prepareSvg(one: Incoming): PlanPicture {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(one.content)
    const { text: clean, ...size } = sanitiseSvg(text)
    return { bytes: Buffer.from(clean), ...size }
  } catch (error) {
    if (error instanceof TooMuchDrawn)
      throw fail('too_large', { size: error.message, limit: error.limit })
    const { message } = error as Error
    const isText = error instanceof NoDrawing || !(error instanceof TypeError)
    throw unreadable(one, isText ? message : 'UTF-8 attendu / expected')
  }
}

const formats: Readonly<Record<Exclude<PlanType, 'image/svg+xml'>, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
}
const megapixels = (pixels: number): string => `${Math.ceil(pixels / 100_000) / 10} Mpx`

/** Upright, without what a camera wrote beside, no larger than paper shows. */
async function prepareRaster(one: Incoming): Promise<PlanPicture> {
  const { type, content } = one
  const expected = formats[type as keyof typeof formats]
  const told = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (told?.format !== expected)
    throw unreadable(one, told?.format ? `${told.format}` : 'inconnu / unknown')
  const pixels = (told.width ?? 0) * (told.height ?? 0)
  if (pixels > PLAN_PIXELS)
    throw fail('too_large', { size: megapixels(pixels), limit: megapixels(PLAN_PIXELS) })
  try {
    const { data, info } = await sharp(content, { failOn: 'error', limitInputPixels: PLAN_PIXELS })
      .rotate()
      .resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true })
      .toFormat(expected as 'png' | 'jpeg' | 'webp', { quality: 88 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    throw unreadable(one, (error as Error).message.split('\n')[0] ?? '')
  }
}
