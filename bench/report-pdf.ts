// `npm run bench:report-pdf [FILE]`: a report of 12 pages with 20 photos of about 3 MB, written and sealed in a process of
// its own, so that its memory is that of the report alone. Goals: under 2 s, under 300 MB. Keeps the PDF when given a file.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Evidence } from '@regie/contract/report-content'
import { importKey, makeCertificate, verifyReport } from '@regie/seal'
import { writeReport } from '../apps/server/src/reports/pdf/write-report.ts'
import { sampleEvidence, sampleId, samplePhoto } from '../apps/server/src/testing/sample-report.ts'

const PHOTOS = 20

async function prepare(folder: string): Promise<void> {
  const photos: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < PHOTOS; index++) {
    const upright = index % 3 === 1
    const size = upright
      ? { width: 1950, height: 2600, orientation: 6 }
      : { width: 2600, height: 1950 }
    const photo = await samplePhoto(index + 1, size)
    photos.push(photo)
    writeFileSync(join(folder, `${sampleId(index + 100)}.jpg`), photo)
  }
  writeFileSync(join(folder, 'evidence.json'), JSON.stringify(await sampleEvidence(photos)))
  const { certificate, key } = await makeCertificate('Maintenance Exemple', new Date('2026-01-01'))
  writeFileSync(join(folder, 'certificate.der'), certificate)
  writeFileSync(join(folder, 'key.der'), key)
  const weight = photos.reduce((sum, { length }) => sum + length, 0) / PHOTOS / 1e6
  console.log(`${PHOTOS} photos of ${weight.toFixed(1)} MB on average`)
}

async function measure(folder: string): Promise<void> {
  const evidence = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as Evidence
  const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  const sealer = { certificate: bytes('certificate.der'), key: await importKey(bytes('key.der')) }
  const before = process.cpuUsage()
  const started = performance.now()
  const pdf = await writeReport({
    evidence,
    brand: { colour: '#1d4f91', logo: null },
    photo: async (id) => readFileSync(join(folder, `${id}.jpg`)),
    sealer,
  })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  const megabytes = process.resourceUsage().maxRSS / 1024
  writeFileSync(join(folder, 'report.pdf'), pdf)
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  const { isGood } = await verifyReport(pdf)
  console.log(
    `${pages} pages, ${(pdf.length / 1e6).toFixed(1)} MB: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of CPU), ${megabytes.toFixed(0)} MB at most; ` +
      `verified: ${isGood}; goals ${seconds < 2 && megabytes < 300 ? 'met' : 'MISSED'}`,
  )
}

const [, , first, second] = process.argv
if (first === '--measure' && second) await measure(second)
else {
  const folder = mkdtempSync(join(tmpdir(), 'regie-report-'))
  try {
    await prepare(folder)
    for (let run = 0; run < 3; run++)
      spawnSync(process.execPath, [import.meta.filename, '--measure', folder], { stdio: 'inherit' })
    if (first) writeFileSync(first, readFileSync(join(folder, 'report.pdf')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
