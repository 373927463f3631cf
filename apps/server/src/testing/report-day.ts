// For tests: Ana's visit of a field day with its office, and what she tells and has signed on it.
import { createHash } from 'node:crypto'
import { fingerprintOf } from '@regie/contract/canonical'
import type { FormVersion } from '@regie/contract/forms'
import type { ReportContent } from '@regie/contract/report-content'
import { composeReport, type ReportSource } from '@regie/contract/report-draft'
import { newId } from '../platform/clock.ts'
import { aFieldDay, deliver } from './field-day.ts'
import { type Client, signIn } from './people.ts'
import type { TestProgram } from './program.ts'

export const strokes = [
  Array.from({ length: 12 }, (_, step) => [100 + step * 20, 200 + (step % 3) * 30, step * 15]),
]

/** All a report needs before somebody may sign it. */
export const done = {
  kind: 'paper',
  texts: { workDone: 'Filtre lavé.' },
  outcome: { kind: 'completed', reason: '', followUp: '' },
}

type Sent = { photoId: string; sha256: string; bytes: Uint8Array<ArrayBuffer> }

/** By tus, in one piece. */
async function upload(program: TestProgram, phone: Client, { photoId, sha256, bytes }: Sent) {
  const send = (path: string, method: string, headers: object, body?: Sent['bytes']) =>
    fetch(new URL(path, program.address), {
      method,
      headers: { cookie: phone.cookie(), 'tus-resumable': '1.0.0', ...headers },
      ...(body ? { body } : {}),
    })
  const known = Object.entries({ photoId, type: 'image/jpeg', sha256 })
  const created = await send('/api/field/uploads', 'POST', {
    'upload-length': String(bytes.length),
    'upload-metadata': known
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  })
  const headers = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  await send(created.headers.get('location') ?? '', 'PATCH', headers, bytes)
}

export async function aReportDay(program: TestProgram, clock: { now: number }) {
  const later = () => {
    clock.now += 1000
    return clock.now
  }
  const day = await aFieldDay(program, clock)
  await day.publish()
  const office = await signIn(program, 'owner', { organizationId: day.planner.organizationId })
  const source = async () =>
    (await day.phone.get(`/api/field/work-orders/${day.work.id}/report`)).body as {
      source: ReportSource
      forms: FormVersion[]
    }
  const asCommand = (what: object) => ({
    id: newId(later()),
    deviceAt: new Date(clock.now).toISOString(),
    assignmentId: day.assignment.id,
    what,
  })
  const tell = async (...all: object[]) => await deliver(day.phone, clock, all.map(asCommand))
  /** A photo that is told and has arrived. */
  const photograph = async (bytes: Uint8Array<ArrayBuffer>) => {
    const photoId = newId(later())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const takenAt = new Date(clock.now).toISOString()
    const about = { type: 'image/jpeg', size: bytes.length, sha256, width: 64, height: 48, takenAt }
    await tell({ kind: 'photo', photoId, ...about })
    await upload(program, day.phone, { photoId, sha256, bytes })
    return photoId
  }
  /** By the door of signatures; the command that was sent can be sent again. */
  const bring = async (what: object) => {
    const command = asCommand(what)
    const send = async () => {
      const body = { sentAt: command.deviceAt, commands: [command] }
      return (await day.phone.post('/api/field/signatures', body)).body.receipts[0]
    }
    return { first: await send(), send }
  }
  const sign = async (more: object = {}, change = (content: ReportContent) => content) => {
    const { source: from, forms } = await source()
    const content = change(composeReport(from, forms, new Date(clock.now).toISOString()))
    const sent = await bring({
      kind: 'sign',
      content,
      contentHash: await fingerprintOf(content),
      acceptance: { kind: 'without_reserves' },
      signer: { kind: 'on_site', name: 'Claire Fictive', role: 'Directrice', strokes },
      consent: from.consent,
      clientRemarks: '',
      device: { userAgent: 'test', app: 'Régie' },
      ...more,
    })
    return { ...sent, content }
  }
  return { ...day, office, source, tell, photograph, bring, sign, later }
}
