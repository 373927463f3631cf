// A PDF that may be archived (PDF/A-3b): embedded fonts, one colour space, room for a seal, a file attached.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '@regie/contract/roles'
import { GAP_DIGITS, RANGE_HOLES } from '@regie/seal'
import PDFDocument from 'pdfkit'

export type Pdf = InstanceType<typeof PDFDocument>
export type Face = 'regular' | 'bold'

const font = (path: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${path}`))
const faces: Readonly<Record<Face, string>> = {
  regular: '400Regular/Inter_400Regular.ttf',
  bold: '600SemiBold/Inter_600SemiBold.ttf',
}
const read = new Map<Face, Buffer>()
const fontFile = (face: Face): Buffer => {
  const known = read.get(face)
  if (known) return known
  const bytes = readFileSync(font(faces[face]))
  read.set(face, bytes)
  return bytes
}

export const MARGIN = 48
export const PAGE = { width: 595.28, height: 841.89 } as const
/** Left free at the foot for page numbers. */
export const FOOT = 40

type Described = {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly at: Date
}

/** An empty document in A4; pages are kept until it ends, so that they can be numbered. */
export function openPdf({ title, author, language, at }: Described): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: title,
      Author: author,
      Creator: 'Régie',
      Producer: 'Régie',
      CreationDate: at,
      ModDate: at,
    },
  } as ConstructorParameters<typeof PDFDocument>[0])
  for (const face of Object.keys(faces) as Face[]) {
    pdf.registerFont(face, fontFile(face))
    layPlainly(pdf.font(face))
  }
  return pdf
}

type Layout = (text: string, features?: unknown) => unknown
/** Inter's contextual forms cost half the time of a document and change no letter of ours. */
const PLAIN = { calt: false, ccmp: false, liga: false, locl: false, rlig: false }

/** Kerning pulls a comma under its 7: a pH of 7,9 must not read as 79. */
const DECIMAL = /\d[.,]\d/
const UNKERNED = { ...PLAIN, kern: false }

function layPlainly(pdf: Pdf): void {
  const { font } = (pdf as unknown as { _font: { font: { layout: Layout } } })._font
  const layout = font.layout.bind(font)
  font.layout = (text, features) =>
    layout(text, features ?? (DECIMAL.test(text) ? UNKERNED : PLAIN))
}

/** Everything the document wrote, once it has ended. */
export function collect(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    pdf.on('end', () => {
      const whole = Buffer.concat(chunks)
      resolve(new Uint8Array(whole.buffer as ArrayBuffer, whole.byteOffset, whole.byteLength))
    })
    pdf.on('error', reject)
  })
}

type Internals = {
  ref(data: Record<string, unknown>): { end(): void }
  _root: { data: { AcroForm: { data: Record<string, unknown> } } }
  page: { dictionary: unknown; annotations: unknown[] }
}

/** An invisible signature field with an empty place, which `sealPdf` fills. Call it on the last page. */
export function leaveRoomForSeal(pdf: Pdf, { name, at }: { name: string; at: Date }): void {
  const inside = pdf as unknown as Internals
  const value = inside.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [...RANGE_HOLES],
    Contents: Buffer.alloc(GAP_DIGITS / 2),
    Name: new String(name),
    M: at,
  })
  value.end()
  const PRINTED_AND_LOCKED = 132
  const field = inside.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Seal'),
    F: PRINTED_AND_LOCKED,
    Rect: [0, 0, 0, 0],
    V: value,
    P: inside.page.dictionary,
  })
  field.end()
  inside.page.annotations.push(field)
  // A form of pdfkit's own would ask readers to draw its fields anew, which an archived file may not.
  pdf.font('regular').initForm()
  const form = inside._root.data.AcroForm.data
  delete form.NeedAppearances
  form.SigFlags = 3
  form.Fields = [field]
}
