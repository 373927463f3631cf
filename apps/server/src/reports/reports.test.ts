import { createHash } from 'node:crypto'
import { composeReport } from '@regie/contract/report-draft'
import { verifyReport } from '@regie/seal'
import { describe, expect, test } from 'vitest'
import { installFormPack } from '../catalog/index.ts'
import { newId } from '../platform/clock.ts'
import { eventually } from '../testing/eventually.ts'
import { aBrowser } from '../testing/people.ts'
import { useProgram } from '../testing/program.ts'
import { aReportDay, done, strokes } from '../testing/report-day.ts'
import { samplePhoto } from '../testing/sample-report.ts'

const clock = { now: Date.parse('2026-11-23T08:00:00Z') }

describe('an intervention report', () => {
  const program = useProgram({ clock: () => clock.now })
  const aDay = () => aReportDay(program, clock)

  test('goes from the phone to the client, and proves itself', async () => {
    const { tell, sign, office, phone, work } = await aDay()
    await tell(
      { kind: 'step', step: 'started' },
      done,
      { kind: 'part', partId: newId(1), label: 'Joint', quantity: 2, unit: '' },
      // One text by itself takes nothing from the others; the technician's own signature comes along.
      { kind: 'paper', texts: { anomalies: 'Bride rouillée.' } },
      { kind: 'paper', signature: strokes },
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
      content: {
        parts: [{ label: 'Joint', quantity: 2 }],
        texts: { workDone: 'Filtre lavé.', anomalies: 'Bride rouillée.' },
        outcome: { kind: 'completed' },
        technicians: [{ signature: strokes }],
      },
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
      certificateHashes: [verdict.sealedBy?.certificateHash],
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

  test('keeps the version of a form it began with, and charts readings from visit to visit', async () => {
    const { act, planner, source, tell, office } = await aDay()
    const form = await act(planner, installFormPack, { pack: 'generic' })
    await tell({
      kind: 'answers',
      formId: form.id,
      number: 1,
      answers: { announced: 'yes', state: 'broken' },
    })
    // Out of bounds and for a field that is no more: both are told, and nothing of it is kept.
    const [misfit] = await tell({
      kind: 'answers',
      formId: form.id,
      number: 1,
      answers: { announced: 'perhaps', removed: 'x' },
    })
    expect(misfit).toMatchObject({
      outcome: 'refused',
      problem: {
        faults: [
          { path: 'what.answers.announced', got: '"perhaps"' },
          {
            path: 'what.answers.removed',
            expected: expect.stringContaining('champ de cette version'),
          },
        ],
      },
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
