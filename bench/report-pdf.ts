// `npm run bench:report-pdf [FILE]`: a report of 12 pages with 20 photos of about 3 MB, written and sealed in a process of
// its own, so that its memory is that of the report alone. Goals: under 2 s, under 300 MB. Keeps the PDF when given a file.
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Evidence, ReportContent } from '@regie/contract/report-content'
import { importKey, makeCertificate, verifyReport } from '@regie/seal'
import { oneByOne } from '../apps/server/src/platform/pdf/pictures.ts'
import { writeReport } from '../apps/server/src/reports/pdf/write-report.ts'
import { sampleEvidence, sampleId, samplePhoto } from '../apps/server/src/testing/sample-report.ts'
import { keepResults, median } from './results.ts'

const PHOTOS = 20
const RUNS = 5

/** So much was written that there are twelve pages. */
const lengthen = (content: ReportContent): ReportContent => ({
  ...content,
  texts: {
    ...content.texts,
    remarks: [content.texts.remarks, content.texts.workDone, content.texts.workDone].join('\n\n'),
  },
})

/** Photos, evidence and seal in a folder; megabytes of a photo on average. */
async function prepare(folder: string): Promise<number> {
  const photos: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < PHOTOS; index++) {
    const upright = index % 3 === 1
    const size = upright
      ? { width: 2120, height: 2828, orientation: 6 }
      : { width: 2828, height: 2120 }
    const photo = await samplePhoto(index + 1, size)
    photos.push(photo)
    writeFileSync(join(folder, `${sampleId(index + 100)}.jpg`), photo)
  }
  writeFileSync(
    join(folder, 'evidence.json'),
    JSON.stringify(await sampleEvidence(photos, lengthen)),
  )
  const { certificate, key } = await makeCertificate('Maintenance Exemple', new Date('2026-01-01'))
  writeFileSync(join(folder, 'certificate.der'), certificate)
  writeFileSync(join(folder, 'key.der'), key)
  return photos.reduce((sum, { length }) => sum + length, 0) / PHOTOS / 1e6
}

type Measured = {
  readonly pages: number
  readonly pdfMegabytes: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly mostMegabytes: number
  readonly verified: boolean
}

async function measure(folder: string): Promise<Measured> {
  const evidence = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as Evidence
  const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  const sealer = { certificate: bytes('certificate.der'), key: await importKey(bytes('key.der')) }
  const read = oneByOne()
  const before = process.cpuUsage()
  const started = performance.now()
  const pdf = await writeReport({
    evidence,
    brand: { colour: '#1d4f91', logo: null },
    photo: (id) => read(createReadStream(join(folder, `${id}.jpg`))),
    sealer,
  })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  const mostMegabytes = Math.round(mostMemory() / 1024)
  writeFileSync(join(folder, 'report.pdf'), pdf)
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g) ?? []
  return {
    pages: pages.length,
    pdfMegabytes: round(pdf.length / 1e6),
    seconds: round(seconds),
    cpuSeconds: round((user + system) / 1e6),
    mostMegabytes,
    verified: (await verifyReport(pdf)).isGood,
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Kilobytes this process held at most. What Linux tells of resources carries over what the parent held as it began us. */
function mostMemory(): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

const [, , first, second] = process.argv
if (first === '--measure' && second) console.log(JSON.stringify(await measure(second)))
else {
  const folder = mkdtempSync(join(tmpdir(), 'regie-report-'))
  try {
    const photoMegabytes = round(await prepare(folder))
    const runs = Array.from({ length: RUNS }, (): Measured => {
      const args = [import.meta.filename, '--measure', folder]
      const { stdout } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return JSON.parse(stdout)
    })
    const all = (key: 'seconds' | 'cpuSeconds' | 'mostMegabytes') => runs.map((run) => run[key])
    keepResults('report-pdf', {
      ...{ photos: PHOTOS, photoMegabytes, pages: runs[0]?.pages },
      pdfMegabytes: runs[0]?.pdfMegabytes,
      ...{ seconds: all('seconds'), medianSeconds: median(all('seconds')) },
      ...{ cpuSeconds: all('cpuSeconds'), mostMegabytes: all('mostMegabytes') },
      verified: runs.every(({ verified }) => verified),
      loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
      aim: { medianSeconds: 2, mostMegabytes: 300 },
    })
    if (first) writeFileSync(first, readFileSync(join(folder, 'report.pdf')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
