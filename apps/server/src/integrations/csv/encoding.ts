// Which bytes are text, and in which encoding. What is no text at all is told by its name.
import type { FileEncoding } from '@regie/contract/integrations'
import { fail } from '../../platform/errors.ts'

const signatures: readonly { starts: string; reason: string }[] = [
  { starts: '25504446', reason: 'PDF' },
  { starts: '89504e47', reason: 'image PNG' },
  { starts: 'ffd8ff', reason: 'image JPEG' },
  { starts: '47494638', reason: 'image GIF' },
  { starts: 'd0cf11e0', reason: 'Excel (.xls)' },
  { starts: '1f8b', reason: 'archive gzip' },
  { starts: '377abcaf', reason: 'archive 7z' },
  { starts: '52617221', reason: 'archive RAR' },
  { starts: '7f454c46', reason: 'programme' },
  { starts: '4d5a90', reason: 'programme' },
]

const ascii = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')

/** A ZIP is most often a spreadsheet somebody forgot to save as CSV: say so. */
function nameOfZip(bytes: Uint8Array): string {
  const start = ascii(bytes, 4_000)
  if (start.includes('xl/') || start.includes('[Content_Types].xml')) return 'Excel (.xlsx)'
  if (start.includes('opendocument.spreadsheet')) return 'LibreOffice (.ods)'
  return 'archive ZIP'
}

function nameOfMarkup(text: string): string | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (/^<(!doctype html|html|table|head|body)\b/i.test(start)) return 'page HTML'
  if (/^<\?xml|^<svg\b/i.test(start)) return 'XML'
  if (/^\{\s*"|^\[\s*[{["]/.test(start)) return 'JSON'
  if (/^\{\\rtf/.test(start)) return 'RTF'
  return undefined
}

const boms: readonly { starts: readonly number[]; encoding: FileEncoding }[] = [
  { starts: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { starts: [0xff, 0xfe], encoding: 'utf-16le' },
  { starts: [0xfe, 0xff], encoding: 'utf-16be' },
]

const begins = (bytes: Uint8Array, starts: readonly number[]): boolean =>
  starts.every((byte, index) => bytes[index] === byte)

/** Text without a mark in UTF-16 has a zero in every second byte. */
function utf16WithoutMark(bytes: Uint8Array): FileEncoding | undefined {
  const sample = bytes.subarray(0, 4_000)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries())
    if (byte === 0) {
      if (index % 2) odd++
      else even++
    }
  if (odd > sample.length * 0.35 && even < sample.length * 0.05) return 'utf-16le'
  if (even > sample.length * 0.35 && odd < sample.length * 0.05) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** One broken letter does not make a UTF-8 file another one: what decodes well decides. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return sound > broken * 5
}

/** French letters stand at other bytes on an old Mac (é = 8E) than on Windows (é = E9). */
function macRatherThanWindows(bytes: Uint8Array): boolean {
  const mac = new Set([0x8e, 0x8f, 0x88, 0x90, 0x8d, 0x9d, 0x89, 0x94, 0x99])
  const windows = new Set([0xe9, 0xe8, 0xe0, 0xea, 0xe7, 0xf9, 0xe2, 0xee, 0xf4])
  let score = 0
  for (const byte of bytes) score += mac.has(byte) ? 1 : windows.has(byte) ? -1 : 0
  return score > 0
}

export function detectEncoding(bytes: Uint8Array): FileEncoding {
  const marked = boms.find(({ starts }) => begins(bytes, starts))
  if (marked) return marked.encoding
  const wide = utf16WithoutMark(bytes)
  if (wide) return wide
  if (isUtf8(bytes) || mostlyUtf8(bytes)) return 'utf-8'
  return macRatherThanWindows(bytes) ? 'macintosh' : 'windows-1252'
}

/** Refuses what is no text, with its name. */
function expectText(bytes: Uint8Array): void {
  if (bytes.length === 0) throw fail('unreadable_file', { reason: 'vide / empty' })
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (hex.startsWith('504b0304')) throw fail('unreadable_file', { reason: nameOfZip(bytes) })
  const known = signatures.find(({ starts }) => hex.startsWith(starts))
  if (known) throw fail('unreadable_file', { reason: known.reason })
}

/** The share of letters that no text holds. */
function controlShare(text: string): number {
  let control = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32)) control++
  }
  return control / text.length
}

/**
 * The file's text, without a byte-order mark and with `\n` as its only end of line.
 * Refuses `unreadable_file` with the reason when it is no text, or no table of text.
 */
export function decodeFile(
  bytes: Uint8Array,
  chosen?: FileEncoding,
): { encoding: FileEncoding; text: string } {
  expectText(bytes)
  const encoding = chosen ?? detectEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
  if (!text.trim()) throw fail('unreadable_file', { reason: 'vide / empty' })
  if (controlShare(text.slice(0, 100_000)) > 0.002)
    throw fail('unreadable_file', { reason: 'binaire / binary' })
  const markup = nameOfMarkup(text)
  if (markup) throw fail('unreadable_file', { reason: markup })
  return { encoding, text }
}
