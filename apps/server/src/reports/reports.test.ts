import { createHash } from 'node:crypto'
import { fingerprintOf } from '@regie/contract/canonical'
import type { FormVersion } from '@regie/contract/forms'
import type { ReportContent } from '@regie/contract/report-content'
import { composeReport, type ReportSource } from '@regie/contract/report-draft'
import { verifyReport } from '@regie/seal'
import { describe, expect, test } from 'vitest'
import { installFormPack } from '../catalog/index.ts'
import { newId } from '../platform/clock.ts'
import { aFieldDay, deliver } from '../testing/field-day.ts'
import { aBrowser, signIn } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { samplePhoto } from '../testing/sample-report.ts'

const strokes = [
  Array.from({ length: 12 }, (_, step) => [100 + step * 20, 200 + (step % 3) * 30, step * 15]),
]
const clock = { now: Date.parse('2026-11-23T08:00:00Z') }

const later = () => {
  clock.now += 1000
  return clock.now
}

describe('an intervention report', () => {
  const program = useProgram({ clock: () => clock.now })

  async function aDay() {
    const day = await aFieldDay(program, clock)
    await day.publish()
    const office = await signIn(program, 'planner', { organizationId: day.planner.organizationId })
    const source = async () =>
      (await day.phone.get(`/api/field/work-orders/${day.work.id}/report`)).body as {
        source: ReportSource
        forms: FormVersion[]
      }
    const tell = async (...all: object[]) => {
      const commands = all.map((what) => ({
        id: newId(later()),
        deviceAt: new Date(clock.now).toISOString(),
        assignmentId: day.assignment.id,
        what,
      }))
      return await deliver(day.phone, clock, commands)
    }
    const sign = async (more: object = {}, change = (content: ReportContent) => content) => {
      const { source: from, forms } = await source()
      const content = change(composeReport(from, forms, new Date(clock.now).toISOString()))
      const command = {
        id: newId(later()),
        deviceAt: new Date(clock.now).toISOString(),
        assignmentId: day.assignment.id,
        what: {
          kind: 'sign',
          content,
          contentHash: await fingerprintOf(content),
          acceptance: { kind: 'without_reserves' },
          signer: { kind: 'on_site', name: 'Claire Fictive', role: 'Directrice', strokes },
          consent: from.consent,
          clientRemarks: '',
          device: { userAgent: 'test', app: 'Régie' },
          ...more,
        },
      }
      const send = async () =>
        (
          await day.phone.post('/api/field/signatures', {
            sentAt: command.deviceAt,
            commands: [command],
          })
        ).body.receipts[0]
      return { first: await send(), send, content }
    }
    return { ...day, office, source, tell, sign }
  }

  const done = {
    kind: 'paper',
    texts: { workDone: 'Filtre lavé.' },
    outcome: { kind: 'completed', reason: '', followUp: '' },
  }
  const eventually = async <T>(
    ask: () => Promise<T>,
    isThere: (value: T) => boolean,
  ): Promise<T> => {
    for (let tries = 0; tries < 150; tries++) {
      const value = await ask()
      if (isThere(value)) return value
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('it never came')
  }

  test('goes from the phone to the client, and proves itself', async () => {
    const { tell, sign, office, phone, work } = await aDay()
    await tell(
      { kind: 'step', step: 'started' },
      done,
      { kind: 'part', partId: newId(1), label: 'Joint', quantity: 2, unit: '' },
      { kind: 'step', step: 'finished' },
    )
    const { first, send } = await sign()
    expect(first).toMatchObject({ outcome: 'applied' })
    expect(await send()).toMatchObject({ outcome: 'known' })
    const list = (await office.get('/api/reports?state=sealed')).body
    expect(list).toMatchObject({
      total: 1,
      items: [{ number: 1, outcome: 'completed', acceptance: 'without_reserves' }],
    })
    const [line] = list.items
    const detail = (await office.get(`/api/reports/${line.id}`)).body
    expect(detail).toMatchObject({
      differences: [],
      missingPhotoIds: [],
      content: { parts: [{ label: 'Joint', quantity: 2 }] },
    })
    expect(detail.trail.map(({ what }: { what: string }) => what)).toEqual(['opened', 'signed'])
    const body = { version: detail.version, mailTo: 'client@example.org' }
    expect((await office.post(`/api/reports/${line.id}/validate`, body)).body).toMatchObject({
      state: 'validated',
    })
    expect((await office.get(`/api/work-orders/${work.id}`)).body.status).toBe('validated')
    await eventually(
      async () => program.lettersTo('client@example.org'),
      (letters) => letters.length === 1,
    )
    const response = await fetch(`${program.address}/api/reports/${line.id}/pdf`, {
      headers: { cookie: office.cookie() },
    })
    const pdf = new Uint8Array(await response.arrayBuffer())
    const verdict = await verifyReport(pdf)
    expect(verdict.checks.filter(({ isGood }) => !isGood)).toEqual([])
    expect(verdict.evidence?.trail.map(({ what }) => what)).toEqual([
      'opened',
      'signed',
      'validated',
    ])
    const token = detail.verifyPath.split('/').at(-1)
    const said = await aBrowser(program).get(`/api/verify/${token}`)
    expect(said.body).toMatchObject({
      contentHash: verdict.evidence?.contentHash,
      certificateHash: verdict.sealedBy?.certificateHash,
      latestNumber: 1,
    })
    expect((await phone.get(`/api/reports/${line.id}`)).status).toBe(403)
  }, 60_000)

  test('does not change once signed: what comes later waits, a second signature is refused, an amendment follows', async () => {
    const { tell, sign, office, source, work } = await aDay()
    await tell({ kind: 'step', step: 'started' }, done)
    await sign()
    const [late] = await tell({ kind: 'paper', texts: { workDone: 'Autre chose' } })
    expect(late).toMatchObject({ outcome: 'to_decide', why: 'sealed' })
    expect((await sign()).first).toMatchObject({
      outcome: 'refused',
      problem: { code: 'report_sealed' },
    })
    const [line] = (await office.get(`/api/reports?workOrderId=${work.id}`)).body.items
    const back = await office.post(`/api/reports/${line.id}/send-back`, {
      version: line.version,
      remark: 'Préciser le joint',
    })
    expect(back.body).toMatchObject({ number: 2, state: 'draft', remark: 'Préciser le joint' })
    expect((await source()).source).toMatchObject({
      number: 2,
      remark: 'Préciser le joint',
      amends: { number: 1 },
    })
    const [counted] = await tell({ kind: 'paper', texts: { workDone: 'Joint torique remplacé' } })
    expect(counted).toMatchObject({ outcome: 'applied' })
    expect((await sign()).first).toMatchObject({ outcome: 'applied' })
    const versions = (await office.get(`/api/reports?workOrderId=${work.id}`)).body.items
    expect(
      versions.map(({ number, state }: { number: number; state: string }) => [number, state]),
    ).toEqual([
      [2, 'sealed'],
      [1, 'superseded'],
    ])
    const old = (await office.get(`/api/reports/${line.id}`)).body
    expect(old.content.texts.workDone).toBe('Filtre lavé.')
  }, 60_000)

  test('refuses a signature on another content than the one that was read, telling every fault', async () => {
    const { tell, sign, office } = await aDay()
    await tell(done)
    const { first } = await sign({ contentHash: 'ab'.repeat(32), acceptance: null })
    expect(first).toMatchObject({ outcome: 'refused', problem: { code: 'invalid_input' } })
    expect(first.problem.faults.map(({ path }: { path: string }) => path)).toEqual([
      'what.contentHash',
      'what.acceptance',
    ])
    expect((await office.get('/api/reports')).body.total).toBe(0)
  }, 60_000)

  test('is not validated before its photos have arrived', async () => {
    const { tell, sign, office } = await aDay()
    const bytes = await samplePhoto(1, { width: 64, height: 48 })
    const photo = {
      kind: 'photo',
      photoId: newId(clock.now),
      type: 'image/jpeg',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      width: 64,
      height: 48,
      takenAt: new Date(clock.now).toISOString(),
    }
    await tell(photo, done)
    await sign()
    const [line] = (await office.get('/api/reports')).body.items
    const answer = await office.post(`/api/reports/${line.id}/validate`, { version: line.version })
    expect(answer).toMatchObject({ status: 409, body: { code: 'photos_missing', count: 1 } })
  }, 60_000)

  test('is signed at a distance with a code; looking, wrong codes and old links change nothing', async () => {
    const { tell, office, work } = await aDay()
    const invite = { email: 'loin@example.org', name: 'Paul Lointain' }
    const path = `/api/work-orders/${work.id}/signing-invitations`
    expect((await office.post(path, invite)).body).toMatchObject({ code: 'report_incomplete' })
    await tell(done)
    expect((await office.post(path, invite)).body).toMatchObject({
      state: 'awaiting',
      invitation: { email: 'loin@example.org' },
    })
    const [letter = ''] = await eventually(
      async () => program.lettersTo('loin@example.org'),
      (letters) => letters.length === 1,
    )
    const token = /\/sign\/([\w-]+)/.exec(letter)?.[1] ?? ''
    const guest = aBrowser(program)
    const paper = (await guest.get(`/api/signing/${token}`)).body
    expect(paper).toMatchObject({
      email: 'lo…@example.org',
      content: { texts: { workDone: 'Filtre lavé.' } },
    })
    const body = {
      contentHash: paper.contentHash,
      name: 'Paul Lointain',
      acceptance: { kind: 'with_reserves', reserves: ['Joint à revoir'] },
      strokes,
      consents: true,
      deviceAt: new Date(clock.now).toISOString(),
      device: { userAgent: 'test', app: 'web' },
    }
    const signWith = (code: string) =>
      guest.post(`/api/signing/${token}/signature`, { ...body, code })
    expect((await signWith('000000')).body).toMatchObject({ code: 'code_expired' })
    later()
    await guest.post(`/api/signing/${token}/code`, {})
    expect((await guest.post(`/api/signing/${token}/code`, {})).status).toBe(429)
    const letters = await eventually(
      async () => program.lettersTo('loin@example.org'),
      (all) => all.length === 2,
    )
    const code = /: (\d{6})/.exec(letters.at(-1) ?? '')?.[1] ?? ''
    expect((await signWith(code === '111111' ? '222222' : '111111')).body).toMatchObject({
      code: 'code_wrong',
    })
    expect((await guest.get(`/api/signing/${token}`)).status).toBe(200)
    const signed = await signWith(code)
    expect(signed).toMatchObject({ status: 200, body: { contentHash: paper.contentHash } })
    expect((await signWith(code)).status).toBe(410)
    const [line] = (await office.get('/api/reports')).body.items
    expect(line).toMatchObject({ state: 'sealed', acceptance: 'with_reserves' })
    expect((await guest.get(`/api/signing/${token.slice(0, -2)}xx`)).status).toBe(410)
  }, 60_000)

  test('keeps the version of a form it began with, and charts readings from visit to visit', async () => {
    const { act, planner, source, tell, office } = await aDay()
    const form = await act(planner, installFormPack, { pack: 'generic' })
    await tell({
      kind: 'answers',
      formId: form.id,
      number: 1,
      answers: { announced: 'yes', state: 'broken' },
    })
    const { definition } = form
    const changed = { ...definition, title: { fr: 'Neuf', en: 'New' } }
    expect(
      (await office.patch(`/api/forms/${form.id}`, { version: 1, definition: changed })).body
        .number,
    ).toBe(2)
    await tell({
      kind: 'answers',
      formId: form.id,
      number: 2,
      answers: { diagnosis: 'Moteur grillé' },
    })
    const { source: from, forms } = await source()
    const content = composeReport(from, forms, new Date(clock.now).toISOString())
    expect(content.forms).toMatchObject([{ version: 1, title: 'Intervention' }])
    expect(
      content.forms[0]?.sections.flatMap(({ rows }) => rows.map(({ value }) => value)),
    ).toEqual(['Oui', 'En panne', 'Moteur grillé'])
  }, 60_000)
})
