// The seal of a PDF: a gap in the file for the signature, everything around it signed. Works on bytes alone.
import { type ReadSeal, readSeal, type Sealer, signDigest } from './cms.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Hexadecimal digits kept free for the signature. */
export const GAP_DIGITS = 16_384
/** Stands where the four numbers of the signed ranges will be; each is ten digits wide. */
export const RANGE_HOLES = [0, 9_999_999_999, 9_999_999_999, 9_999_999_999] as const

const text = new TextEncoder()
const toText = (bytes: Uint8Array): string => {
  let all = ''
  for (let at = 0; at < bytes.length; at += 8192)
    all += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return all
}

/** Where these bytes stand, searched from the end. */
export function lastIndexOf(bytes: Uint8Array, wanted: string, before = bytes.length): number {
  const goal = text.encode(wanted)
  for (let at = Math.min(before, bytes.length) - goal.length; at >= 0; at--) {
    let same = 0
    while (same < goal.length && bytes[at + same] === goal[same]) same++
    if (same === goal.length) return at
  }
  return -1
}

const HOLES = `[${RANGE_HOLES.join(' ')}]`
const WIDTH = HOLES.length

async function digestAround(bytes: Bytes, from: number, until: number): Promise<Bytes> {
  const signed = new Uint8Array(bytes.length - (until - from))
  signed.set(bytes.subarray(0, from))
  signed.set(bytes.subarray(until), from)
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', signed))
}

/** Fills the gap that the PDF was written with. The bytes given are changed and returned. */
export async function sealPdf(bytes: Bytes, sealer: Sealer): Promise<Bytes> {
  const range = lastIndexOf(bytes, HOLES)
  const gap = lastIndexOf(bytes, `<${'0'.repeat(GAP_DIGITS)}>`)
  if (range < 0 || gap < 0) throw new Error('this PDF was written without a place for a seal')
  const until = gap + GAP_DIGITS + 2
  const numbers = `[0 ${gap} ${until} ${bytes.length - until}]`
  bytes.set(text.encode(numbers.padEnd(WIDTH)), range)
  const cms = await signDigest(await digestAround(bytes, gap, until), sealer)
  if (cms.length * 2 > GAP_DIGITS) throw new Error('the signature is longer than its place')
  const digits = [...cms].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  bytes.set(text.encode(digits), gap + 1)
  return bytes
}

export type PdfSeal = { readonly isWhole: boolean; readonly seal: ReadSeal | null }

const RANGE = /^\[0 (\d+) (\d+) (\d+)\] *$/

/** The seal of a PDF, and whether it covers every byte of the file but itself. */
export async function readPdfSeal(bytes: Bytes): Promise<PdfSeal> {
  const none = { isWhole: false, seal: null }
  const at = lastIndexOf(bytes, '/ByteRange [')
  if (at < 0) return none
  const written = toText(bytes.subarray(at + 11, at + 11 + WIDTH))
  const match = RANGE.exec(written)
  if (!match) return none
  const [from, until, rest] = match.slice(1).map(Number) as [number, number, number]
  const isWhole = until + rest === bytes.length && from < until && until <= bytes.length
  const gap = isWhole ? toText(bytes.subarray(from, until)) : ''
  const digits = /^<((?:[0-9a-f]{2})+?)((?:00)*)>$/.exec(gap)
  if (!digits || gap.length !== GAP_DIGITS + 2) return none
  const filled = digits[0].slice(1, -1)
  const cms = wholeDer(
    Uint8Array.from(filled.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  )
  if (!cms) return none
  return { isWhole, seal: await readSeal(cms, await digestAround(bytes, from, until)) }
}

/** The DER value at the beginning; what follows it must be zeros. */
function wholeDer(bytes: Bytes): Bytes | null {
  const first = bytes[1] ?? 0
  const count = first & 0x7f
  if (bytes[0] !== 0x30 || first < 0x80 || count > 4) return null
  let length = 0
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[2 + index] ?? 0)
  const end = 2 + count + length
  if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) return null
  return bytes.slice(0, end)
}

/** The file attached under this name, unpacked; null: there is none. */
export async function attachedFile(bytes: Bytes, name: string): Promise<Bytes | null> {
  const spec = lastIndexOf(bytes, `/F (${name})`)
  if (spec < 0) return null
  const around = toText(bytes.subarray(Math.max(0, spec - 400), spec + 600))
  const object = /\/EF <<\s*\/F (\d+) 0 R/.exec(around)?.[1]
  const start = object ? lastIndexOf(bytes, `\n${object} 0 obj\n`) : -1
  if (start < 0) return null
  const head = toText(bytes.subarray(start, start + 800))
  const from = head.indexOf('stream\n')
  const length = /\/Length (\d+)/.exec(head)?.[1]
  if (from < 0 || !length) return null
  const packed = bytes.slice(start + from + 7, start + from + 7 + Number(length))
  if (!head.slice(0, from).includes('/FlateDecode')) return packed
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
