// The report as a sealed PDF with its evidence inside.
import { canonical } from '@regie/contract/canonical'
import type { Id } from '@regie/contract/kernel'
import type { Evidence } from '@regie/contract/report-content'
import { EVIDENCE_FILE, type Sealer, sealPdf } from '@regie/seal'
import { collect, leaveRoomForSeal, openPdf } from '../../platform/pdf/document.ts'
import { Flow } from '../../platform/pdf/flow.ts'
import { type Picture, preparePicture } from '../../platform/pdf/pictures.ts'
import { drawFiles, drawPhotos, drawSigning, drawTrail } from './annex.ts'
import { drawBody } from './body.ts'
import { drawCover } from './cover.ts'
import type { Brand, Paper } from './paper.ts'
import { sayer } from './say.ts'
import { paperWords } from './words.ts'

type Wanted = {
  readonly evidence: Evidence
  readonly brand: Brand
  /** The bytes of a photo as they were signed, until the next one is asked for; null: it never arrived. */
  readonly photo: (photoId: Id) => Promise<Uint8Array | null>
  readonly sealer: Sealer
}

/** Writes and seals the PDF. One photo is in memory at a time, however many there are. */
export async function writeReport({
  evidence,
  brand,
  photo,
  sealer,
}: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const { content, signature } = evidence
  const words = paperWords(content.language)
  const at = new Date(signature.serverAt)
  const title = `${words.title} ${content.workOrder.reference} · ${words.numbered(content.number)}`
  const pictures = await preparePhotos(
    content.photos.map(({ id }) => id),
    photo,
  )
  const pdf = openPdf({ title, author: content.organization.name, language: content.language, at })
  const whole = collect(pdf)
  const paper: Paper = {
    flow: new Flow(pdf, brand.colour),
    say: sayer(content),
    words,
    evidence,
    brand,
    pictures,
  }
  drawCover(paper)
  drawBody(paper)
  drawPhotos(paper)
  drawFiles(paper)
  drawSigning(paper)
  drawTrail(paper)
  paper.flow.foot((page, pages) => [
    [
      content.organization.name,
      content.workOrder.reference,
      words.numbered(content.number),
      evidence.contentHash.slice(0, 16),
    ].join(' · '),
    words.page(page, pages),
  ])
  pdf.file(Buffer.from(canonical(evidence)), {
    name: EVIDENCE_FILE,
    type: 'application/json',
    relationship: 'Source',
    description: words.proof,
    creationDate: at,
    modifiedDate: at,
  } as Parameters<typeof pdf.file>[1])
  leaveRoomForSeal(pdf, { name: content.organization.name, at })
  pdf.end()
  return await sealPdf(await whole, sealer)
}

async function preparePhotos(
  photoIds: readonly Id[],
  read: Wanted['photo'],
): Promise<Map<Id, Picture | null>> {
  const prepared = new Map<Id, Picture | null>()
  for (const id of photoIds) {
    const bytes = await read(id)
    prepared.set(id, bytes && (await preparePicture(bytes)))
  }
  return prepared
}
