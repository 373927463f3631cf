// A document or film before it is kept: refused if it is none we take, empty or too large.
import { FILE_BYTES, type fileTypes } from '@regie/contract/field-files'
import { digestOf, UnfitPicture } from './prepare.ts'

type FileType = (typeof fileTypes)[number]

type SentFile = {
  readonly name: string
  readonly type: FileType
  readonly size: number
  readonly sha256: string
}

const ENDINGS: Readonly<Record<string, FileType>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

const looks: Readonly<Record<FileType, (head: Uint8Array) => boolean>> = {
  'application/pdf': (head) => latin(head.subarray(0, 5)) === '%PDF-',
  'text/plain': (head) => !head.includes(0),
  'video/mp4': (head) => latin(head.subarray(4, 8)) === 'ftyp',
  'video/quicktime': (head) => /^(ftyp|moov|mdat|wide|free|skip)$/.test(latin(head.subarray(4, 8))),
  'video/webm': (head) => latin(head.subarray(0, 4)) === '\u001aE\u00df\u00a3',
}

/** What the name and the browser say it is; null: a picture, or something else. */
export function fileTypeOf({ name, type }: File): FileType | null {
  if (Object.hasOwn(looks, type)) return type as FileType
  if (type !== '') return null
  return ENDINGS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null
}

/** Refuses with `UnfitPicture` before anything was kept. */
export async function readSentFile(file: File, type: FileType): Promise<SentFile> {
  if (file.size === 0) throw new UnfitPicture('empty')
  if (file.size > FILE_BYTES) throw new UnfitPicture('file_too_large')
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  if (!looks[type](head)) throw new UnfitPicture('unreadable')
  const name = file.name.trim().slice(0, 200) || type
  return { name, type, size: file.size, sha256: await digestOf(file) }
}
