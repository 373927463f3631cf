// Documents and films: what is taken, and what is refused before anything is kept.
import { FILE_BYTES } from '@regie/contract/field-files'
import { expect, test } from 'vitest'
import { kindOf, UnfitPicture } from './prepare.ts'
import { fileTypeOf, readSentFile } from './take-file.ts'

const file = (name: string, type: string, content: BlobPart = '%PDF-1.7 texte') =>
  new File([content], name, { type })

test.each([
  ['a.pdf', 'application/pdf', 'application/pdf'],
  ['b.MOV', '', 'video/quicktime'],
  ['c.jpg', 'image/jpeg', null],
  ['d.exe', 'application/x-msdownload', null],
  ['e', '', null],
] as const)('%s (%s) is taken as %s', (name, type, taken) => {
  expect(fileTypeOf(file(name, type))).toBe(taken)
})

const faultOf = (given: File, type: 'application/pdf' | 'video/mp4') =>
  readSentFile(given, type).then(
    () => null,
    (error: unknown) => (error as UnfitPicture).fault,
  )

test('what is empty, too large, or not what it says is refused before it is read whole', async () => {
  const large = Object.defineProperty(file('film.mp4', 'video/mp4'), 'size', {
    value: FILE_BYTES + 1,
  })
  expect(await faultOf(file('vide.pdf', 'application/pdf', ''), 'application/pdf')).toBe('empty')
  expect(await faultOf(large, 'video/mp4')).toBe('file_too_large')
  expect(await faultOf(file('faux.mp4', 'video/mp4'), 'video/mp4')).toBe('unreadable')
  expect(await readSentFile(file('é.pdf', 'application/pdf'), 'application/pdf')).toMatchObject({
    ...{ name: 'é.pdf', type: 'application/pdf', size: 14 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a picture is known by its bytes, whatever its name says', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  expect(kindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image')
  expect(kindOf(bytes('\0\0\0\x18ftypheic'))).toBe('heic')
  expect(kindOf(bytes('ceci n’est pas une image'))).toBe('other')
  expect(new UnfitPicture('heic').fault).toBe('heic')
})
