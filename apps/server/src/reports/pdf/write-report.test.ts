import type { ReportContent } from '@regie/contract/report-content'
import { importKey, makeCertificate, type Sealer, verifyReport } from '@regie/seal'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleEvidence, sampleId, samplePhoto } from '../../testing/sample-report.ts'
import { writeReport } from './write-report.ts'

type Bytes = Uint8Array<ArrayBuffer>

describe('a sealed report', () => {
  let sealer: Sealer
  let photo: Bytes
  let pdf: Bytes
  const write = async (photos: Bytes[], change?: (content: ReportContent) => ReportContent) =>
    await writeReport({
      evidence: await sampleEvidence(photos, change),
      brand: { colour: '#1d4f91', logo: null },
      photo: async (id) => photos[Number(id.slice(-3)) - 100] ?? null,
      sealer,
    })

  beforeAll(async () => {
    const { certificate, key } = await makeCertificate(
      'Maintenance Exemple',
      new Date('2026-01-01'),
    )
    sealer = { certificate, key: await importKey(key) }
    photo = await samplePhoto(1, { width: 320, height: 240 })
    pdf = await write([photo])
  })

  test('passes untouched, with its photo and by its certificate', async () => {
    const { isGood, checks, sealedBy, evidence } = await verifyReport(pdf, {
      photos: [{ name: 'a.jpg', bytes: photo }],
    })
    expect(checks.filter((check) => !check.isGood)).toEqual([])
    expect(isGood).toBe(true)
    expect(evidence?.content.photos[0]?.id).toBe(sampleId(100))
    const certificateHashes = ['ab'.repeat(32), sealedBy?.certificateHash ?? '']
    expect((await verifyReport(pdf, { certificateHashes })).isGood).toBe(true)
    expect((await verifyReport(pdf, { certificateHashes: ['ab'.repeat(32)] })).isGood).toBe(false)
  })

  test('fails with any single byte flipped, wherever it lies', async () => {
    const gap = Buffer.from(pdf).lastIndexOf('/Contents <')
    const random = Array.from({ length: 120 }, (_, step) =>
      Math.floor((pdf.length * (step + 0.5)) / 120),
    )
    // Every byte of the seal itself is nobody else's: each one counts, also the padding and the case of its digits.
    const inSeal = Array.from({ length: 180 }, (_, step) => gap - 60 + step * 19)
    for (const [step, at] of [...random, ...inSeal, 0, pdf.length - 1].entries()) {
      const bit = step % 2 === 0 ? 0x01 : 0x20
      const changed = pdf.slice()
      changed[at] = (changed[at] ?? 0) ^ bit
      const { isGood } = await verifyReport(changed)
      expect(isGood, `byte ${at} of ${pdf.length}, bit ${bit}`).toBe(false)
    }
  })

  test('fails with a byte more or less, or with another photo', async () => {
    expect((await verifyReport(pdf.slice(0, -1))).isGood).toBe(false)
    expect((await verifyReport(new Uint8Array([...pdf, 10]))).isGood).toBe(false)
    const changed = photo.slice()
    changed[500] = (changed[500] ?? 0) ^ 1
    expect((await verifyReport(pdf, { photos: [{ name: 'a.jpg', bytes: changed }] })).isGood).toBe(
      false,
    )
  })

  test('says what is no report', async () => {
    const { isGood, checks } = await verifyReport(new TextEncoder().encode('%PDF-1.7 nothing'))
    expect(isGood).toBe(false)
    expect(checks.map(({ what, isGood: good }) => [what, good])).toEqual([
      ['whole_file', false],
      ['seal', false],
      ['evidence', false],
    ])
  })

  test('is archivable: fonts inside, PDF/A-3b, a signature as PAdES names it', () => {
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached')
    expect(text).not.toContain('/BaseFont /Helvetica')
    expect(text).not.toContain('NeedAppearances')
  })

  test('a photo that never arrived or cannot be read leaves a mark, not a hole', async () => {
    const broken = new Uint8Array(20)
    expect((await verifyReport(await write([broken]))).isGood).toBe(true)
  })

  test('signs no font has, and texts without an end, are written somehow', async () => {
    const odd = await write([], (content) => ({
      ...content,
      language: 'en',
      texts: { ...content.texts, workDone: `${'x'.repeat(9000)} 你好 🙂 Łukasz Ωμέγα\u0007` },
      photos: [],
    }))
    expect((await verifyReport(odd)).isGood).toBe(true)
  })
})
